import java.io.IOException;
import java.nio.file.Path;

/// Writes the demo song, presets/songs/demo.mid:
///
///     java presets/make/MakeDemo.java
///
/// "Harbour Lights" in A minor: a music box by the sea, a theme on the sound chip, a band, a quiet
/// bridge, and the theme again with everybody. No channel plays more than four notes at once.
public final class MakeDemo {
  private static final String THEME =
      """
      A4:8 C5:8 >E5:4 D5:8 C5:8 B4:8 C5:8    A4:4. F4:8 A4:8 C5:8 D5:4
      >E5:4 G5:8 E5:8 D5:8 C5:8 D5:4         B4:2 G4:8 A4:8 B4:8 G4:8
      A4:8 C5:8 >E5:4 A5:4 G5:8 E5:8         >F5:4 E5:8 C5:8 A4:4 C5:4
      B4:8 D5:8 C5:8 B4:8 G#4:4 B4:4         >A4:2. -:4
      """;

  private static final String[] THEME_CHORDS = {"Am", "F", "C", "G", "Am", "F", "E", "Am"};
  private static final String[] BAND_CHORDS = {"F", "G", "Em", "Am", "F", "G", "C", "E"};

  private MakeDemo() {}

  /// @param args optionally the file to write
  public static void main(String[] args) throws IOException {
    Score score = new Score("Harbour Lights", "CC0 1.0");
    score.tempo(1, 0, 96);
    score.tempo(5, 0, 126);
    score.tempo(20, 2, 112);
    score.tempo(20, 3, 98);
    score.tempo(21, 0, 84);
    score.tempo(26, 2, 72);
    score.tempo(27, 0, 132);
    score.tempo(36, 0, 118);
    score.tempo(37, 0, 92);
    score.tempo(38, 0, 76);
    score.marker(1, "Sea");
    score.marker(5, "Chip");
    score.marker(13, "Band");
    score.marker(21, "Bridge");
    score.marker(27, "Everybody");
    score.marker(35, "Home");
    lead(score.part("Lead", 1));
    keys(score.part("Keys", 2));
    bass(score.part("Bass", 3));
    strings(score.part("Strings", 4));
    arpeggio(score.part("Arpeggio", 5));
    brass(score.part("Brass", 6));
    colours(score.part("Colours", 7));
    drums(score.part("Drums", 10));
    score.write(Path.of(args.length > 0 ? args[0] : "presets/songs/demo.mid"));
  }

  /// Chip lead, trumpet, flute, saw lead.
  private static void lead(Part part) {
    part.bar(1).program(80).volume(96).pan(60).control(11, 127);
    part.bar(5).touch(92, 0.85).play(THEME);
    part.bar(8).swell(1, 0, 80, 1.5).bar(8).bend(1.75, 0, 0, 0.1);
    part.bar(9).control(1, 0).bar(12).bend(1.5, 0, -2, 1.2).swell(1, 30, 90, 2);

    part.bar(13).program(56).control(1, 0).bend(0, 0, 0, 0.1).volume(92).touch(88, 0.95);
    part.play("C5:4. A4:8 C5:4 D5:4   D5:4. B4:8 D5:4 E5:4");
    part.play(">G5:4. E5:8 D5:8 E5:8 B4:4   C5:2. E4:8 A4:8");
    part.play("C5:8 D5:8 C5:8 A4:8 >F5:4 E5:4   D5:4 G5:4 F5:8 E5:8 D5:8 B4:8");
    part.play(">E5:2 C5:8 D5:8 E5:8 G5:8   >G#5:2 E5:4 -:4");
    part.bar(16).swell(1, 0, 70, 2.5).bar(17).control(1, 0).bar(20).swell(11, 127, 70, 2);

    part.bar(21).program(73).volume(112).control(11, 110).control(1, 0).touch(94, 0.97);
    part.play("A5:2 G5:4 E5:4   G5:2. C5:4   F5:4 E5:4 D5:4 A4:4");
    part.play("C5:2. -:4   A4:4 C5:4 F5:4 A5:4   G#5:1");
    part.bar(22).swell(1, 0, 60, 2.5).bar(23).control(1, 10);
    part.bar(26).swell(1, 10, 90, 3).swell(11, 110, 40, 3.8);

    part.bar(27).program(81).volume(92).control(11, 120).control(1, 0).touch(96, 0.93);
    part.bend(0.9, -1, 0, 0.3).play(THEME);
    part.bar(31).bend(1.9, -2, 0, 0.25).bar(34).bend(0.1, -1, 0, 0.3).swell(1, 20, 100, 2.5);
    part.bar(35).control(1, 0);
    part.play("A5:4. G5:8 F5:4 A5:4   B5:4. A5:8 G5:4 B5:4   >C#6:1   -:1");
    part.bar(37).bend(0, -2, 0, 0.4).swell(1, 0, 80, 3.5).swell(11, 120, 60, 3.9);
  }

