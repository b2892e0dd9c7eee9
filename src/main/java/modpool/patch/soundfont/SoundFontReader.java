package modpool.patch.soundfont;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import modpool.io.file.BadFileException;
import modpool.patch.Bank;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Sound;
import modpool.patch.Trigger;
import modpool.patch.foreign.Unmapped;
import modpool.patch.foreign.ZoneStack;

/// Reads SoundFont 2 (E-mu Systems, "SoundFont Technical Specification", 2.04): 16 and 24 bits. The
/// zones of presets and instruments are laid over each other; a pair of samples, hard left and hard
/// right, becomes one in stereo.
public final class SoundFontReader {
  private static final int DRUMS = 128;
  private static final int MOST_ZONES = 100_000; // of all presets
  private static final int MOST_MEETINGS = 2_000_000; // of a preset's zone and an instrument's
  private static final int HARD = 450; // of 500: a pan that means one side alone

  private final SoundFontChunks chunks;
  private final Unmapped unmapped = new Unmapped();
  private final SoundFontWaves waves;
  private final SoundFontZones instruments;
  private final SoundFontZones presets;
  private final Map<Integer, List<GeneratorSet>> known = new HashMap<>();
  private final Map<Sound, Sound> sounds = new HashMap<>(); // most zones sound like their neighbour
  private int zones;
  private int meetings;

  private SoundFontReader(String file, byte[] bytes) throws BadFileException {
    chunks = new SoundFontChunks(file, bytes);
    waves = new SoundFontWaves(chunks, unmapped);
    instruments = SoundFontZones.ofInstruments(chunks, waves.count());
    presets = SoundFontZones.ofPresets(chunks, instruments.count());
  }

  /// True when these bytes begin a SoundFont.
  public static boolean recognises(byte[] bytes) {
    return bytes.length >= 12
        && Arrays.equals(bytes, 0, 4, new byte[] {'R', 'I', 'F', 'F'}, 0, 4)
        && Arrays.equals(bytes, 8, 12, new byte[] {'s', 'f', 'b', 'k'}, 0, 4);
  }

  /// @param file what to call it in a message
  public static SoundFont read(String file, byte[] bytes) throws BadFileException {
    return new SoundFontReader(file, bytes).soundFont();
  }

  private SoundFont soundFont() throws BadFileException {
    SortedMap<Integer, Patch[]> programs = new TreeMap<>();
    Patch[] kits = new Patch[Bank.PROGRAMS];
    for (int preset = 0; preset < presets.count(); preset++) {
      int program = presets.heads().unsigned16(preset, 20);
      int bank = presets.heads().unsigned16(preset, 22);
      Patch patch = program < Bank.PROGRAMS ? patch(preset) : null;
      if (patch == null) {
        unmapped.add("preset without a sound: " + presets.heads().name(preset));
        continue;
      }
      Patch[] row =
          bank == DRUMS ? kits : programs.computeIfAbsent(bank, _ -> new Patch[Bank.PROGRAMS]);
      if (row[program] != null) {
        unmapped.add("second preset with the same number: " + presets.heads().name(preset));
      } else {
        row[program] = patch;
      }
    }
    if (programs.isEmpty() && Arrays.stream(kits).allMatch(p -> p == null)) {
      throw chunks.bad("has no preset that sounds");
    }
    programs.computeIfAbsent(programs.isEmpty() ? 0 : programs.firstKey(), _ -> new Patch[0]);
    String name = chunks.text("INAM");
    SortedMap<Integer, Bank> banks = new TreeMap<>();
    for (int number : programs.keySet()) {
      boolean first = number == programs.firstKey();
      banks.put(
          number, new Bank(name, programs.get(number), first ? kits : new Patch[Bank.PROGRAMS]));
    }
    return new SoundFont(name, chunks.text("ICOP"), banks, waves.used(), unmapped.lines());
  }

  private Patch patch(int preset) throws BadFileException {
    List<GeneratorSet> drafts = new ArrayList<>();
    for (GeneratorSet outer : presets.zones(preset)) {
      for (GeneratorSet inner : instrument(outer.get(Generator.INSTRUMENT))) {
        if (++meetings > MOST_MEETINGS) {
          throw chunks.bad("lays more zones over each other than any instrument needs");
        }
        GeneratorSet draft = inner.under(outer);
        if (draft != null) {
          drafts.add(draft);
          if (++zones > MOST_ZONES) {
            throw chunks.bad("has more than " + MOST_ZONES + " zones");
          }
        }
      }
    }
    ZoneStack stack = new ZoneStack();
    boolean[] taken = new boolean[drafts.size()];
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        int partner = partner(drafts, i, taken);
        GeneratorSet other = partner < 0 ? null : drafts.get(partner);
        if (partner >= 0) {
          taken[partner] = true;
        }
        boolean leftFirst = other == null || drafts.get(i).get(Generator.PAN) < 0;
        add(stack, leftFirst ? drafts.get(i) : other, leftFirst ? other : drafts.get(i));
      }
    }
    String name = presets.heads().name(preset);
    return stack.isEmpty() ? null : stack.toPatch(name.isEmpty() ? "preset " + preset : name);
  }

  private List<GeneratorSet> instrument(int number) throws BadFileException {
    List<GeneratorSet> read = known.get(number);
    if (read == null) {
      read = instruments.zones(number);
      known.put(number, read);
    }
    return read;
  }

  /// The other half of a stereo pair among the next zones, -1 when there is none. Editors write the
  /// halves one after the other, or all left ones before all right ones.
  private int partner(List<GeneratorSet> drafts, int at, boolean[] taken) {
    GeneratorSet one = drafts.get(at);
    int pan = one.get(Generator.PAN);
    if (Math.abs(pan) < HARD) {
      return -1;
    }
    for (int i = at + 1; i < Math.min(drafts.size(), at + 256); i++) {
      GeneratorSet other = drafts.get(i);
      boolean opposite = other.get(Generator.PAN) * Integer.signum(pan) <= -HARD;
      if (!taken[i] && opposite && one.isSiblingOf(other)) {
        boolean pair = pan < 0 ? waves.arePair(one, other) : waves.arePair(other, one);
        if (pair) {
          return i;
        }
      }
    }
    return -1;
  }

  private void add(ZoneStack stack, GeneratorSet set, GeneratorSet right) throws BadFileException {
    Sample sample = waves.sample(set, right);
    int soft = Math.max(1, set.low(Generator.VELOCITY_RANGE));
    int hard = set.high(Generator.VELOCITY_RANGE);
    if (sample == null || soft > hard) {
      return;
    }
    int choke = Math.clamp(set.get(Generator.EXCLUSIVE_CLASS), 0, Trigger.MAX_CHOKE);
    Trigger trigger =
        Trigger.keys(set.low(Generator.KEY_RANGE), set.high(Generator.KEY_RANGE))
            .velocities(soft, hard)
            .choking(choke, choke);
    Sound sound = GeneratorSound.of(set, right != null, unmapped);
    sound = sounds.merge(sound, sound, (old, _) -> old);
    int root = waves.rootKey(set);
    double tune =
        set.get(Generator.COARSE_TUNE) * 100.0
            + set.get(Generator.FINE_TUNE)
            + waves.correctionCents(set);
    int key = set.get(Generator.KEY);
    if (key >= 0 && key <= 127) { // every key sounds as this one would
      tune += (key - root) * (double) set.get(Generator.SCALE_TUNING);
    }
    if (!stack.add(trigger, sample, root, tune, 0, sound)) {
      unmapped.add("zone beyond the " + Trigger.LAYERS + " layers that sound at once");
    }
  }
}
