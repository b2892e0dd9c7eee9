package modpool.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import modpool.dsp.Interpolation;
import modpool.io.RealTime;

/// What to change, in plain words; what matters most comes first.
final class Advice {
  private static final int MOST_BLOCK = 1024;
  private static final int ENOUGH_VOICES = 64; // 16 channels of four
  private static final double LONG_MS = 20;
  private static final int USUAL_BUFFER_BLOCKS = 4;

  private final Surroundings here;
  private final OutputCheck check;
  private final List<VoiceCapacity> capacities;
  private final List<String> lines = new ArrayList<>();

  private Advice(Surroundings here, OutputCheck check, List<VoiceCapacity> capacities) {
    this.here = here;
    this.check = check;
    this.capacities = capacities;
  }

  static List<String> of(Surroundings here, OutputCheck check, List<VoiceCapacity> capacities) {
    Advice advice = new Advice(here, check, capacities);
    advice.onOutput();
    advice.onPunctuality();
    advice.onPriority();
    advice.onLatency();
    advice.onVoices();
    advice.onStart();
    return List.copyOf(advice.lines);
  }

  private boolean isLinux() {
    return here.system().startsWith("Linux");
  }

  private void onOutput() {
    if (!check.heard()) {
      lines.add(
          "nothing can be heard: plug a sound device in"
              + (isLinux()
                  ? ", or start JACK (`jackd -R -d alsa -r 48000 -p 64`) or PipeWire,"
                  : "")
              + " and see what `modpool devices` lists");
    }
    if (here.jack().isPresent() || !isLinux() || !check.heard() && !here.pipeWire()) {
      return;
    }
    lines.add(
        here.pipeWire()
            ? "PipeWire runs, but not for JACK programs: install pipewire-jack and start `pw-jack"
                + " ./modpool --audio jack`; notes then sound at their own frame"
            : "start JACK (`jackd -R -d alsa -r 48000 -p 64`) or PipeWire: notes then sound at"
                + " their own frame, and programs find a MIDI port");
  }

  private void onPunctuality() {
    if (check.lateness().blocks() == 0) {
      lines.add(
          "the output asked for nothing in %.0f s: start its server or device anew, or choose another with --audio"
              .formatted(check.seconds()));
    } else if (check.keyToSound().notes() == 0) {
      lines.add("no note came through the output: choose another with --audio, and report this");
    }
    if (check.xruns() > 0) {
      lines.add(
          "%d blocks came too late in %.0f s: %s, or close other programs"
              .formatted(check.xruns(), check.seconds(), largerBlock()));
    } else if (check.lateness().p999() > blockNanos()) {
      lines.add(
          "one wake-up in a thousand is later than a block (%.1f of %.1f ms): %s if it crackles"
              .formatted(check.lateness().p999() / 1e6, blockNanos() / 1e6, largerBlock()));
    }
    if (here.governor().equals("powersave")) {
      lines.add(
          "the processor saves power and wakes slowly: `sudo cpupower frequency-set -g"
              + " performance` while you play");
    }
  }

  private double blockNanos() {
    return 1e9 * check.blockFrames() / check.rate();
  }

  /// The next power of two that leaves room for what was late.
  private String largerBlock() {
    int frames = Integer.highestOneBit(check.blockFrames()) * 2;
    while (frames < MOST_BLOCK && 1e9 * frames / check.rate() < check.lateness().p999()) {
      frames *= 2;
    }
    if (check.blockFrames() >= MOST_BLOCK) {
      return "use another output, or a quieter machine";
    }
    return check.keyToSound().inCycle()
        ? "give the server periods of " + frames
        : "use --block " + frames;
  }

  private void onPriority() {
    Permissions may = here.permissions();
    if (check.realTime() || !isLinux()) {
      return;
    }
    if (may.realTime() == RealTime.GRANTED) {
      lines.add(
          "the output's thread has no real-time priority, though you may have it: start the server"
              + " with it (jackd -R)");
      return;
    }
    OptionalLong limit = may.rtPrio();
    if (limit.isPresent() && limit.getAsLong() > 0) {
      lines.add(
          "real-time priority is refused though `ulimit -r` says "
              + limit.getAsLong()
              + ": a container or a control group may forbid it");
      return;
    }
    boolean isMember = may.groups().contains("audio");
    lines.add(
        "raise rtprio: put `@audio - rtprio 95` and `@audio - memlock unlimited` into"
            + " /etc/security/limits.d/audio.conf, "
            + (isMember ? "" : "`sudo usermod -aG audio $USER`, ")
            + "and log in anew");
  }

  private void onLatency() {
    KeyToSound wait = check.keyToSound();
    double ms = 1e3 * (wait.median() + wait.output()) / check.rate();
    if (ms <= LONG_MS) {
      return;
    }
    int usual = USUAL_BUFFER_BLOCKS * check.blockFrames();
    if (wait.inCycle() || wait.output() <= usual) {
      lines.add(
          "a key sounds after %.0f ms: %s"
              .formatted(
                  ms,
                  wait.inCycle()
                      ? "give the server shorter periods"
                      : "use --block " + Math.max(16, check.blockFrames() / 2)));
    } else {
      lines.add(
          "a key sounds after %.0f ms, since the device's buffer had to grow: once the cause is gone, "
                  .formatted(ms)
              + (here.remembered() == null ? "start again" : "delete " + here.remembered()));
    }
  }

  private void onVoices() {
    for (VoiceCapacity capacity : capacities) {
      if (capacity.interpolation() == Interpolation.CUBIC && capacity.voices() < ENOUGH_VOICES) {
        lines.add(
            "only %d voices fit into half of a block: use --interpolation linear, or a larger block"
                .formatted(capacity.voices()));
      }
    }
  }

  private void onStart() {
    if (!here.collector().toLowerCase(Locale.ROOT).contains("zgc")) {
      lines.add(
          "the garbage collector is "
              + here.collector()
              + ": start by ./modpool, whose options choose one with short pauses");
    }
  }
}
