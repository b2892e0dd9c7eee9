package modpool.instrument;

import modpool.bridge.RenderThread;

/// Voices that are idle in one instrument may be borrowed by another whose own are all busy, and
/// are given back the moment their owner needs them: what they play goes on in an idle voice of the
/// borrower's own, else it fades. So nobody ever has fewer than its own. Who borrows does not lend.
///
/// A borrowed voice is known by its owner and the owner's number for it: wherever the owner's
/// voices move, what is lent of them moves along. Owners are asked in the order of their strips;
/// the one with most idle voices lends its last.
@RenderThread
final class Lending extends Sharing {
  private static final int MEMBERS = 16;

  private final SharedVoices[] members = new SharedVoices[MEMBERS];
  private int count;
  private long notes;

  @Override
  boolean lends() {
    return true;
  }

  @Override
  void join(SharedVoices player) {
    for (int i = 0; i < count; i++) {
      if (members[i] == player) {
        return;
      }
    }
    if (count < MEMBERS) {
      members[count++] = player;
    }
  }

  @Override
  int take(SharedVoices player, long frame) {
    int own = ownVoice(player, frame);
    if (own >= 0) {
      return own;
    }
    int voice = borrow(player);
    if (voice < 0) {
      voice = player.assigner().choose();
      player.tellOfSteal(voice, player.assigner().reason(voice));
    }
    if (player.isBorrowed(voice)) {
      player.loans().setOrder(player.loanOf(voice), ++notes);
    }
    return voice;
  }

  @Override
  int most(SharedVoices player) {
    return player.voices();
  }

  /// A voice of its own that nobody plays on; else one that is lent, recalled; else negative.
  private int ownVoice(SharedVoices player, long frame) {
    SharedVoices best = null;
    int bestVoice = -1;
    int own = -1;
    for (int voice = 0; voice < player.voices(); voice++) {
      if (player.isActive(voice)) {
        continue;
      }
      SharedVoices borrower = borrowerOf(player, voice);
      if (borrower == null) {
        return voice;
      }
      int lent = borrower.borrowedVoice(borrower.loans().placeOf(player, voice));
      if (best == null || isBetterVictim(borrower, lent, best, bestVoice)) {
        best = borrower;
        bestVoice = lent;
        own = voice;
      }
    }
    if (best != null) {
      best.giveBack(best.loanOf(bestVoice), frame);
    }
    return own;
  }

  /// Who plays on a voice that its owner does not play on, or null.
  private SharedVoices borrowerOf(SharedVoices owner, int voice) {
    for (int i = 0; i < count; i++) {
      int place = members[i].loans().placeOf(owner, voice);
      if (place >= 0 && members[i].isActive(members[i].borrowedVoice(place))) {
        return members[i];
      }
    }
    return null;
  }

  private static boolean isBetterVictim(
      SharedVoices one, int voice, SharedVoices other, int otherVoice) {
    int rank = one.assigner().rank(voice);
    int otherRank = other.assigner().rank(otherVoice);
    if (rank != otherRank) {
      return rank < otherRank;
    }
    if (rank == VoiceAssigner.RELEASED) {
      float level = one.level(voice);
      float otherLevel = other.level(otherVoice);
      if (level != otherLevel) {
        return level < otherLevel;
      }
    }
    return one.loans().order(one.loanOf(voice)) < other.loans().order(other.loanOf(otherVoice));
  }

  /// @return its number in the borrower, or negative when nobody has one to lend
  private int borrow(SharedVoices player) {
    SharedVoices lender = null;
    int most = 0;
    for (int i = 0; i < count; i++) {
      int idle = members[i].borrows() ? 0 : idleVoices(members[i]);
      if (idle > most) {
        most = idle;
        lender = members[i];
      }
    }
    return lender == null ? -1 : player.borrow(lender, lastIdle(lender));
  }

  private int idleVoices(SharedVoices owner) {
    int idle = 0;
    for (int voice = 0; voice < owner.voices(); voice++) {
      idle += isIdle(owner, voice) ? 1 : 0;
    }
    return idle;
  }

  private int lastIdle(SharedVoices owner) {
    int voice = owner.voices() - 1;
    while (!isIdle(owner, voice)) {
      voice--;
    }
    return voice;
  }

  private boolean isIdle(SharedVoices owner, int voice) {
    return !owner.isActive(voice) && borrowerOf(owner, voice) == null;
  }

  /// What is lent of the voices that are not kept is given back. Who keeps none leaves, and gives
  /// back what it has borrowed itself.
  @Override
  void give(SharedVoices player, int kept, long frame) {
    for (int i = 0; i < count; i++) {
      members[i].giveBack(player, kept, frame);
    }
    if (kept == 0) {
      player.giveBackAll(frame);
      remove(player);
    }
  }

  private void remove(SharedVoices player) {
    for (int i = 0; i < count; i++) {
      if (members[i] == player) {
        count--;
        System.arraycopy(members, i + 1, members, i, count - i);
        members[count] = null;
      }
    }
  }
}
