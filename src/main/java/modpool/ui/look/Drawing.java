package modpool.ui.look;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.util.Objects;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleValue;
import javax.swing.JComponent;

/// A component that we draw ourselves, with a name and a state for people who hear the window.
public abstract class Drawing extends JComponent {
  private final AccessibleRole role;
  private String toldState;
  private Number toldValue;

  protected Drawing(String name, AccessibleRole role) {
    this.role = role;
    getAccessibleContext().setAccessibleName(name);
  }

  /// What it shows at the moment, in words; null for nothing to say.
  protected String state() {
    return null;
  }

  /// The number that it stands at; null for none.
  protected AccessibleValue value() {
    return null;
  }

  /// Tells people who hear the window what has changed of its state and its value.
  protected final void tell() {
    String state = state();
    AccessibleValue value = value();
    Number number = value == null ? null : value.getCurrentAccessibleValue();
    tell(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY, toldState, state);
    tell(AccessibleContext.ACCESSIBLE_VALUE_PROPERTY, toldValue, number);
    toldState = state;
    toldValue = number;
  }

  private void tell(String property, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      getAccessibleContext().firePropertyChange(property, before, now);
    }
  }

  /// Lets the keyboard reach it; it is painted anew when it gets or loses the focus.
  protected final void takeFocus() {
    setFocusable(true);
    addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent e) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent e) {
            repaint();
          }
        });
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new Heard();
    }
    return accessibleContext;
  }

  private final class Heard extends AccessibleJComponent {
    @Override
    public AccessibleRole getAccessibleRole() {
      return role;
    }

    @Override
    public String getAccessibleDescription() {
      String state = state();
      return state == null ? super.getAccessibleDescription() : state;
    }

    @Override
    public AccessibleValue getAccessibleValue() {
      return value();
    }
  }
}
