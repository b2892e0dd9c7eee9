package modpool.ui.look;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.text.ParseException;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.UIManager;

/// The field of a spinner. Enter takes what was typed and gives the focus to what lies about the
/// field: there arrow keys still step, and typed keys play again.
public final class SpinnerField {
  private SpinnerField() {}

  /// @param spinner whose editor is the one that it keeps
  /// @param name for people who hear the window
  /// @return its field
  public static JFormattedTextField of(JSpinner spinner, String name) {
    JSpinner.DefaultEditor editor = (JSpinner.DefaultEditor) spinner.getEditor();
    JFormattedTextField field = editor.getTextField();
    spinner.getAccessibleContext().setAccessibleName(name);
    field.getAccessibleContext().setAccessibleName(name);
    editor.getAccessibleContext().setAccessibleName(name + ", by arrow keys");
    Keystrokes.onFocused(
        field,
        "ENTER",
        () -> {
          try {
            spinner.commitEdit();
            editor.requestFocusInWindow();
          } catch (ParseException e) {
            UIManager.getLookAndFeel().provideErrorFeedback(field); // to be mended
          }
        });
    showFocus(spinner, editor);
    return field;
  }

  /// As the spinner shows that its field has it.
  private static void showFocus(JSpinner spinner, JComponent editor) {
    Predicate<JComponent> focused =
        s ->
            editor.isFocusOwner()
                || ((JSpinner.DefaultEditor) editor).getTextField().isFocusOwner();
    spinner.putClientProperty(FlatClientProperties.COMPONENT_FOCUS_OWNER, focused);
    editor.addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent e) {
            spinner.repaint();
          }

          @Override
          public void focusLost(FocusEvent e) {
            spinner.repaint();
          }
        });
  }
}
