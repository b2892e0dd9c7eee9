package modpool.midi;

import java.util.List;

/// The MIDI implementation chart: every message that is heard, how, and what it is at first. The
/// README's is written from this one, and a test plays every row and listens.
public final class ImplementationChart {
  /// A message.
  ///
  /// @param message as people know it
  /// @param heard what changes in the sound
  /// @param atFirst at power-up
  public record Row(String message, String heard, String atFirst) {}

  private ImplementationChart() {}

  /// All of it, in the order of the README.
  public static List<Row> rows() {
    return List.of(
        row("note on, off", "a voice: a free one, else the quietest released, else the oldest", ""),
        row("key pressure", "vibrato of that note, up to 50 cents", "0"),
        row("channel pressure", "vibrato, up to 50 cents", "0"),
        row("pitch bend", "as far as RPN 0 says", "middle"),
        row("program change", "the next note's preset, or the nearest of its family", "0"),
        row("0, 32 bank select", "the bank of the next program change, see below", "0"),
        row("1 modulation", "vibrato, as far as RPN 5 says", "0"),
        row("2 breath", "level, (value/127)², once it is blown", "127"),
        row("5 portamento time", "how long a glide takes: up to 5 s, the short times finely", "0"),
        row("7 volume", "level, (value/127)²", "100"),
        row("10 pan", "place, constant power", "64"),
        row("11 expression", "level, (value/127)²", "127"),
        row("16-19", "the preset's macros: brightness, vibrato...", "0"),
        row("64 sustain", "holds released keys", "off"),
        row("65 portamento", "notes glide from the key before", "off"),
        row("66 sostenuto", "holds the notes that sound when it goes down", "off"),
        row("67 soft pedal", "notes that start while it is down are 6 dB softer", "off"),
        row("68 legato", "one note at a time, keys that overlap change its pitch only", "off"),
        row("71 resonance", "the filter's peak, ±12 dB", "64"),
        row("72 release time", "up to 16 times as long or as short", "64"),
        row("73 attack time", "likewise", "64"),
        row("74 brightness", "the filter's cut-off, ±4 octaves", "64"),
        row("75 decay time", "up to 16 times as long or as short", "64"),
        row("76 vibrato rate", "up to 4 times as fast or as slow", "64"),
        row("77 vibrato depth", "up to 50 cents more, or none", "64"),
        row("78 vibrato delay", "up to 2 s more, or none", "64"),
        row(
            "84 portamento control",
            "the next note glides from this key, or takes its note over",
            ""),
        row("91 reverb, 93 chorus", "how much goes to the shared effects", "0"),
        row("96, 97 data steppers", "the chosen parameter, by its smallest unit", ""),
        row(
            "NRPN 1/8-10, 32, 33, 99, 100, 102",
            "76-78, 74, 71, 73, 75, 72 as GS, XG name them",
            ""),
        row("RPN 0 bend range", "semitones and cents", "2"),
        row("RPN 1 fine tuning", "±100 cents", "0"),
        row("RPN 2 coarse tuning", "±64 semitones, not of drums", "0"),
        row("RPN 5 modulation range", "depth of controller 1", "50 cents"),
        row("RPN 6 MPE zones", "on channel 1 or 16: so many channels above or below join it", "0"),
        row("MPE member channels", "wheel (±48), pressure and 74 of their own notes only", ""),
        row("102 arpeggio", "effect 0xy: 71 (47 hex) is a major chord, a note a tick", "off"),
        row("103, 104 slide up, down", "1xx, 2xx: periods a tick, to 113 and 856", "off"),
        row("105 vibrato", "4xy: speed and depth", "off"),
        row("106 tremolo", "7xy: speed and depth", "off"),
        row("107 sample offset", "9xx: notes begin so many times 256 frames later", "off"),
        row("108 retrigger", "E9x, x = value/8: the sample anew every x ticks", "off"),
        row("109 note cut", "ECx: notes end after x ticks", "off"),
        row("110 note delay", "EDx: keys act x ticks later", "off"),
        row("111 invert loop", "EFx, until it is off; forward loops up to 65536 frames", "off"),
        row("120 all sound off", "silence in 5 ms", ""),
        row("121 reset controllers", "1, 2, 11, 64-68, wheel, pressures (RP-015); 102-111", ""),
        row("123 all notes off", "keys up; pedals still hold", ""),
        row("124, 125 omni off, on", "hears its own channel, or all", "off"),
        row(
            "126 mono",
            "one note; overlapping keys change its pitch; value: how many channels",
            ""),
        row("127 poly", "many notes", "poly"),
        row("master volume", "level of all channels, (value/16383)²", "full"),
        row("master balance", "turns one side down", "middle"),
        row("master fine, coarse tuning", "±100 cents, ±64 semitones (not of drums)", "0"),
        row("GM, GM2, GS, XG reset; FF", "everything as at power-up; see below", ""),
        row("GS, XG drum part", "drum kits on any channel", "10"),
        row("active sensing", "a source that then is silent for 0.33 s has gone", ""),
        row("device id", "messages to another device are not heard", "16"));
  }

  private static Row row(String message, String heard, String atFirst) {
    return new Row(message, heard, atFirst);
  }

  /// The table as Markdown.
  public static String markdown() {
    StringBuilder text = new StringBuilder("| message | heard as | at first |\n|---|---|---|\n");
    for (Row row : rows()) {
      text.append("| %s | %s | %s |\n".formatted(row.message(), row.heard(), row.atFirst()));
    }
    return text.toString();
  }
}