  /// Music box, electric piano, grand piano with pedal, polysynth.
  private static void keys(Part part) {
    part.bar(1).program(10).volume(104).pan(74).touch(92, 0.95);
    part.play("A5:8 E5:8 C6:8 E5:8 B5:8 E5:8 C6:4   A5:8 F5:8 C6:8 A5:8 E6:4 D6:4");
    part.play("C6:8 G5:8 E6:8 G5:8 D6:8 G5:8 E6:4   D6:8 B5:8 G5:8 B5:8 <G#5:8 <B5:8 <E6:4");
    part.bar(13).program(4).volume(88).pan(46).touch(80, 0.9);
    for (String chord : BAND_CHORDS) {
      String notes = close(chord);
      part.play("-:8 " + notes + ":8 -:4 " + notes + ":8 -:8 <" + notes + ":4");
    }
    part.bar(21).program(0).volume(108).pan(64).touch(84, 0.9);
    String[] bridge = {
      "F3:8 C4:8 F4:8 A4:8 C5:8 A4:8 F4:8 C4:8", "E3:8 C4:8 G4:8 C5:8 E5:8 C5:8 G4:8 C4:8",
      "D3:8 A3:8 D4:8 F4:8 A4:8 F4:8 D4:8 A3:8", "A2:8 E3:8 A3:8 C4:8 E4:8 C4:8 A3:8 E3:8",
      "F3:8 C4:8 F4:8 A4:8 C5:8 A4:8 F4:8 C4:8", "E3:8 B3:8 E4:8 G#4:8 B4:8 G#4:8 E4:4"
    };
    for (String bar : bridge) {
      part.pedal(4).play(bar);
    }
    part.bar(27).program(90).volume(78).pan(46).touch(84, 0.85);
    for (String chord : THEME_CHORDS) {
      String notes = close(chord);
      part.play(notes + ":4. " + notes + ":4. " + notes + ":4");
    }
    part.play("A3+C4+F4:1 B3+D4+G4:1 A3+C#4+E4+A4:1").swell(11, 120, 30, 4);
    part.play("<A3+C#4+E4+A4:1");
  }

  /// Synth bass, finger bass, acoustic bass, synth bass.
  private static void bass(Part part) {
    part.bar(5).program(38).volume(100).pan(64).touch(96, 0.8);
    chipBass(part);
    part.bar(13).program(33).volume(104).touch(94, 0.85);
    for (String chord : BAND_CHORDS) {
      String root = root(chord);
      String low = root + octaveOfBass(chord) + ":";
      part.play(">" + low + "4. " + low + "8 -:8 <" + low + "8 " + up(low) + "8 " + low + "8");
    }
    part.bar(21).program(32).volume(112).touch(92, 0.95);
    part.play("F2:1 E2:1 D2:1 A1:1 F1:2. C2:4 E1:1");
    part.bar(27).program(38).volume(98).touch(100, 0.8);
    chipBass(part);
    part.play("F1:8 F2:8 F1:8 F2:8 F1:8 F2:8 F1:8 F2:8 G1:8 G2:8 G1:8 G2:8 G1:8 G2:8 G1:8 G2:8");
    part.touch(90, 0.97).play(">A1:1 <A1:1");
  }

  private static void chipBass(Part part) {
    for (String chord : THEME_CHORDS) {
      String low = root(chord) + octaveOfBass(chord) + ":";
      String high = up(low);
      part.play(">" + low + "8 " + low + "8 " + high + "8 " + low + "8");
      part.play(low + "8 " + high + "8 " + low + "16 " + low + "16 " + high + "8");
    }
  }

