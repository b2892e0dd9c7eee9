package modpool.worklet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import modpool.bridge.RenderThread;

/// Where an instrument's local voices are: an engine and a number for each. Immutable; part of a
/// rack. The first [#playable()] take notes; further ones are on their way back to the pool and
/// only fade.
public final class Placement {
  /// One voice of one worklet.
  ///
  /// @param voice 0-15
  public record Place(Worklet worklet, int voice) {}

  /// No voice at all.
  public static final Placement NONE = of(List.of());

  private final List<Place> places;
  private final Engine[] engines;
  private final int[] voices;
  private final int playable;
  private final Engine[] distinctEngines;
  private final int[] masks; // of all places in an engine: what to ask it at one look

  private Placement(List<Place> places, int playable) {
    this.places = List.copyOf(places);
    this.playable = playable;
    engines = new Engine[places.size()];
    voices = new int[places.size()];
    Map<Engine, Integer> maskOfEngine = new LinkedHashMap<>();
    for (int i = 0; i < engines.length; i++) {
      Place place = places.get(i);
      engines[i] = place.worklet().engineOf(place.voice());
      voices[i] = place.voice() % Engine.VOICES;
      maskOfEngine.merge(engines[i], Engine.mask(voices[i]), (a, b) -> a | b);
    }
    distinctEngines = maskOfEngine.keySet().toArray(Engine[]::new);
    masks = maskOfEngine.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /// All voices playable.
  public static Placement of(List<Place> places) {
    return new Placement(places, places.size());
  }

  /// Only the voices that take notes.
  public Placement playableOnly() {
    return of(places.subList(0, playable));
  }

  /// These voices, and after them those that `before` had and this one has not, which only fade.
  public Placement fading(Placement before) {
    List<Place> gone =
        before.places.subList(Math.min(playable, before.places.size()), before.places.size());
    List<Place> all = new ArrayList<>(places.subList(0, playable));
    all.addAll(gone);
    return new Placement(all, playable);
  }

  /// The places that others have not been lent, for voices that only fade.
  public Placement without(Collection<Place> lent) {
    List<Place> left = places.stream().filter(place -> !lent.contains(place)).toList();
    return new Placement(left, 0);
  }

  /// The places in local order.
  public List<Place> places() {
    return places;
  }

  /// Local voices, the fading ones included.
  @RenderThread
  public int size() {
    return engines.length;
  }

  /// Local voices that take notes.
  @RenderThread
  public int playable() {
    return playable;
  }

  /// The engine of a local voice.
  @RenderThread
  public Engine engine(int local) {
    return engines[local];
  }

  /// The number of a local voice in its engine, 0-7.
  @RenderThread
  public int voice(int local) {
    return voices[local];
  }

  /// Takes over what sounds from the placement before, voice by voice: what has moved goes on in
  /// its new place, what takes no more notes begins to fade.
  ///
  /// @param held how many of the old places are still the instrument's: those that only faded may
  ///   have been lent to others once they were silent
  /// @param frame where this placement takes effect
  @RenderThread
  public void takeOver(Placement before, int held, long frame) {
    for (int local = 0; local < Math.min(size(), held); local++) {
      if (engines[local] != before.engines[local] || voices[local] != before.voices[local]) {
        before.engines[local].move(before.voices[local], engines[local], voices[local]);
      }
    }
    for (int local = playable; local < size(); local++) {
      engines[local].cut(voices[local], frame);
    }
  }

  /// What is lent of its voices is their owner's from now on, or of whoever has the places next.
  @RenderThread
  public void endLoans() {
    for (int local = 0; local < engines.length; local++) {
      engines[local].endLoan(voices[local]);
    }
  }

  /// Voices on which a note of their owner's sounds.
  @RenderThread
  public int activeVoices() {
    int active = 0;
    for (int i = 0; i < distinctEngines.length; i++) {
      active += distinctEngines[i].activeVoices(masks[i]);
    }
    return active;
  }

  /// How many things its voices add to a bus: themselves, their tails, and what is left of a tail.
  @RenderThread
  public int sounds() {
    int sounds = 0;
    for (int i = 0; i < distinctEngines.length; i++) {
      sounds += distinctEngines[i].sounds(masks[i]);
    }
    return sounds;
  }

  /// True when no voice makes a sound, tails included.
  @RenderThread
  public boolean isSilent() {
    for (int i = 0; i < distinctEngines.length; i++) {
      if (distinctEngines[i].isSounding(masks[i])) {
        return false;
      }
    }
    return true;
  }

  /// True when no voice from local number `from` on makes a sound, tails included.
  @RenderThread
  public boolean isSilent(int from) {
    for (int local = from; local < engines.length; local++) {
      if (!engines[local].isSilent(voices[local])) {
        return false;
      }
    }
    return true;
  }
}
