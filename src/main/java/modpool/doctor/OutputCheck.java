package modpool.doctor;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.Receiver;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.dsp.Interpolation;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;

/// How an output did while the instrument held notes, very softly.
///
/// @param output in words
/// @param rate frames per second
/// @param blockFrames of a block
/// @param seconds that were looked at
/// @param notes that were held
/// @param lateness of its asking for blocks
/// @param xruns blocks delivered too late
/// @param realTime whether its thread comes before ordinary ones
/// @param priority what became of the wish for that, in words
/// @param heard whether it can be heard at all
/// @param keyToSound from a key to its sound
/// @param said what the output had to say meanwhile
record OutputCheck(
    String output,
    int rate,
    int blockFrames,
    double seconds,
    int notes,
    Lateness lateness,
    long xruns,
    boolean realTime,
    String priority,
    boolean heard,
    KeyToSound keyToSound,
    List<String> said) {
  private static final int NOTES = 32;
  private static final double SOFT_DB = -60;
  private static final long SETTLING_MS = 500;

  /// Plays to an output for some seconds.
  ///
  /// @param output not yet started; stopped afterwards
  /// @throws OutputException when it cannot be had
  static OutputCheck run(AudioOutput output, HeldNotes notes, int seconds)
      throws OutputException, InterruptedException {
    int rate = output.rate();
    int block = output.blockFrames();
    try (Control control = notes.open(rate, block, Interpolation.CUBIC, SOFT_DB);
        Control fresh = notes.open(rate, block, Interpolation.CUBIC, SOFT_DB)) {
      control.warmUp();
      Probe probe = new Probe(control.liveRenderer());
      output.start(probe, control.meters());
      try {
        return examine(output, control, fresh, probe, seconds);
      } finally {
        output.stop();
        control.stopClock();
      }
    }
  }

  private static OutputCheck examine(
      AudioOutput output, Control control, Control fresh, Probe probe, int seconds)
      throws InterruptedException {
    List<String> said = new ArrayList<>();
    long xruns;
    long[] starts;
    try (Receiver keys = control.receiver()) {
      HeldNotes.press(keys, NOTES);
      Thread.sleep(SETTLING_MS);
      int from = probe.blocks();
      long before = control.meters().get(Meter.XRUNS);
      listen(output, said, seconds);
      starts = probe.startsSince(from);
      xruns = control.meters().get(Meter.XRUNS) - before;
    }
    KeyToSound wait = KeyToSound.measure(control, fresh, probe, output.latencyFrames());
    return new OutputCheck(
        output.description(),
        output.rate(),
        output.blockFrames(),
        seconds,
        NOTES,
        Lateness.of(starts, 1e9 * output.blockFrames() / output.rate()),
        xruns,
        probe.isRealTime(),
        output.realTime().words(),
        !output.description().startsWith("no sound"),
        wait,
        List.copyOf(said));
  }

  private static void listen(AudioOutput output, List<String> said, int seconds)
      throws InterruptedException {
    String trouble = null;
    for (int tenth = 0; tenth < 10 * seconds; tenth++) {
      Thread.sleep(100);
      for (String news = output.news(); news != null; news = output.news()) {
        said.add(news);
      }
      String now = output.trouble();
      if (now != null && !now.equals(trouble)) {
        said.add(now);
      }
      trouble = now;
    }
  }
}