  /// Warm pad, strings with swells, choir, strings.
  private static void strings(Part part) {
    part.bar(1).program(89).volume(104).pan(54).touch(92, 0.98).swell(11, 40, 120, 12);
    part.play("A3+C4+E4:1 A3+C4+F4:1 G3+C4+E4:1").swell(11, 115, 60, 4).play("G#3+B3+E4:1");
    part.bar(13).program(48).volume(80).touch(80, 0.98);
    for (int i = 0; i < BAND_CHORDS.length; i++) {
      part.swell(11, i % 2 == 0 ? 60 : 110, i % 2 == 0 ? 110 : 60, 4);
      part.play(close(BAND_CHORDS[i]) + ":1");
    }
    part.bar(21).program(52).volume(96).touch(86, 0.98).swell(11, 30, 110, 8);
    part.play("A3+C4+F4:1 G3+C4+E4:1 A3+D4+F4:1 A3+C4+E4:1 A3+C4+F4:1");
    part.swell(11, 110, 30, 4).play("G#3+B3+E4:1");
    part.bar(27).program(48).volume(88).touch(90, 0.96).control(11, 110);
    part.play("E5:1 C5:2 F5:2 E5:1 D5:1 E5:2 C5:2 A4:2 C5:2 B4:1 C5:2 E5:2");
    part.play("C5+F5+A5:1 D5+G5+B5:1").swell(11, 120, 50, 8).play("C#5+E5+A5:1 <C#5+E5+A5:1");
  }

  /// Harp, pulse arpeggio, steel guitar, harp, octave pulse.
  private static void arpeggio(Part part) {
    part.bar(4).program(46).volume(104).pan(84).touch(88, 0.95);
    part.play("-:2 E3:16 G#3:16 B3:16 D4:16 E4:16 G#4:16 B4:16 D5:16");
    part.bar(5).program(84).volume(84).pan(96).touch(76, 0.7);
    sixteenths(part, THEME_CHORDS);
    part.bar(13).program(25).volume(82).pan(92).touch(74, 0.9);
    for (String chord : BAND_CHORDS) {
      String[] n = close(chord).split("\\+");
      part.play("-:4 %2$s:8 %3$s:8 %1$s:8 %2$s:8 %3$s:8 %2$s:8".formatted((Object[]) n));
    }
    part.bar(26).program(46).volume(90).touch(84, 0.95);
    part.play("-:2 E4:16 G#4:16 B4:16 E5:16 G#5:16 B5:16 E6:16 G#6:16");
    part.bar(27).program(87).volume(76).pan(98).touch(80, 0.7);
    sixteenths(part, THEME_CHORDS);
    part.bar(37).program(46).volume(90).pan(80).touch(86, 0.95).pedal(7.5);
    part.play("A3:16 C#4:16 E4:16 A4:16 C#5:16 E5:16 A5:16 C#6:16 E6:4 -:4");
  }

  private static void sixteenths(Part part, String[] chords) {
    for (String chord : chords) {
      String[] n = close(chord).split("\\+");
      String run = "%1$s:16 %2$s:16 %3$s:16 %2$s:16 ".formatted((Object[]) n);
      part.play(run.repeat(4));
    }
  }

  /// Brass stabs for the band, horn in the bridge, full section at the end.
  private static void brass(Part part) {
    part.bar(13).program(61).volume(78).pan(38).touch(86, 0.7);
    part.play("-:1 -:2 -:8 >B3+D4+G4:8 -:4 -:1 -:2 -:8 >C4+E4+A4:8 >C4+E4+A4:4");
    part.play("-:1 -:2 -:8 >B3+D4+G4:8 -:4 >C4+E4+G4:4. >C4+E4+G4:8 -:2");
    part.touch(90, 0.95).swell(11, 50, 127, 2).play("B3+E4+G#4:2 -:2").control(11, 110);
    part.bar(23).program(60).volume(104).touch(84, 0.97);
    part.play("D4:2 F4:2 E4:2 C4:2 A3:1 B3:1");
    part.bar(27).program(61).volume(84).touch(92, 0.8).control(11, 120);
    for (String chord : THEME_CHORDS) {
      String notes = close(chord);
      part.play(">" + notes + ":8 -:4 " + notes + ":8 -:2");
    }
    part.touch(98, 0.95).play("A3+C4+F4:1 B3+D4+G4:1").swell(11, 127, 40, 6);
    part.play(">A3+C#4+E4+A4:1 -:1");
  }

