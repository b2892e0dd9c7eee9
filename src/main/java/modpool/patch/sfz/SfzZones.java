package modpool.patch.sfz;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import modpool.io.file.BadFileException;
import modpool.patch.Recording;
import modpool.patch.Sample;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.foreign.Unmapped;
import modpool.patch.foreign.ZoneStack;

/// Makes zones of regions: which sample, which keys, which turn, whom it ends.
final class SfzZones {
  static final double MAX_CENTS = 12_000;

  private final SfzSamples samples;
  private final SfzConditions conditions;
  private final Unmapped unmapped;
  private final ZoneStack stack = new ZoneStack();
  private final Map<Integer, Integer> groups = new HashMap<>();
  private final Map<Sound, Sound> sounds = new HashMap<>(); // most regions sound alike

  SfzZones(SfzSamples samples, SfzConditions conditions, Unmapped unmapped) {
    this.samples = samples;
    this.conditions = conditions;
    this.unmapped = unmapped;
  }

  ZoneStack stack() {
    return stack;
  }

  void add(SfzRegion region) throws BadFileException {
    String path = region.text("sample", "").strip();
    if (path.isEmpty() || path.equals("*silence")) {
      return;
    }
    Trigger trigger = conditions.hold(region) ? trigger(region) : null;
    Recording recording = trigger == null ? null : samples.recording(path);
    if (recording == null) {
      return;
    }
    int frames = recording.frames();
    if (region.has("end")) {
      int end = region.whole("end", frames - 1, -1, Integer.MAX_VALUE - 1);
      if (end < 0) {
        return; // says: never sounds
      }
      frames = Math.min(frames, end + 1);
    }
    String mode = loopMode(region, recording);
    Sample sample = sample(region, path, recording, frames, mode);
    int end = sample.loop() == Loop.NONE ? frames : sample.loopEnd();
    int offset = Math.min(region.whole("offset", 0, 0, Integer.MAX_VALUE), end - 1);
    Sound sound = SfzSound.of(region, mode.equals("one_shot"), unmapped);
    sound = sounds.merge(sound, sound, (old, _) -> old);
    double tune =
        region.number("tune", 0, -MAX_CENTS, MAX_CENTS)
            + region.number("pitch", 0, -MAX_CENTS, MAX_CENTS)
            + 100 * region.number("transpose", 0, -127, 127);
    String center = region.nearest("pitch_keycenter", "key");
    int root;
    if (region.text(center, "").strip().equals("sample")) {
      root = recording.rootKey();
      tune += recording.tuneCents();
    } else {
      root = Math.clamp(region.key(center, 60) + region.keyShift(), 0, 127);
    }
    region.tellUnknown();
    if (!stack.add(trigger, sample, root, tune, offset, sound)) {
      unmapped.add("region beyond the " + Trigger.LAYERS + " layers that sound at once");
    }
  }

  private static String loopMode(SfzRegion region, Recording recording) {
    String own = recording.loop() == Loop.NONE ? "no_loop" : "loop_continuous";
    return region.text(region.nearest("loop_mode", "loopmode"), own).strip();
  }

  private Sample sample(SfzRegion region, String path, Recording recording, int frames, String mode)
      throws BadFileException {
    boolean fileLoops = recording.loop() != Loop.NONE;
    int most = Integer.MAX_VALUE - 1;
    int fileStart = fileLoops ? recording.loopStart() : 0;
    int fileEnd = (fileLoops ? recording.loopEnd() : frames) - 1;
    int start = region.whole(region.nearest("loop_start", "loopstart"), fileStart, 0, most);
    int end = region.whole(region.nearest("loop_end", "loopend"), fileEnd, 0, most);
    String type = region.text("loop_type", fileLoops ? "" : "forward").strip();
    end = Math.min(end + 1, frames);
    if (mode.equals("loop_sustain")) {
      unmapped.add("loop_mode loop_sustain: a loop that ends with the key goes on");
    }
    if (!mode.startsWith("loop_") || start >= end) {
      return samples.sample(path, Loop.NONE, 0, 0, frames);
    }
    Loop loop =
        switch (type) {
          case "alternate" -> Loop.PING_PONG;
          case "" -> recording.loop();
          default -> Loop.FORWARD;
        };
    return samples.sample(path, loop, start, end, frames);
  }

  /// When it sounds; null for never.
  private Trigger trigger(SfzRegion region) {
    int low = shifted(region, region.key(region.nearest("lokey", "key"), 0));
    int high = shifted(region, region.key(region.nearest("hikey", "key"), 127));
    int soft = Math.max(1, region.whole("lovel", 0, 0, 127));
    int hard = region.whole("hivel", 127, 0, 127);
    if (high < 0 || low > 127 || low > high || soft > hard) {
      return null;
    }
    Trigger plain =
        Trigger.keys(Math.clamp(low, 0, 127), Math.clamp(high, 0, 127)).velocities(soft, hard);
    Trigger turned = turn(region, plain);
    int group = number(region.whole(region.nearest("group", "polyphony_group"), 0, 0, 1 << 30));
    int offBy = number(region.whole(region.nearest("off_by", "offby"), 0, 0, 1 << 30));
    if (!Set.of("fast", "").contains(region.text("off_mode", "").strip()) && offBy > 0) {
      unmapped.add("off_mode " + region.text("off_mode", "") + ": what is ended fades at once");
    }
    return turned.choking(group, offBy);
  }

  private static int shifted(SfzRegion region, int key) {
    return key < 0 ? -1 : key + region.keyShift();
  }

  private Trigger turn(SfzRegion region, Trigger plain) {
    int turns = region.whole("seq_length", 1, 1, Trigger.MAX_TURNS);
    int turn = region.whole("seq_position", 1, 1, Trigger.MAX_TURNS);
    double low = region.number("lorand", 0, 0, 1);
    double high = region.number("hirand", 1, 0, 1);
    if (turns == 1 && (low > 0 || high < 1)) {
      double share = high - low;
      int many = share > 0 ? (int) Math.rint(1 / share) : 0;
      boolean even =
          many >= 1
              && many <= Trigger.MAX_TURNS
              && Math.abs(low * many - Math.rint(low * many)) < 0.05;
      if (!even) {
        unmapped.add("lorand and hirand of uneven shares: always sounds");
        return plain;
      }
      unmapped.add("lorand and hirand: in turns, not at random");
      return plain.inTurn(Math.min((int) Math.rint(low * many), many - 1), many);
    }
    return turn <= turns ? plain.inTurn(turn - 1, turns) : plain.inTurn(turns - 1, turns);
  }

  /// Groups have any number in an SFZ, 1 to 127 here.
  private int number(int group) {
    if (group == 0) {
      return 0;
    }
    if (!groups.containsKey(group) && groups.size() == Trigger.MAX_CHOKE) {
      unmapped.add("group beyond the " + Trigger.MAX_CHOKE + " that there can be");
      return 0;
    }
    return groups.computeIfAbsent(group, _ -> groups.size() + 1);
  }
}
