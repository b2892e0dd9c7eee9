package modpool.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.io.AudioOutput;
import modpool.session.song.Json;
import modpool.session.song.SongDesk;
import modpool.view.Scene;
import modpool.worklet.PoolStats;

/// How a session stands: as a JSON object, and as what a view shows.
public final class SessionReport {
  private static final double SMOOTHING = 0.1; // of the load, from one look to the next

  private final Control control;
  private final AudioOutput output;
  private final SongDesk desk;
  private PoolStats pool;
  private long poolGeneration = -1;
  private double load;

  public SessionReport(Control control, AudioOutput output, SongDesk desk) {
    this.control = control;
    this.output = output;
    this.desk = desk;
  }

  public ObjectNode stats() {
    Meters meters = control.meters();
    ObjectNode node =
        Json.object()
            .put("seconds", (double) meters.get(Meter.POSITION) / control.rate())
            .put("output", output.description())
            .put("latencyMs", latencyMs())
            .put("latencyFrames", latencyFrames())
            .put("realTimePriority", output.realTime().name().toLowerCase(Locale.ROOT))
            .put("voices", meters.get(Meter.VOICES))
            .put("voicesPeak", meters.get(Meter.VOICES_PEAK))
            .put("stolenVoices", meters.get(Meter.STOLEN))
            .put("lostEvents", meters.get(Meter.LOST))
            .put("xruns", meters.get(Meter.XRUNS))
            .put("tightBlocks", meters.get(Meter.TIGHT))
            .put("lostSysex", meters.get(Meter.SYSEX_LOST))
            .put("lostNotices", control.notices().dropped())
            .put("peak", meters.peak())
            .put("clippedFrames", meters.get(Meter.CLIPPED))
            .put("blockMicros", meters.get(Meter.BLOCK_NANOS) / 1000.0)
            .put("blockMicrosPeak", meters.get(Meter.BLOCK_NANOS_PEAK) / 1000.0);
    node.set("stealReasons", Json.stealsOf(meters));
    Meters.Steal last = meters.lastSteal();
    if (last != null) {
      node.putObject("lastSteal")
          .put("channel", last.channel() + 1)
          .put("reason", last.reason().word());
    }
    if (desk.isLoaded()) {
      node.set("song", desk.describe());
    }
    node.set("pool", Json.of(control.poolStats()));
    return node;
  }

  /// A song must be loaded.
  public Scene scene(String message) {
    return new Scene(
        desk.title(),
        desk.module(),
        desk.position(),
        desk.state(),
        desk.seconds(),
        desk.lengthSeconds(),
        desk.tempo(),
        desk.parts(),
        desk.muted(),
        desk.soloed(),
        load(),
        pool(),
        message);
  }

  /// How the instrument fares; smoothed from one look to the next.
  public Scene.Load load() {
    Meters meters = control.meters();
    double blockNanos = 1e9 * output.blockFrames() / output.rate();
    load += SMOOTHING * (meters.get(Meter.BLOCK_NANOS) / blockNanos - load);
    return new Scene.Load(
        load,
        meters.get(Meter.VOICES),
        meters.get(Meter.VOICES_PEAK),
        meters.peak(),
        meters.get(Meter.XRUNS),
        latencyMs(),
        meters.get(Meter.STOLEN),
        meters.lastSteal());
  }

  /// The pool's books; asked for anew when a rack has been adopted, or has settled.
  public PoolStats pool() {
    Meters meters = control.meters();
    long generation = meters.get(Meter.ADOPTED) + meters.get(Meter.SETTLED);
    if (generation != poolGeneration) {
      poolGeneration = generation;
      pool = control.poolStats();
    }
    return pool;
  }

  /// Where the sound goes, for people.
  public String output() {
    return output.description();
  }

  /// The same in numbers.
  public OutputState outputState() {
    return new OutputState(
        output.description(),
        output.rate(),
        output.blockFrames(),
        output.eventDelayFrames(),
        output.latencyFrames(),
        output.realTime());
  }

  private double latencyMs() {
    return 1000.0 * latencyFrames() / control.rate();
  }

  /// From a key to the ear: a message waits for its block, the block for what is queued before it.
  private int latencyFrames() {
    return output.eventDelayFrames() + output.latencyFrames();
  }
}
