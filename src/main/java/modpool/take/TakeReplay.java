package modpool.take;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import modpool.bridge.Event;
import modpool.control.Control;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;

/// Plays a take on an instrument that was opened as the take's was: the same changes before the
/// same frames, the same events at the same frames. For the thread that renders.
public final class TakeReplay {
  private static final int EVENTS_PER_BLOCK = 1 << 12; // fewer than the renderer's queue holds

  private final Take take;
  private final Control control;
  private int next; // event
  private long position;

  /// @param control just opened, with the take's options
  /// @throws BadFileException when it was opened with other files than the take's
  public TakeReplay(Take take, Control control) throws BadFileException {
    this.take = take;
    this.control = control;
    TakeChanges changes = new TakeChanges(take.file, Map.of());
    List<Content> before = new ArrayList<>(take.banks());
    List<Content> now = new ArrayList<>(control.banks().contents());
    addIfAny(before, now, take.ownBank(), control.banks().ownContent());
    addIfAny(before, now, take.scale(), control.scale());
    addIfAny(before, now, take.keyMap(), control.setup().keyMap());
    changes.checkAll(before, now);
  }

  private static void addIfAny(
      List<Content> before, List<Content> now, Content then, Content present) {
    if (then != null && present != null) {
      before.add(then);
      now.add(present);
    }
  }

  /// Renders the next frames.
  ///
  /// @param most how many at most
  /// @return how many; 0 at the end
  /// @throws IOException when a bank that it comes to is not what it was
  public int render(float[] left, float[] right, int most) throws IOException {
    while (next < take.frames.length && take.frames[next] <= position && isStep(next)) {
      for (TakeChanges.Step step : take.steps.get(next)) {
        step.act(control);
      }
      next++;
    }
    long end = Math.min(take.endFrame, position + most);
    end = feed(end);
    int frames = (int) (end - position);
    if (frames > 0) {
      control.render(left, right, frames);
      position = end;
    }
    return frames;
  }

  private boolean isStep(int index) {
    return Event.kind(take.events[index]) == Event.ADOPTED;
  }

  /// Hands over the events of a block.
  ///
  /// @return where it ends: before the next change, or before there are too many events
  private long feed(long end) throws BadFileException {
    int fed = 0;
    boolean laid = false;
    while (next < take.frames.length && take.frames[next] < end) {
      long frame = take.frames[next];
      boolean isNewFrame = frame > position && (next == 0 || frame > take.frames[next - 1]);
      boolean recalls = take.imprints.containsKey(next);
      boolean isTooMuch = fed >= EVENTS_PER_BLOCK || recalls && laid;
      if (isStep(next) || isNewFrame && isTooMuch) {
        return frame;
      }
      if (recalls) {
        control.imprinting().lay(take.imprints.get(next));
        laid = true;
      }
      if (!control.act(frame, take.events[next])) {
        throw new BadFileException(
            take.file.toString(), "has more events in a frame than can be played");
      }
      next++;
      fed++;
    }
    return end;
  }
}
