package modpool.edit;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a patch has been while it was edited: steps back, and forward again. What one gesture does,
/// a drag say, is one step. Its editor's alone.
public final class History {
  /// Steps that are kept.
  public static final int MOST = 500;

  private final Deque<EditedPatch> past = new ArrayDeque<>();
  private final Deque<EditedPatch> future = new ArrayDeque<>();
  private EditedPatch present;
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

  /// Whether there is anything that would be lost.
  public boolean isUnsaved() {
    return !present.equals(saved);
  }

  /// Goes on to what it has become. Nothing when it is the same.
  ///
  /// @param by what changes it: as long as it is the same, there is one step; null for a step alone
  public void change(EditedPatch next, Object by) {
    if (next.equals(present)) {
      return;
    }
    if (by != null
        && by.equals(gesture)
        && next.equals(past.peek())) { // dragged back to where it was
      present = past.pop();
      gesture = null;
      return;
    }
    if (by == null || !by.equals(gesture)) {
      past.push(present);
      if (past.size() > MOST) {
        past.removeLast();
      }
    }
    gesture = by;
    future.clear();
    present = next;
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
      future.push(present);
      present = past.pop();
      gesture = null;
    }
  }

  /// A step forward again; nothing after the last.
  public void redo() {
    if (canRedo()) {
      past.push(present);
      present = future.pop();
      gesture = null;
    }
  }

  /// Something of its history lies in a file now.
  public void markSaved(EditedPatch now) {
    saved = now;
    gesture = null;
  }
}
