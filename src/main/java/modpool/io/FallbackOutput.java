package modpool.io;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import modpool.bridge.Meters;
import modpool.io.file.OutputException;

/// The first of several outputs that starts; the last is silent and always does.
///
/// Before the start it stands for the first one.
public final class FallbackOutput implements AudioOutput {
  private final List<AudioOutput> candidates;
  private final NullOutput silence;
  private final Consumer<String> warning;
  private volatile AudioOutput chosen;

  /// @param candidates by preference, all of one rate and block; may be empty
  /// @param warning told, in one line, when only silence is left
  public FallbackOutput(
      List<? extends AudioOutput> candidates, int rate, int blockFrames, Consumer<String> warning) {
    this.candidates = List.copyOf(candidates);
    this.warning = warning;
    silence = new NullOutput(rate, blockFrames);
    chosen = this.candidates.isEmpty() ? silence : this.candidates.getFirst();
  }

  @Override
  public void start(BlockRenderer renderer, Meters meters) throws OutputException {
    List<String> reasons = new ArrayList<>();
    for (AudioOutput candidate : candidates) {
      try {
        candidate.start(renderer, meters);
        chosen = candidate;
        return;
      } catch (OutputException e) {
        reasons.add(e.getMessage());
      }
    }
    silence.start(renderer, meters);
    chosen = silence;
    warning.accept("no sound will be heard: " + String.join("; ", reasons));
  }

  @Override
  public void stop() throws OutputException {
    chosen.stop();
  }

  @Override
  public int rate() {
    return chosen.rate();
  }

  @Override
  public int blockFrames() {
    return chosen.blockFrames();
  }

  @Override
  public int latencyFrames() {
    return chosen.latencyFrames();
  }

  @Override
  public int eventDelayFrames() {
    return chosen.eventDelayFrames();
  }

  @Override
  public SortedMap<String, List<String>> cables() {
    return chosen.cables();
  }

  @Override
  public void connect(SortedMap<String, List<String>> cables) {
    candidates.forEach(candidate -> candidate.connect(cables));
  }

  @Override
  public RealTime realTime() {
    return chosen.realTime();
  }

  @Override
  public String news() {
    return chosen.news();
  }

  @Override
  public String description() {
    return chosen.description();
  }

  @Override
  public String trouble() {
    return chosen.trouble();
  }

  @Override
  public Throwable failure() {
    return chosen.failure();
  }
}
