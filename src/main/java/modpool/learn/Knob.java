package modpool.learn;

/// What can be moved by a controller.
public enum Knob {
  VOLUME(Place.CHANNEL, "volume", "volume", 7),
  PAN(Place.CHANNEL, "pan", "pan", 10),
  MACRO1(Place.CHANNEL, "macro1", "macro 1", 16),
  MACRO2(Place.CHANNEL, "macro2", "macro 2", 17),
  MACRO3(Place.CHANNEL, "macro3", "macro 3", 18),
  MACRO4(Place.CHANNEL, "macro4", "macro 4", 19),
  REVERB(Place.CHANNEL, "reverb", "reverb", 91),
  CHORUS(Place.CHANNEL, "chorus", "chorus", 93),
  MUTE(Place.CHANNEL, "mute", "mute"),
  SOLO(Place.CHANNEL, "solo", "solo"),
  TRACK_MUTE(Place.TRACK, "mute", "mute"),
  TRACK_SOLO(Place.TRACK, "solo", "solo"),
  MASTER(Place.ALL, "master.volume", "master volume", -1),
  PANIC(Place.ALL, "panic", "panic"),
  TEMPO(Place.ALL, "song.tempo", "the song's tempo", -1),
  PLAY(Place.ALL, "song.play", "play or pause"),
  RESTART(Place.ALL, "song.restart", "the song from the start"),
  BACK(Place.ALL, "song.back", "the order before"),
  NEXT(Place.ALL, "song.next", "the next order");

  /// Of what there are several.
  enum Place {
    CHANNEL("ch", "channel", 16),
    TRACK("track", "track", 32),
    ALL("", "", 0);

    final String prefix;
    final String word;
    final int most;

    Place(String prefix, String word, int most) {
      this.prefix = prefix;
      this.word = word;
      this.most = most;
    }
  }

  final Place place;
  final String text;
  final String words;
  private final boolean button;
  private final int controller;

  Knob(Place place, String text, String words) {
    this(place, text, words, true, -1);
  }

  Knob(Place place, String text, String words, int controller) {
    this(place, text, words, false, controller);
  }

  Knob(Place place, String text, String words, boolean button, int controller) {
    this.place = place;
    this.text = text;
    this.words = words;
    this.button = button;
    this.controller = controller;
  }

  /// True for what is pressed, false for what has a value.
  public boolean isButton() {
    return button;
  }

  /// The controller that a channel knows it by, or less than 0.
  public int controller() {
    return controller;
  }
}
