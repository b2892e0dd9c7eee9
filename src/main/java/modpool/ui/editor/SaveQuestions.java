package modpool.ui.editor;

import java.awt.Component;
import java.awt.GridLayout;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import modpool.control.BankSet;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.ui.editor.desk.EditDesk;
import modpool.ui.editor.desk.Stepper;
import modpool.ui.look.Sizes;

/// What is asked before a patch is saved or forgotten.
final class SaveQuestions {
  private static final int LONGEST_NAME = 60;
  private static final Object[] UNSAVED = {"Save", "Discard", "Cancel"};

  private final EditDesk desk;
  private final Component over;

  /// @param over what the questions appear over
  SaveQuestions(EditDesk desk, Component over) {
    this.desk = desk;
    this.over = over;
  }

  /// Saves where it came from, or else asks where.
  ///
  /// @param then told whether it was saved
  void save(ProgramTable programs, Consumer<Boolean> then) {
    Stepper.takeTyped();
    if (desk.isOwn()) {
      desk.save(desk.patch().name(), desk.place().number(), true, then);
    } else {
      saveAs(programs, then);
    }
  }

  /// Asks for a name and a number of one's own bank, and saves there.
  void saveAs(ProgramTable programs, Consumer<Boolean> then) {
    Stepper.takeTyped();
    Bank own = programs.banks().get(BankSet.USER);
    boolean kit = desk.place().kit();
    JTextField name = new JTextField(desk.patch().name(), 24);
    name.getAccessibleContext().setAccessibleName("Name");
    SpinnerNumberModel number =
        new SpinnerNumberModel(free(own, kit, desk.place().number()), 0, Bank.PROGRAMS - 1, 1);
    JSpinner numbers = new JSpinner(number);
    numbers.getAccessibleContext().setAccessibleName("Number");
    JPanel form = new JPanel(new GridLayout(0, 1, 0, Sizes.px(4)));
    form.add(new JLabel("Name"));
    form.add(name);
    form.add(
        new JLabel((kit ? "Kit" : "Program") + " of your own bank, " + BankSet.USER + ", from 0"));
    form.add(numbers);
    int answer =
        JOptionPane.showConfirmDialog(
            over, form, "Save as", JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
    String called = name.getText().strip();
    if (answer != JOptionPane.OK_OPTION) {
      then.accept(false);
    } else if (called.isEmpty() || called.length() > LONGEST_NAME) {
      desk.say("A name has 1 to " + LONGEST_NAME + " letters; nothing was saved");
      then.accept(false);
    } else {
      int at = number.getNumber().intValue();
      boolean taken = at(own, kit, at) != null;
      if (taken && !mayReplace(at, at(own, kit, at).name())) {
        then.accept(false);
        return;
      }
      desk.save(called, at, taken, then);
    }
  }

  private boolean mayReplace(int number, String there) {
    Object[] choices = {"Replace", "Cancel"};
    return JOptionPane.showOptionDialog(
            over,
            "Number %d is '%s'. Let this patch have the number?".formatted(number, there),
            "Save as",
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.WARNING_MESSAGE,
            null,
            choices,
            choices[1])
        == 0;
  }

  private static Patch at(Bank own, boolean kit, int number) {
    return own == null ? null : kit ? own.kit(number) : own.program(number);
  }

  /// The wanted number, or the next that is free; the wanted one when none is.
  private static int free(Bank own, boolean kit, int wanted) {
    for (int step = 0; step < Bank.PROGRAMS; step++) {
      int number = (wanted + step) % Bank.PROGRAMS;
      if (at(own, kit, number) == null) {
        return number;
      }
    }
    return wanted;
  }

  /// Goes on at once, or asks first when something would be lost.
  void leave(ProgramTable programs, Runnable then) {
    Stepper.takeTyped();
    if (!desk.isUnsaved()) {
      then.run();
      return;
    }
    int answer =
        JOptionPane.showOptionDialog(
            over,
            "'%s' has been edited. Save it?".formatted(desk.patch().name()),
            "Unsaved patch",
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            UNSAVED,
            UNSAVED[0]);
    if (answer == 0) {
      save(
          programs,
          saved -> {
            if (saved) {
              then.run();
            }
          });
    } else if (answer == 1) {
      then.run();
    }
  }
}
