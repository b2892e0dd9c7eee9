package modpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.control.BankSet;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.module.ModWriter;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.testing.BankFolder;
import modpool.tracker.SongTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Banks beside each other, and banks whose files change, heard: every sample is a constant level
/// of its own, so a level tells who plays.
class BanksTest {
  private static final double FULL =
      Math.pow(10, -12 / 20.0) * Math.sqrt(0.5) * 100 * 100 / 127 / 127;
  private static final double CLOSE = 1e-3;
  private static final long NOW = -1;
  private static final int BLOCK = 64;

  @TempDir Path top;
  private Path bank;
  private Path own;
  private int edits;

  @BeforeEach
  void two_banks() throws IOException {
    bank = Files.createDirectory(top.resolve("bank"));
    new BankFolder(bank)
        .wave("low", 48_000, 0.1f)
        .wave("high", 48_000, 0.2f)
        .loop("low", "")
        .loop("high", "")
        .write();
    own = Files.createDirectory(top.resolve("own")).resolve("bank.json");
  }

  private void writeOwn() throws IOException {
    new BankFolder(own.getParent()).wave("mine", 48_000, 0.4f).loop("mine", "").write();
  }

  @Test
  void a_preset_that_is_edited_sounds_with_the_next_note_and_held_ones_keep_theirs()
      throws Exception {
    try (Modpool modpool = open()) {
      Receiver receiver = modpool.receiver();
      on(receiver, 0, 60);
      assertEquals(0.1, level(modpool), CLOSE);

      edit("program-0.json", "low.wav", "high.wav");
      assertEquals(List.of(), modpool.control().banks().look(), "it may still be written to");
      List<String> news = modpool.control().banks().look();

      assertEquals(List.of(bank + " was read again: the next note has the new sound"), news);
      assertEquals(0.1, level(modpool), CLOSE, "the held note");
      on(receiver, 0, 62);
      assertEquals(0.1 + 0.2, level(modpool), CLOSE, "and the next one beside it");
      assertEquals(List.of(), modpool.control().banks().look());
    }
  }

  @Test
  void a_sample_that_is_edited_is_heard_too() throws Exception {
    try (Modpool modpool = open()) {
      new BankFolder(bank).wave("low", 48_000, 0.3f, 0.3f);
      lookTwice(modpool);

      on(modpool.receiver(), 0, 60);
      assertEquals(0.3, level(modpool), CLOSE);
    }
  }

  @Test
  void a_broken_edit_is_told_once_and_what_was_loaded_stays_until_it_is_mended() throws Exception {
    try (Modpool modpool = open()) {
      edit("program-0.json", "\"zones\"", "\"zone\"");
      List<String> news = lookTwice(modpool);

      assertEquals(1, news.size(), news.toString());
      assertTrue(
          news.getFirst().startsWith(bank.resolve("program-0.json") + ": unknown key 'zone'"));
      assertTrue(news.getFirst().endsWith("; what was loaded before stays"), news.getFirst());
      assertEquals(List.of(), lookTwice(modpool));
      Receiver receiver = modpool.receiver();
      on(receiver, 0, 60);
      assertEquals(0.1, level(modpool), CLOSE);

      edit("program-0.json", "\"zone\"", "\"zones\"");
      edit("program-0.json", "low.wav", "high.wav");
      assertEquals(1, lookTwice(modpool).size());
      on(receiver, 1, 60);
      assertEquals(0.1 + 0.2, level(modpool), CLOSE);
    }
  }

  @Test
  void a_bank_with_a_broken_edit_is_not_taken_for_what_is_loaded() throws Exception {
    try (Modpool modpool = open()) {
      edit("program-0.json", "\"zones\"", "\"zone\"");
      lookTwice(modpool);
      BadFileException e =
          assertThrows(BadFileException.class, () -> modpool.control().banks().contents());
      assertEquals(
          bank.resolve("program-0.json")
              + ": is no longer what was read, and what it is now cannot be; mend it first",
          e.getMessage());

      edit("program-0.json", "\"zone\"", "\"zones\"");
      lookTwice(modpool);
      Content mended = modpool.control().banks().contents().getFirst();
      try (Modpool fresh = open()) {
        assertEquals(fresh.control().banks().contents().getFirst(), mended);
      }
    }
  }

