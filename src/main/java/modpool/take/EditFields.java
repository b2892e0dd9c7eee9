package modpool.take;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import modpool.bank.SoundText;
import modpool.bank.TriggerText;
import modpool.edit.EditedPatch;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.edit.Waveform;
import modpool.io.file.BadFileException;
import modpool.patch.Fields;
import modpool.patch.Patch;
import modpool.patch.Sample.Loop;
import modpool.patch.Sound;
import modpool.patch.SoundReader;
import modpool.patch.TriggerReader;

/// The patches that were edited in a take, one after the other, as JSON and back. Of each stands
/// only what the one before had not: zones that differ, samples by number, and a waveform once in
/// the whole take. For one that writes, or one that reads.
final class EditFields {
  private static final int MOST_SAMPLES = 1 << 16; // of an edit
  private static final long MOST_POINTS =
      1 << 26; // of all waveforms: 256 MB, whatever the file has

  private long pointsLeft;
  private long charsLeft;
  private final Map<Waveform, Integer> waveNumbers = new IdentityHashMap<>();
  private final Map<EditedSample, Integer> sampleNumbers = new IdentityHashMap<>();
  private final List<Waveform> waves = new ArrayList<>();
  private final List<EditedSample> samples = new ArrayList<>();
  private List<EditedZone> before = List.of();

  EditFields() {
    this(MOST_POINTS, TakeFormat.MOST_BYTES);
  }

  /// @param mostPoints of all waveforms together
  /// @param mostChars of all that are written
  EditFields(long mostPoints, long mostChars) {
    pointsLeft = mostPoints;
    charsLeft = mostChars;
  }

  /// @param patch null for none
  /// @throws IllegalArgumentException when it cannot be written; the message says why
  void write(EditedPatch patch, ObjectNode node) {
    if (patch == null) {
      node.put("ends", true);
      return;
    }
    List<EditedZone> zones = patch.zones();
    node.put("name", patch.name()).put("zones", zones.size());
    ArrayNode newWaves = node.putArray("waves");
    ArrayNode newSamples = node.putArray("samples");
    ArrayNode changed = node.putArray("changed");
    for (int place = 0; place < zones.size(); place++) {
      EditedZone zone = zones.get(place);
      if (!isAsBefore(place, zone)) {
        int sample = numberOf(zone.sample(), newSamples, newWaves);
        write(zone, sample, changed.addObject().put("place", place));
      }
    }
    before = zones;
  }

  /// The very sample, too: what is made of another is another, though it may be equal.
  private boolean isAsBefore(int place, EditedZone zone) {
    return place < before.size()
        && numberOf(before.get(place).sample()).equals(numberOf(zone.sample()))
        && before.get(place).equals(zone);
  }

  /// Empty for one that has not been written.
  private Optional<Integer> numberOf(EditedSample sample) {
    return Optional.ofNullable(sampleNumbers.get(sample));
  }

  private static void write(EditedZone zone, int sample, ObjectNode node) {
    TriggerText.put(node, zone.trigger());
    node.put("sample", sample).put("rootKey", zone.rootKey());
    node.put("tuneCents", zone.tuneCents()).put("startFrame", zone.startFrame());
    SoundText.put(node, zone.sound(), Sound.PLAIN);
  }

  private int numberOf(EditedSample sample, ArrayNode newSamples, ArrayNode newWaves) {
    Integer known = sampleNumbers.putIfAbsent(sample, sampleNumbers.size());
    if (known != null) {
      return known;
    }
    ObjectNode node = newSamples.addObject().put("wave", numberOf(sample.wave(), newWaves));
    node.put("loop", word(sample.loop()));
    node.put("loopStart", sample.loopStart()).put("loopEnd", sample.loopEnd());
    node.put("crossfade", sample.crossfade());
    return sampleNumbers.get(sample);
  }

  private int numberOf(Waveform wave, ArrayNode newWaves) {
    Integer known = waveNumbers.putIfAbsent(wave, waveNumbers.size());
    if (known == null) {
      charsLeft -= WaveFields.write(wave, newWaves.addObject(), pointsLeft, charsLeft);
      pointsLeft -= WaveFields.points(wave);
    }
    return waveNumbers.get(wave);
  }

  private static String word(Loop loop) {
    return loop.name().toLowerCase(Locale.ROOT);
  }

  /// @return null for none
  /// @throws BadFileException when it is damaged
  EditedPatch read(Fields node) throws BadFileException {
    if (node.flag("ends", false)) {
      return null;
    }
    for (Fields fields : node.objects("waves", MOST_SAMPLES)) {
      Waveform wave = WaveFields.read(fields, pointsLeft);
      pointsLeft -= WaveFields.points(wave);
      waves.add(wave);
    }
    for (Fields sample : node.objects("samples", MOST_SAMPLES)) {
      samples.add(sample(sample));
    }
    int size = node.whole("zones", 1, 1, Patch.MOST_ZONES);
    List<EditedZone> zones = new ArrayList<>(before.subList(0, Math.min(size, before.size())));
    for (Fields zone : node.objects("changed", Patch.MOST_ZONES)) {
      int place = zone.whole("place", 0, 0, Math.min(size - 1, zones.size()));
      if (place == zones.size()) {
        zones.add(zone(zone));
      } else {
        zones.set(place, zone(zone));
      }
    }
    if (zones.size() != size) {
      throw node.bad("has %d of %d zones".formatted(zones.size(), size));
    }
    before = List.copyOf(zones);
    return new EditedPatch(node.text("name"), before);
  }

  private EditedSample sample(Fields node) throws BadFileException {
    Waveform wave = numbered(node, "wave", waves);
    int frames = wave.length();
    return EditedSample.of(
        wave,
        node.word("loop", Loop.NONE, Loop.values(), EditFields::word),
        node.whole("loopStart", 0, 0, frames),
        node.whole("loopEnd", 0, 0, frames),
        node.whole("crossfade", 0, 0, frames));
  }

  private static <T> T numbered(Fields node, String key, List<T> known) throws BadFileException {
    int number = node.whole(key, 0, 0, Integer.MAX_VALUE);
    if (number >= known.size()) {
      throw node.bad("has the %s %d of %d".formatted(key, number, known.size()));
    }
    return known.get(number);
  }

  private EditedZone zone(Fields node) throws BadFileException {
    return new EditedZone(
        TriggerReader.read(node),
        numbered(node, "sample", samples),
        node.whole("rootKey", 0, 0, 127),
        node.number("tuneCents", 0, -EditedZone.MOST_TUNE_CENTS, EditedZone.MOST_TUNE_CENTS),
        node.whole("startFrame", 0, 0, Integer.MAX_VALUE),
        SoundReader.read(node, Sound.PLAIN));
  }
}
