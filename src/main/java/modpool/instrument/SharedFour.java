package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.bridge.StealReason;

/// Paula's four voices, shared by all channels: each hard to its side, left, right, right, left. A
/// note takes the first that is silent; else one loses its note at once, whichever channel's it is:
/// the quietest of the released, else the oldest that only a pedal holds, else the oldest.
@RenderThread
final class SharedFour extends Sharing {
  private static final int VOICES = 4;
  private static final float HARD = 4; // beyond what any other pan makes up for

  private final SharedVoices[] holders = new SharedVoices[VOICES];
  private final int[] locals = new int[VOICES]; // the holder's voice
  private final long[] order = new long[VOICES];
  private long notes;

  @Override
  int take(SharedVoices player, long frame) {
    int local = player.assigner().choose();
    int voice = placeOf(player, local);
    if (player.isActive(local)) {
      player.tellOfSteal(local, player.assigner().reason(local));
    } else if (voice >= 0) {
      holders[voice] = null; // what it played there has ended
      voice = -1;
    }
    if (voice < 0) {
      voice = freeOne(frame);
    }
    holders[voice] = player;
    locals[voice] = local;
    order[voice] = ++notes;
    return local;
  }

  private int freeOne(long frame) {
    int victim = 0;
    for (int voice = 0; voice < VOICES; voice++) {
      if (!isBusy(voice)) {
        return voice;
      }
      if (isBetterVictim(voice, victim)) {
        victim = voice;
      }
    }
    holders[victim].lose(locals[victim], frame, StealReason.SHARED_FOUR);
    return victim;
  }

  private boolean isBusy(int voice) {
    return holders[voice] != null && holders[voice].isActive(locals[voice]);
  }

  private boolean isBetterVictim(int voice, int than) {
    int rank = holders[voice].assigner().rank(locals[voice]);
    int other = holders[than].assigner().rank(locals[than]);
    if (rank != other) {
      return rank < other;
    }
    if (rank == VoiceAssigner.RELEASED) {
      float level = holders[voice].level(locals[voice]);
      float otherLevel = holders[than].level(locals[than]);
      if (level != otherLevel) {
        return level < otherLevel;
      }
    }
    return order[voice] < order[than];
  }

  private int placeOf(SharedVoices player, int local) {
    for (int voice = 0; voice < VOICES; voice++) {
      if (holders[voice] == player && locals[voice] == local) {
        return voice;
      }
    }
    return -1;
  }

  @Override
  int most(SharedVoices player) {
    return Math.min(VOICES, player.voices());
  }

  @Override
  float side(SharedVoices player, int voice) {
    int place = placeOf(player, voice);
    return place == 0 || place == VOICES - 1 ? -HARD : HARD;
  }

  @Override
  void give(SharedVoices player, int kept, long frame) {
    for (int voice = 0; voice < VOICES; voice++) {
      if (holders[voice] == player && locals[voice] >= kept) {
        holders[voice] = null;
      }
    }
  }
}
