package modpool.module;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import modpool.module.ModHeader.Slot;

/// Cuts the samples out of a MOD and mends their loops.
///
/// A loop beyond its sample's end is mended as 8bitbubsy's ProTracker 2 clone does
/// (`pt2_module_loader.c`): if half its start fits, it was written in bytes by a Soundtracker; else
/// silence is appended, as on an Amiga the loop goes on into whatever lies behind. So the loop's
/// length, which is its pitch, stays.
final class ModSamples {
  /// Most bytes that a slot's length can say.
  private static final int MAX_LENGTH = 0xFFFF * 2;

  private static final int NO_LOOP = 2; // one word: what Paula repeats when a sample has ended

  private final byte[] file;
  private final ModTag tag;
  private final List<String> warnings;
  private int at;

  /// @param at where the first sample begins
  ModSamples(byte[] file, ModTag tag, int at, List<String> warnings) {
    this.file = file;
    this.tag = tag;
    this.at = Math.min(at, file.length);
    this.warnings = warnings;
  }

  List<ModuleSample> read(List<Slot> slots) {
    List<ModuleSample> samples = new ArrayList<>();
    for (Slot slot : slots) {
      samples.add(read(slot, samples.size() + 1));
    }
    return samples;
  }

  private ModuleSample read(Slot slot, int number) {
    byte[] data = data(slot, number);
    int volume = slot.volume();
    if (volume > 64) {
      warnings.add("sample " + number + " has the volume " + volume + "; it plays at 64");
      volume = 64;
    }
    ModuleSample plain = new ModuleSample(slot.name(), finetune(slot), volume, 0, 0, data);
    if (slot.loopLength() <= NO_LOOP || plain.isEmpty()) {
      return plain;
    }
    return tag.isSoundtracker() ? soundtrackerLoop(plain, slot) : loop(plain, slot, number);
  }

  private byte[] data(Slot slot, int number) {
    int there = Math.min(slot.length(), file.length - at);
    byte[] data = Arrays.copyOfRange(file, at, at + there);
    at += there;
    if (there < slot.length()) {
      warnings.add(
          "sample "
              + number
              + " is cut short: "
              + there
              + " of "
              + slot.length()
              + " bytes are there");
    }
    if (there == 0 || slot.length() <= NO_LOOP) {
      return new byte[0];
    }
    return Arrays.copyOf(data, slot.length()); // silence for what is missing
  }

  private int finetune(Slot slot) {
    if (tag.isSoundtracker()) {
      return 0;
    }
    int nibble = tag.invertedFinetune() ? (-slot.finetune() & 0x1F) / 2 : slot.finetune() & 0xF;
    return nibble < 8 ? nibble : nibble - 16;
  }

  private ModuleSample loop(ModuleSample plain, Slot slot, int number) {
    int start = slot.loopStart() * 2;
    int length = slot.loopLength();
    int end = plain.length();
    if (start + length <= end) {
      return looped(plain, plain.data(), start, length);
    }
    if (start / 2 + length <= end) {
      return looped(plain, plain.data(), start / 2, length);
    }
    if (start >= end || start + length > MAX_LENGTH) {
      warnings.add("sample " + number + " has a loop outside itself; it plays once");
      return plain;
    }
    warnings.add("sample " + number + " ends before its loop does; silence fills the loop");
    return looped(plain, Arrays.copyOf(plain.data(), start + length), start, length);
  }

  /// Soundtrackers give the start of a loop in bytes, and of a sample with a loop play nothing
  /// else.
  private static ModuleSample soundtrackerLoop(ModuleSample plain, Slot slot) {
    int start = slot.loopStart();
    int end = Math.min(start + slot.loopLength(), plain.length());
    if (end - start <= NO_LOOP) {
      return plain;
    }
    return looped(plain, Arrays.copyOfRange(plain.data(), start, end), 0, end - start);
  }

  private static ModuleSample looped(ModuleSample plain, byte[] data, int start, int length) {
    return new ModuleSample(plain.name(), plain.finetune(), plain.volume(), start, length, data);
  }
}
