package modpool.patch.soundfont;

import java.util.ArrayList;
import java.util.List;
import modpool.io.file.BadFileException;
import modpool.patch.soundfont.Modulators.Modulator;
import modpool.patch.soundfont.SoundFontChunks.Records;

/// The zones of presets or of instruments: two tables of the same form. A first zone that names
/// nothing to play is global: what the others begin with.
final class SoundFontZones {
  private static final int BAG_BYTES = 4;
  private static final int MODULATOR_BYTES = 10;
  private static final int GENERATOR_BYTES = 4;
  private static final int MOST_IN_ZONE = 128; // modulators, and generators, of which 61 are known

  private final SoundFontChunks chunks;
  private final String what;
  private final int terminal;
  private final int bagOffset;
  private final Records heads;
  private final Records bags;
  private final Records modulators;
  private final Records generators;
  private final int terminals;
  private int zonesRead;

  private SoundFontZones(
      SoundFontChunks chunks, char kind, Records heads, int bagOffset, int terminal, int terminals)
      throws BadFileException {
    this.chunks = chunks;
    this.what = kind == 'p' ? "preset" : "instrument";
    this.heads = heads;
    this.bagOffset = bagOffset;
    this.terminal = terminal;
    this.terminals = terminals;
    bags = chunks.table(kind + "bag", BAG_BYTES);
    modulators = chunks.table(kind + "mod", MODULATOR_BYTES);
    generators = chunks.table(kind + "gen", GENERATOR_BYTES);
  }

  /// @param samples how many samples there are
  static SoundFontZones ofInstruments(SoundFontChunks chunks, int samples) throws BadFileException {
    return new SoundFontZones(chunks, 'i', chunks.table("inst", 22), 20, Generator.SAMPLE, samples);
  }

  /// @param instruments how many instruments there are
  static SoundFontZones ofPresets(SoundFontChunks chunks, int instruments) throws BadFileException {
    return new SoundFontZones(
        chunks, 'p', chunks.table("phdr", 38), 24, Generator.INSTRUMENT, instruments);
  }

  /// Presets or instruments.
  int count() {
    return heads.count();
  }

  Records heads() {
    return heads;
  }

  /// The zones of a preset or instrument that name something to play.
  List<GeneratorSet> zones(int head) throws BadFileException {
    int first = heads.unsigned16(head, bagOffset);
    int after = heads.unsigned16(head + 1, bagOffset);
    if (first > after || after > bags.count()) {
      throw damaged(head, "zones " + first + " to " + after);
    }
    zonesRead += after - first;
    if (zonesRead > bags.count()) {
      throw chunks.bad(
          "is damaged: its %s '%s' shares zones with another".formatted(what, heads.name(head)));
    }
    GeneratorSet global = new GeneratorSet();
    List<GeneratorSet> zones = new ArrayList<>();
    for (int bag = first; bag < after; bag++) {
      GeneratorSet zone = global.copy();
      read(head, bag, zone);
      if (zone.has(terminal)) {
        if (zone.get(terminal) >= terminals) {
          throw damaged(head, what(zone.get(terminal)));
        }
        zones.add(zone);
      } else if (bag == first) {
        global = zone;
      }
    }
    return zones;
  }

  private void read(int head, int bag, GeneratorSet zone) throws BadFileException {
    int modulator = bags.unsigned16(bag, 2);
    int afterModulators = bags.unsigned16(bag + 1, 2);
    if (modulator > afterModulators || afterModulators > modulators.count()) {
      throw damaged(head, "modulators " + modulator + " to " + afterModulators);
    }
    checkCount(head, afterModulators - modulator, "modulators");
    List<Modulator> own = new ArrayList<>();
    for (; modulator < afterModulators; modulator++) {
      own.add(
          new Modulator(
              modulators.unsigned16(modulator, 0),
              modulators.unsigned16(modulator, 2),
              modulators.signed16(modulator, 4),
              modulators.unsigned16(modulator, 6),
              modulators.unsigned16(modulator, 8)));
    }
    zone.add(new Modulators(List.copyOf(own)));
    int generator = bags.unsigned16(bag, 0);
    int afterGenerators = bags.unsigned16(bag + 1, 0);
    if (generator > afterGenerators || afterGenerators > generators.count()) {
      throw damaged(head, "generators " + generator + " to " + afterGenerators);
    }
    checkCount(head, afterGenerators - generator, "generators");
    for (; generator < afterGenerators; generator++) {
      int number = generators.unsigned16(generator, 0);
      if (number < Generator.COUNT) { // others are to be passed over, says the specification
        boolean unsigned =
            number == terminal
                || number == Generator.KEY_RANGE
                || number == Generator.VELOCITY_RANGE;
        zone.set(
            number,
            unsigned ? generators.unsigned16(generator, 2) : generators.signed16(generator, 2));
      }
      if (number == terminal) {
        return; // what follows it is to be passed over, too
      }
    }
  }

  private void checkCount(int head, int count, String of) throws BadFileException {
    if (count > MOST_IN_ZONE) {
      throw chunks.bad(
          "is damaged: its %s '%s' has %d %s in a zone, more than %d"
              .formatted(what, heads.name(head), count, of, MOST_IN_ZONE));
    }
  }

  private String what(int number) {
    return (terminal == Generator.SAMPLE ? "sample " : "instrument ") + number;
  }

  private BadFileException damaged(int head, String names) {
    return chunks.bad(
        "is damaged: its %s '%s' names %s, which is beyond the end"
            .formatted(what, heads.name(head), names));
  }
}
