package modpool.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import modpool.Modpool;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.AudioOutput;
import modpool.view.Scene;
import modpool.worklet.PoolStats;

/// How a session stands: as a JSON object, and as what a view shows.
final class SessionReport {
  private static final double SMOOTHING = 0.1; // of the load, from one look to the next

  private final Modpool modpool;
  private final AudioOutput output;
  private final SongDesk desk;
  private PoolStats pool;
  private long poolGeneration = -1;
  private double load;

  SessionReport(Modpool modpool, AudioOutput output, SongDesk desk) {
    this.modpool = modpool;
    this.output = output;
    this.desk = desk;
  }

  ObjectNode stats() {
    Meters meters = modpool.meters();
    ObjectNode node =
        Json.object()
            .put("seconds", (double) meters.get(Meter.POSITION) / modpool.rate())
            .put("output", output.description())
            .put("latencyMs", latencyMs())
            .put("voices", meters.get(Meter.VOICES))
            .put("voicesPeak", meters.get(Meter.VOICES_PEAK))
            .put("stolenVoices", meters.get(Meter.STOLEN))
            .put("lostEvents", meters.get(Meter.LOST))
            .put("xruns", meters.get(Meter.XRUNS))
            .put("peak", meters.peak())
            .put("clippedFrames", meters.get(Meter.CLIPPED))
            .put("blockMicros", meters.get(Meter.BLOCK_NANOS) / 1000.0)
            .put("blockMicrosPeak", meters.get(Meter.BLOCK_NANOS_PEAK) / 1000.0);
    if (desk.isLoaded()) {
      node.set("song", desk.describe());
    }
    node.set("pool", Json.of(modpool.poolStats()));
    return node;
  }

  /// A song must be loaded.
  Scene scene(String message) {
    return new Scene(
        desk.title(),
        desk.module(),
        desk.position(),
        desk.state(),
        desk.seconds(),
        desk.lengthSeconds(),
        desk.parts(),
        desk.muted(),
        desk.soloed(),
        load(),
        pool(),
        message);
  }

  private Scene.Load load() {
    Meters meters = modpool.meters();
    double blockNanos = 1e9 * output.blockFrames() / output.rate();
    load += SMOOTHING * (meters.get(Meter.BLOCK_NANOS) / blockNanos - load);
    return new Scene.Load(
        load,
        meters.get(Meter.VOICES),
        meters.get(Meter.VOICES_PEAK),
        meters.peak(),
        meters.get(Meter.XRUNS),
        latencyMs());
  }

  private PoolStats pool() {
    long generation = modpool.meters().get(Meter.ADOPTED);
    if (generation != poolGeneration) {
      poolGeneration = generation;
      pool = modpool.poolStats();
    }
    return pool;
  }

  private double latencyMs() {
    return 1000.0 * output.latencyFrames() / modpool.rate();
  }
}