  /// Sea, reverse cymbal, clarinet, vibraphone, timpani, orchestra hit, bells.
  private static void colours(Part part) {
    part.bar(1).program(122).volume(84).pan(64).swell(11, 30, 110, 6).touch(90, 0.98);
    part.play("C4:1 C4:1").swell(11, 110, 40, 3.9).play("C4:1").program(119);
    part.control(11, 110).volume(100).play("-:4 -:8 C4:2 -:8");
    part.bar(12).play("-:4 -:8 C4:2 -:8");
    part.bar(17).program(71).volume(84).pan(30).touch(80, 0.95);
    part.play("A3:4 C4:4 F4:2   G4:4 B3:4 D4:2   C4:4 E4:4 G4:2   B3:2. -:4");
    part.bar(21).program(11).volume(92).pan(96).touch(80, 0.95);
    part.play("-:2 C5+F5:4 -:4 -:2 C5+G5:4 -:4 -:2 D5+A5:4 -:4 -:2 C5+E5:4 -:4 -:2 C5+A5:2");
    part.program(47).pan(64).volume(100).touch(60, 0.9);
    part.play("-:4 <E2:8 <E2:8 E2:16 E2:16 E2:16 E2:16 >E2:16 >E2:16 >E2:16 >E2:16");
    part.bar(27).program(55).volume(84).touch(100, 0.9).play("A3:4 -:4 -:2").bar(31);
    part.play("A3:4 -:4 -:2").bar(35).program(14).volume(100).touch(96, 0.95);
    part.play("F4:2 C5:2 G4:2 D5:2 >A4:2 E5:2 >A4:1");
  }

  /// The chip kit, then the standard one.
  private static void drums(Part part) {
    part.bar(5).program(25).volume(100);
    for (int bar = 5; bar <= 12; bar++) {
      part.bar(bar).grid(36, "X... ..x. x... ..x.").grid(38, "....X... ....X..o");
      part.grid(42, "x.x. x.x. x.x. x...").grid(46, ".... .... .... ..x.");
    }
    part.bar(5).grid(49, "X").bar(8).grid(50, ".... .... .... x...").grid(47, "............ .x..");
    part.bar(12).grid(48, ".... .... x.x. ....").grid(45, ".... .... .... x.x.");
    part.bar(13).program(0).volume(104).grid(49, "X");
    for (int bar = 13; bar <= 19; bar++) {
      part.bar(bar).grid(36, "X... ..x. ..x. ....").grid(38, ".... X..o .o.. X...");
      part.grid(42, "x.o. x.o. x.o. x.o.").grid(70, "o.oo o.oo o.oo o.oo");
    }
    part.bar(17).grid(57, "X");
    part.bar(20).grid(36, "X").grid(38, "....x.x.").grid(49, "........X").grid(36, "........X");
    part.bar(21).grid(81, "o").bar(23).grid(81, "o").bar(25).grid(81, "o");
    part.bar(26).grid(38, ".... .... oooo xxXX");
    for (int bar = 27; bar <= 36; bar++) {
      part.bar(bar).grid(36, "X... x... X... x.x.").grid(38, ".... X... .... X..o");
      part.grid(bar < 31 ? 42 : 51, "x.x. x.x. x.x. x.x.").grid(54, "..o. ..o. ..o. ..o.");
    }
    part.bar(27).grid(49, "X").bar(31).grid(57, "X").bar(35).grid(49, "X").bar(30);
    part.grid(50, "........ x.x.....").grid(45, ".... .... .... x.x.").bar(34);
    part.grid(50, "........ xx......").grid(47, "........ ..xx....").grid(43, "............ XXXX");
    part.bar(37).grid(49, "X").grid(36, "X").grid(57, "X").bar(38).grid(36, "x").grid(52, "x");
  }

  /// A chord's notes around middle C.
  private static String close(String chord) {
    return switch (chord) {
      case "Am" -> "A3+C4+E4";
      case "F" -> "A3+C4+F4";
      case "C" -> "G3+C4+E4";
      case "G" -> "G3+B3+D4";
      case "Em" -> "G3+B3+E4";
      case "E" -> "G#3+B3+E4";
      default -> throw new IllegalArgumentException(chord);
    };
  }

  private static String root(String chord) {
    return chord.substring(0, 1);
  }

  /// F, G, A lie in octave 1, C and E in octave 2.
  private static int octaveOfBass(String chord) {
    return "FGA".contains(root(chord)) ? 1 : 2;
  }

  /// The note an octave above, as in `A1:` to `A2:`.
  private static String up(String note) {
    return note.substring(0, note.length() - 2) + (note.charAt(note.length() - 2) - '0' + 1) + ":";
  }
}