  @Test
  void a_bank_that_was_known_before_a_broken_edit_stays_known() throws Exception {
    try (Modpool modpool = open()) {
      List<Content> before = modpool.control().banks().contents();
      edit("program-0.json", "\"zones\"", "\"zone\"");
      lookTwice(modpool);
      assertEquals(before, modpool.control().banks().contents());
    }
  }

  @Test
  void a_file_that_a_bank_misses_is_waited_for() throws Exception {
    try (Modpool modpool = open()) {
      edit("program-0.json", "low.wav", "new.wav");
      assertTrue(lookTwice(modpool).getFirst().contains("new.wav: does not exist"));

      new BankFolder(bank).wave("new", 48_000, 0.3f);
      lookTwice(modpool);
      on(modpool.receiver(), 0, 60);
      assertEquals(0.3, level(modpool), CLOSE);
    }
  }

  @Test
  void ones_own_bank_has_its_number_whatever_else_is_loaded() throws Exception {
    writeOwn();
    for (Settings settings : List.of(new Settings(), new Settings().bank(bank).bank(bank))) {
      try (Modpool modpool = Modpool.open(settings.userBank(own))) {
        modpool.program(1, BankSet.USER, 0);
        on(modpool.receiver(), 0, 60);
        assertEquals(0.4, level(modpool), CLOSE);
      }
    }
  }

