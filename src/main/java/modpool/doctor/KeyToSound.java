package modpool.doctor;

import java.util.Arrays;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;

/// From a key to its sound, in frames: the wait for the note's block, measured note by note, and
/// what the output says of itself.
///
/// @param notes that were played and heard
/// @param median from a note's arrival to its first frame that is not silent
/// @param most likewise, of all notes
/// @param output frames between rendering and hearing
/// @param inCycle whether they came through the output's own port, with their frames
record KeyToSound(int notes, int median, int most, int output, boolean inCycle) {
  private static final int NOTES = 20;
  private static final int CHANNEL = 0;
  private static final int SQUARE = 80; // General MIDI's square lead: at its full level at once
  private static final int KEY = 60;
  private static final int VELOCITY = 100;
  private static final int ONSET_FRAMES = 1024;
  private static final long PATIENCE_MS = 2_000;

  /// @param control plays to an output, through the probe
  /// @param fresh another of its kind, which nobody plays yet
  static KeyToSound measure(Control control, Control fresh, Probe probe, int outputFrames)
      throws InterruptedException {
    int onset = onset(fresh);
    double[] waits = new double[NOTES];
    int heard = 0;
    try (Receiver receiver = control.receiver()) {
      HeldNotes.send(receiver, ShortMessage.PROGRAM_CHANGE, CHANNEL, SQUARE, 0);
      for (int note = 0; note < NOTES; note++) {
        silence(control, probe);
        // Not in step with the blocks.
        Thread.sleep(3, 137_000 * note % 999_999);
        double sent = press(receiver, control, probe);
        long sounded = await(probe);
        if (sounded < 0) {
          break; // it would be seconds for each
        }
        sent = probe.hasPort() ? probe.sentAt() : sent;
        waits[heard++] = sounded - sent - onset;
      }
    }
    control.panic();
    double[] sorted = Arrays.copyOf(waits, heard);
    Arrays.sort(sorted);
    int median = heard == 0 ? 0 : (int) Math.round(sorted[heard / 2]);
    int most = heard == 0 ? 0 : (int) Math.round(sorted[heard - 1]);
    return new KeyToSound(heard, median, most, outputFrames, probe.hasPort());
  }

  /// @return the frame that was now
  private static double press(Receiver receiver, Control control, Probe probe) {
    probe.listen();
    if (probe.hasPort()) {
      probe.send(ShortMessage.NOTE_ON | CHANNEL, KEY, VELOCITY);
      return 0;
    }
    long now = System.nanoTime();
    HeldNotes.send(receiver, ShortMessage.NOTE_ON, CHANNEL, KEY, VELOCITY);
    return probe.frameAt(now, control.rate());
  }

  private static void silence(Control control, Probe probe) throws InterruptedException {
    control.panic();
    int from = probe.blocks();
    for (int ms = 0; ms < PATIENCE_MS; ms++) {
      // A tail may follow the last voice.
      boolean quiet = control.meters().get(Meter.VOICES) == 0;
      if (quiet && probe.blocks() > from + 2 && isSilent(probe)) {
        return;
      }
      Thread.sleep(1);
    }
  }

  private static boolean isSilent(Probe probe) throws InterruptedException {
    probe.listen();
    int from = probe.blocks();
    for (int ms = 0; ms < PATIENCE_MS && probe.blocks() < from + 3; ms++) {
      Thread.sleep(1);
    }
    return probe.heardAt() < 0;
  }

  private static long await(Probe probe) throws InterruptedException {
    for (int ms = 0; ms < PATIENCE_MS && probe.heardAt() < 0; ms++) {
      Thread.sleep(1);
    }
    return probe.heardAt();
  }

  /// Frames before the sound itself is more than silence: what a note takes that waits for nobody.
  private static int onset(Control fresh) {
    float[] left = new float[ONSET_FRAMES];
    float[] right = new float[ONSET_FRAMES];
    try (Receiver receiver = fresh.receiver()) {
      HeldNotes.send(receiver, ShortMessage.PROGRAM_CHANGE, CHANNEL, SQUARE, 0);
      HeldNotes.send(receiver, ShortMessage.NOTE_ON, CHANNEL, KEY, VELOCITY);
      fresh.render(left, right, ONSET_FRAMES);
    }
    int frame = 0;
    while (frame < ONSET_FRAMES - 1 && left[frame] == 0 && right[frame] == 0) {
      frame++;
    }
    return frame;
  }
}
