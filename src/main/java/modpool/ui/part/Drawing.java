package modpool.ui.part;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/// A component that we draw ourselves, with a name and a state for people who hear the window.
public abstract class Drawing extends JComponent {
  private final AccessibleRole role;

  protected Drawing(String name, AccessibleRole role) {
    this.role = role;
    getAccessibleContext().setAccessibleName(name);
  }

  /// What it shows at the moment, in words; null for nothing to say.
  protected String state() {
    return null;
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
  }
}