  @Test
  void half_of_bank_select_is_enough_for_it() throws Exception {
    writeOwn();
    for (int controller : new int[] {0, 32}) {
      try (Modpool modpool = Modpool.open(new Settings().bank(bank).userBank(own))) {
        Receiver receiver = modpool.receiver();
        receiver.send(
            new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, controller, BankSet.USER), NOW);
        receiver.send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 0, 0), NOW);
        on(receiver, 0, 60);
        assertEquals(0.4, level(modpool), CLOSE);
      }
    }
  }

  @Test
  void ones_own_bank_changes_no_other_and_nothing_is_made() throws Exception {
    try (Modpool without = open()) {
      on(without.receiver(), 0, 60);
      assertEquals(0.1, level(without), CLOSE);
    }
    assertFalse(Files.exists(own));
    writeOwn();
    try (Modpool with = open()) {
      on(with.receiver(), 0, 60);
      assertEquals(0.1, level(with), CLOSE);
    }
  }

  @Test
  void ones_own_bank_may_come_later() throws Exception {
    try (Modpool modpool = open()) {
      assertEquals(List.of(), lookTwice(modpool));
      writeOwn();
      lookTwice(modpool);

      modpool.program(1, BankSet.USER, 0);
      on(modpool.receiver(), 0, 60);
      assertEquals(0.4, level(modpool), CLOSE);
    }
  }

  @Test
  void ones_own_bank_when_damaged_keeps_nobody_from_playing() throws Exception {
    Files.writeString(own, "{");
    try (Modpool modpool = open()) {
      List<String> news = modpool.control().banks().look();

      assertEquals(1, news.size());
      assertTrue(news.getFirst().startsWith(own + ": is not valid JSON"), news.getFirst());
      assertTrue(news.getFirst().endsWith("; your bank 108 is left out until it is mended"));
      on(modpool.receiver(), 0, 60);
      assertEquals(0.1, level(modpool), CLOSE);
    }
  }

  @Test
  void a_named_bank_that_is_damaged_is_refused() throws Exception {
    Files.writeString(bank.resolve("bank.json"), "{");

    assertThrows(IOException.class, this::open);
  }

  @Test
  void the_samples_of_a_song_are_a_bank_while_it_is_loaded() throws Exception {
    try (Modpool modpool = open()) {
      modpool.control().songs().run(false);
      modpool.control().songs().open(song(), SongTiming.CIA, 0);
      modpool.program(1, BankSet.SONG, 1);
      Receiver receiver = modpool.receiver();
      on(receiver, 0, 60);
      assertEquals(-0.5, level(modpool), CLOSE, "sample 2");

      modpool.control().songs().close();
      assertEquals(-0.5, level(modpool), CLOSE, "the held note");
      on(receiver, 0, 62);
      assertEquals(-0.5 + 0.2, level(modpool), CLOSE, "bank 0's program 1 stands in");
    }
  }

  @Test
  void a_program_change_leaves_held_notes_and_counts_for_a_note_in_the_same_block()
      throws Exception {
    Path module = Files.write(top.resolve("song.mod"), ModWriter.write(song()));
    try (Modpool modpool = Modpool.open(new Settings().bank(bank).bank(module))) {
      Receiver receiver = modpool.receiver();
      on(receiver, 0, 60);
      assertEquals(0.1, level(modpool), CLOSE);

      modpool.program(1, 1, 0);
      on(receiver, 0, 62);
      assertEquals(0.1 + 0.25, level(modpool, BLOCK), CLOSE, "the module's first sample");
      modpool.program(1, 1, 1);
      on(receiver, 0, 64);
      assertEquals(0.1 + 0.25 - 0.5, level(modpool, BLOCK), CLOSE, "its second");
      modpool.program(1, 0, 1);
      on(receiver, 0, 66);
      assertEquals(0.1 + 0.25 - 0.5 + 0.2, level(modpool, BLOCK), CLOSE, "the first bank's");
      assertEquals(0.1 + 0.25 - 0.5 + 0.2, level(modpool), CLOSE, "and all are held");
    }
  }

  @Test
  void what_stands_in_is_named_with_both_ways_to_count() throws Exception {
    try (Modpool modpool = open()) {
      assertEquals(
          "channel 1: bank 0 has no program 5 (6); high plays",
          modpool.control().banks().standIn(1, false, 0, 5));
      assertEquals(
          "channel 10: bank 0 has no kit 3 (4); low plays",
          modpool.control().banks().standIn(10, true, 0, 3));
      assertEquals(
          "channel 2: there is no bank 300; low plays",
          modpool.control().banks().standIn(2, false, 300, 0));
    }
  }

  private Modpool open() throws IOException {
    return Modpool.open(new Settings().bank(bank).userBank(own));
  }

  private static Module song() {
    return SongText.song("levels")
        .sample(constant(32))
        .sample(constant(-64))
        .pattern("C-2 01")
        .module();
  }

  private static ModuleSample constant(int level) {
    byte[] data = new byte[64];
    Arrays.fill(data, (byte) level);
    return new ModuleSample("level", 0, 64, 0, 64, data);
  }

  /// Replaces a text in a file of the bank, at a time of its own.
  private void edit(String file, String text, String by) throws IOException {
    Path path = bank.resolve(file);
    String before = Files.readString(path);
    assertTrue(before.contains(text));
    Files.writeString(path, before.replace(text, by));
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000L * ++edits));
  }

  private static List<String> lookTwice(Modpool modpool) {
    assertEquals(List.of(), modpool.control().banks().look());
    return modpool.control().banks().look();
  }

  private static void on(Receiver receiver, int channel, int key) throws InvalidMidiDataException {
    receiver.send(new ShortMessage(ShortMessage.NOTE_ON, channel, key, 127), NOW);
  }

  private static double level(Modpool modpool) {
    return level(modpool, 640);
  }

  /// The level that all voices together have come to.
  private static double level(Modpool modpool, int frames) {
    float[] left = new float[frames];
    float[] right = new float[frames];
    modpool.render(left, right, frames);
    return left[frames - 1] / FULL;
  }
}
