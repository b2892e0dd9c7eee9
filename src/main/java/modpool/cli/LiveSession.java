package modpool.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import modpool.Modpool;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Notices;
import modpool.io.AudioOutput;
import modpool.io.OutputException;
import modpool.midi.MidiPorts;

/// A running live instrument: acts on the lines of stdin, looks for devices that come and go, and
/// says what the renderer has to tell.
final class LiveSession {
  /// A line of stdin, or the end.
  private record Input(String line) {
    static final Input END = new Input("quit");
  }

  private static final int TICK_MS = 100;
  private static final int TICKS_PER_RESCAN = 10;

  private final Modpool modpool;
  private final AudioOutput output;
  private final MidiPorts ports;
  private final PrintWriter out;
  private final LiveLines commands;
  private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  private final Set<Long> said = new HashSet<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private String trouble;

  LiveSession(Modpool modpool, AudioOutput output, MidiPorts ports, PrintWriter out) {
    this.modpool = modpool;
    this.output = output;
    this.ports = ports;
    this.out = out;
    commands = new LiveLines(modpool, this::stats);
  }

  /// Plays until told to end.
  int run() throws OutputException, Failures.NoDeviceException {
    try {
      output.start(modpool::renderLive, modpool.meters());
    } catch (OutputException e) {
      throw new Failures.NoDeviceException(e);
    }
    LiveCommand.say("playing to " + output.description() + "; Ctrl-C or 'quit' ends");
    try (EndHook _ = new EndHook(this::endFromSignal)) {
      readLines();
      loop();
    } finally {
      output.stop();
      modpool.stopClock();
      ended.countDown();
    }
    return ExitCode.DONE;
  }

  /// On Ctrl-C the main thread closes everything as `quit` would; the program ends only after that.
  private void endFromSignal() {
    inputs.add(Input.END);
    try {
      ended.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void readLines() {
    Thread.ofPlatform().daemon().name("modpool-stdin").start(this::copyStdin);
  }

  private void copyStdin() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        inputs.add(new Input(line));
      }
    } catch (IOException e) {
      LiveCommand.say("stdin cannot be read any more: " + e.getMessage());
    }
  }

  private void loop() {
    for (int tick = 1; true; tick++) {
      Input input = nextInput();
      if (input != null && !act(input.line())) {
        return;
      }
      tellNotices();
      tellTrouble();
      if (tick % TICKS_PER_RESCAN == 0) {
        ports.rescan();
      }
    }
  }

  private Input nextInput() {
    try {
      return inputs.poll(TICK_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return Input.END;
    }
  }

  private boolean act(String line) {
    try {
      return commands.act(line);
    } catch (IOException | IllegalArgumentException e) {
      LiveCommand.say(e.getMessage());
      return true;
    }
  }

  private void tellNotices() {
    Notices notices = modpool.notices();
    for (long notice = notices.take(); notice != 0; notice = notices.take()) {
      int channel = Notices.channel(notice) + 1;
      int detail = Notices.detail(notice);
      switch (Notices.kind(notice)) {
        case Notices.UNKNOWN_PROGRAM -> {
          if (said.add(notice)) {
            LiveCommand.say(
                "channel %d: bank %d has no program %d; the nearest of its family plays"
                    .formatted(channel, detail >> 7, detail & 0x7F));
          }
        }
        case Notices.EVENTS_LOST ->
            LiveCommand.say(
                detail + " MIDI events were lost: too many at once; notes and pedals were reset");
        default -> {} // steals are counted in the statistics
      }
    }
  }

  private void tellTrouble() {
    String now = output.trouble();
    if (now != null && !now.equals(trouble)) {
      LiveCommand.say(now);
    }
    trouble = now;
  }

  private void stats() {
    Meters meters = modpool.meters();
    ObjectNode node =
        Json.object()
            .put("seconds", (double) meters.get(Meter.POSITION) / modpool.rate())
            .put("output", output.description())
            .put("latencyMs", 1000.0 * output.latencyFrames() / modpool.rate())
            .put("voices", meters.get(Meter.VOICES))
            .put("voicesPeak", meters.get(Meter.VOICES_PEAK))
            .put("stolenVoices", meters.get(Meter.STOLEN))
            .put("lostEvents", meters.get(Meter.LOST))
            .put("xruns", meters.get(Meter.XRUNS))
            .put("peak", meters.peak())
            .put("clippedFrames", meters.get(Meter.CLIPPED))
            .put("blockMicros", meters.get(Meter.BLOCK_NANOS) / 1000.0)
            .put("blockMicrosPeak", meters.get(Meter.BLOCK_NANOS_PEAK) / 1000.0);
    node.set("pool", Json.of(modpool.poolStats()));
    out.println(Json.line(node));
    out.flush();
  }
}
