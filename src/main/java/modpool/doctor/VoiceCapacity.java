package modpool.doctor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javax.sound.midi.Receiver;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.dsp.Interpolation;

/// How many voices render in half of a block's time, by the processor's time that they take: what
/// other programs take at the moment makes no difference.
///
/// @param voices so many; a whole instrument has 256 at most
/// @param atLeast true when half the time was not reached with the most that were tried
/// @param nanosPerVoiceFrame of the processor's time, when many sound
record VoiceCapacity(
    Interpolation interpolation, int voices, boolean atLeast, double nanosPerVoiceFrame) {
  private static final double PART = 0.5;
  private static final int MOST_INSTRUMENTS = 32;
  private static final int BATCHES = 9;
  private static final int BATCH_BLOCKS = 10;
  private static final long WARM_UP_NANOS = 400_000_000;
  private static final double QUIET_DB = -40;

  /// Opens instruments, each full of held notes, until rendering a block of all of them takes half
  /// its time; takes a second or two.
  static VoiceCapacity measure(HeldNotes notes, int rate, int block, Interpolation interpolation) {
    double half = PART * 1e9 * block / rate;
    Deque<Control> open = new ArrayDeque<>();
    List<Receiver> receivers = new ArrayList<>();
    try {
      int voices = 0;
      double nanos = 0;
      int before = 0;
      double nanosBefore = 0;
      for (int wanted = 1; wanted <= MOST_INSTRUMENTS && nanos < half; wanted *= 2) {
        before = voices;
        nanosBefore = nanos;
        while (open.size() < wanted) {
          Control control = notes.open(rate, block, interpolation, QUIET_DB);
          open.add(control);
          Receiver receiver = control.receiver();
          receivers.add(receiver);
          HeldNotes.press(receiver, HeldNotes.MOST);
        }
        Turn turn = new Turn(open, block, new float[block], new float[block]);
        turn.warmUp(wanted == 1 ? WARM_UP_NANOS : WARM_UP_NANOS / 8);
        nanos = turn.nanos();
        voices = turn.voices();
      }
      boolean reached = nanos >= half;
      double fits =
          reached
              ? before + (voices - before) * (half - nanosBefore) / (nanos - nanosBefore)
              : voices * half / nanos;
      int most = reached ? (int) fits : voices;
      return new VoiceCapacity(interpolation, most, !reached, nanos / voices / block);
    } finally {
      receivers.forEach(Receiver::close);
      open.forEach(Control::close);
    }
  }

  /// Some instruments, rendered block by block one after the other.
  private record Turn(Deque<Control> open, int block, float[] left, float[] right) {
    void warmUp(long nanos) {
      long end = CpuTime.ofThisThread() + nanos;
      while (CpuTime.ofThisThread() < end) {
        render();
      }
    }

    /// The median of some batches, since a clock of the processor's time ticks slowly.
    double nanos() {
      double[] took = new double[BATCHES];
      for (int i = 0; i < took.length; i++) {
        long began = CpuTime.ofThisThread();
        for (int run = 0; run < BATCH_BLOCKS; run++) {
          render();
        }
        took[i] = (double) (CpuTime.ofThisThread() - began) / BATCH_BLOCKS;
      }
      Arrays.sort(took);
      return took[took.length / 2];
    }

    private void render() {
      for (Control control : open) {
        control.render(left, right, block);
      }
    }

    int voices() {
      return open.stream().mapToInt(c -> (int) c.meters().get(Meter.VOICES)).sum();
    }
  }
}
