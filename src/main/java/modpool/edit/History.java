package modpool.edit;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a patch has been while it was edited, and which zone was chosen: steps back, and forward
/// again. What one gesture does, a drag say, is one step. Its editor's alone.
public final class History {
  /// Steps that are kept.
  public static final int MOST = 500;

  /// A step that can be gone.
  ///
  /// @param to what it leads to: in the past, what there was before it
  /// @param before the zone that was chosen when it was made
  /// @param after the zone that it chose
  private record Step(EditedPatch to, int before, int after) {}

  private final Deque<Step> past = new ArrayDeque<>();
  private final Deque<Step> future = new ArrayDeque<>();
  private EditedPatch present;
  private int chosen;
  private EditedPatch saved;
  private Object gesture; // that made the present

  /// @param saved as it lies in its file
  public History(EditedPatch saved) {
    this.saved = saved;
    present = saved;
  }

  public EditedPatch present() {
    return present;
  }

  /// As it was saved last, or opened.
  public EditedPatch saved() {
    return saved;
  }

  /// The place of the zone that is chosen, from 0.
  public int chosen() {
    return chosen;
  }

  /// Chooses a zone. That is no step, but going a step back chooses the zone again that was chosen
  /// when it was made.
  public void choose(int zone) {
    chosen = zone;
  }

  /// Whether there is anything that would be lost.
  public boolean isUnsaved() {
    return !present.equals(saved);
  }

  /// Goes on to what it has become. Nothing when it is the same.
  ///
  /// @param by what changes it: as long as it is the same, there is one step; null for a step alone
  public void change(EditedPatch next, Object by) {
    change(next, chosen, by);
  }

  /// The same where zones come or go.
  ///
  /// @param choice the zone that is chosen then
  public void change(EditedPatch next, int choice, Object by) {
    if (next.equals(present)) {
      return;
    }
    if (by != null
        && by.equals(gesture)
        && next.equals(past.getFirst().to())) { // dragged back to where it was
      present = past.pop().to();
      gesture = null;
      return;
    }
    if (by == null || !by.equals(gesture)) {
      past.push(new Step(present, chosen, choice));
      if (past.size() > MOST) {
        past.removeLast();
      }
    }
    gesture = by;
    future.clear();
    present = next;
    chosen = choice;
  }

  public boolean canUndo() {
    return !past.isEmpty();
  }

  public boolean canRedo() {
    return !future.isEmpty();
  }

  /// A step back; nothing before the first.
  public void undo() {
    if (canUndo()) {
      Step back = past.pop();
      future.push(new Step(present, back.before(), back.after()));
      present = back.to();
      chosen = back.before();
      gesture = null;
    }
  }

  /// A step forward again; nothing after the last.
  public void redo() {
    if (canRedo()) {
      Step forward = future.pop();
      past.push(new Step(present, forward.before(), forward.after()));
      present = forward.to();
      chosen = forward.after();
      gesture = null;
    }
  }

  /// Something of its history lies in a file now.
  public void markSaved(EditedPatch now) {
    saved = now;
    gesture = null;
  }
}
