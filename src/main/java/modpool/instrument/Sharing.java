package modpool.instrument;

import modpool.bridge.RenderThread;

/// How the channels' instruments use their voices: each its own, or together. One for all of them,
/// made by control, then the render thread's. What it decides follows from notes and their frames
/// alone, never from where voices are.
@RenderThread
public abstract sealed class Sharing permits Sharing.None, SharedFour, Lending {
  /// The ways there are.
  public enum Kind {
    /// Each channel has its own voices and no others.
    NONE,
    /// Each channel has its own, and may borrow what others do not need just then.
    LENT,
    /// All channels together have an Amiga's four.
    FOUR;

    /// A new one for a group of instruments. On control.
    public Sharing begin() {
      return switch (this) {
        case NONE -> Sharing.NONE;
        case LENT -> new Lending();
        case FOUR -> new SharedFour();
      };
    }
  }

  /// Each has its own.
  static final Sharing NONE = new None();

  /// Whether voices are borrowed.
  boolean lends() {
    return false;
  }

  /// A voice for a new note: a silent one, or one that the note may take over at once.
  abstract int take(SharedVoices player, long frame);

  /// How many voices a note's layers may have at most.
  abstract int most(SharedVoices player);

  /// What is added to the pan of a note that starts on a voice just taken.
  float side(SharedVoices player, int voice) {
    return 0;
  }

  /// An instrument belongs to the group from now on, if it does not yet.
  void join(SharedVoices player) {}

  /// An instrument keeps only its first `kept` voices; with none it leaves.
  void give(SharedVoices player, int kept, long frame) {}

  /// Each has its own.
  static final class None extends Sharing {
    @Override
    int take(SharedVoices player, long frame) {
      int voice = player.assigner().choose();
      player.tellOfSteal(voice, player.assigner().reason(voice));
      return voice;
    }

    @Override
    int most(SharedVoices player) {
      return player.voices();
    }
  }
}
