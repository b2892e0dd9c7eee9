package modpool.instrument;

import modpool.bridge.RenderThread;
import modpool.bridge.StealReason;
import modpool.worklet.Controls;

/// An instrument's voices, its own and those it has borrowed from others, and what becomes of them
/// when somebody needs one.
@RenderThread
abstract sealed class SharedVoices implements VoiceAssigner.Voices permits KeyedVoices {
  private final Controls controls;
  private final VoiceAssigner assigner;
  private final Sharing sharing;
  private final Loans loans;
  private final int firstBorrowed; // number of the first voice that is borrowed
  private StealListener stealListener = StealListener.NOBODY;
  private StealReason lastSteal;
  private int steals;

  /// @param capacity most voices of its own there will ever be
  /// @param firstBorrowed number of the first voice that is borrowed
  /// @param mostBorrowed how many may be
  SharedVoices(
      int voices, int capacity, int firstBorrowed, int mostBorrowed, int rate, Sharing sharing) {
    this.sharing = sharing;
    this.firstBorrowed = firstBorrowed;
    int most = sharing.lends() ? mostBorrowed : 0;
    int all = Math.max(capacity, most == 0 ? 0 : firstBorrowed + most);
    controls = new Controls(rate);
    loans = new Loans(most);
    assigner = new VoiceAssigner(this, voices, all, firstBorrowed);
  }

  /// Voices that take notes.
  public final int voices() {
    return assigner.count();
  }

  /// Voices that are or were borrowed just now; they are numbered on from its own.
  public final int borrowedVoices() {
    return loans.count();
  }

  /// The voice by its place in a list of all: its own, then those that are borrowed.
  public final int voiceAt(int place) {
    return place < voices() ? place : borrowedVoice(place - voices());
  }

  /// The key that a voice plays, or -1 where a song does.
  public final int key(int voice) {
    return assigner.key(voice);
  }

  /// Whether its key or a pedal holds the note of a voice.
  public final boolean isHeld(int voice) {
    return assigner.isHeld(voice) || assigner.isHeldByPedal(voice);
  }

  /// The knobs that all voices obey.
  public final Controls controls() {
    return controls;
  }

  /// It takes part in what the channels share.
  public final void joinSharing() {
    sharing.join(this);
  }

  /// It leaves for good: what it shares is no longer its.
  public final void leaveSharing(long frame) {
    sharing.give(this, 0, frame);
  }

  /// Who is told of voices that are taken from their notes.
  public final void setStealListener(StealListener listener) {
    stealListener = listener;
  }

  /// How many voices were taken from its notes.
  public final int steals() {
    return steals;
  }

  /// Why the last of them was; null while none was.
  public final StealReason lastSteal() {
    return lastSteal;
  }

  /// Another number of voices takes notes. What the others play is about to be cut.
  final void resize(int voices, long frame) {
    for (int voice = voices; voice < assigner.count(); voice++) {
      tellOfSteal(voice, StealReason.VOICES_REDUCED);
    }
    sharing.give(this, voices, frame);
    assigner.resize(voices);
  }

  final VoiceAssigner assigner() {
    return assigner;
  }

  final Loans loans() {
    return loans;
  }

  final boolean isBorrowed(int voice) {
    return voice >= firstBorrowed && voice < firstBorrowed + loans.count();
  }

  /// The place among the loans of a borrowed voice.
  final int loanOf(int voice) {
    return voice - firstBorrowed;
  }

  /// The voice at a place among the loans.
  final int borrowedVoice(int place) {
    return firstBorrowed + place;
  }

  /// Borrows a voice that nobody plays on.
  ///
  /// @return its number here, or negative when no more can be borrowed
  final int borrow(SharedVoices lender, int lenderVoice) {
    int used = loans.count();
    while (used > 0 && !isHeard(borrowedVoice(used - 1))) {
      used--;
    }
    loans.trim(used);
    int place = loans.placeOf(lender, lenderVoice);
    for (int i = 0; place < 0; i++) {
      if (loans.isFull(i)) {
        return -1;
      }
      place = i >= loans.count() || !isHeard(borrowedVoice(i)) ? i : -1;
    }
    loans.put(place, lender, lenderVoice);
    assigner.setBorrowed(loans.count());
    return borrowedVoice(place);
  }

  /// Gives back what it borrowed of a lender's voices, from number `from` on.
  final void giveBack(SharedVoices lender, int from, long frame) {
    for (int place = 0; place < loans.count(); place++) {
      if (loans.lender(place) == lender && loans.voice(place) >= from) {
        giveBack(place, frame);
      }
    }
  }

  /// Gives back what it borrowed: the note goes on in a voice of its own if one is idle. Who
  /// borrows does not lend, so that is its own indeed.
  final void giveBack(int place, long frame) {
    int voice = borrowedVoice(place);
    for (int home = 0; home < assigner.count() && isActive(voice); home++) {
      if (!isActive(home)) {
        moveNote(voice, home);
        assigner.move(voice, home);
        noteMoved(voice, home);
      }
    }
    lose(voice, frame, StealReason.RECALLED);
  }

  /// True while any of its notes sounds on a borrowed voice.
  final boolean borrows() {
    for (int place = 0; place < loans.count(); place++) {
      if (isActive(borrowedVoice(place))) {
        return true;
      }
    }
    return false;
  }

  /// It leaves: what it borrowed is cut.
  final void giveBackAll(long frame) {
    for (int place = 0; place < loans.count(); place++) {
      cut(borrowedVoice(place), frame);
    }
  }

  /// A sounding voice is taken from its note.
  final void lose(int voice, long frame, StealReason reason) {
    tellOfSteal(voice, reason);
    cut(voice, frame);
  }

  final void tellOfSteal(int voice, StealReason reason) {
    if (isActive(voice)) {
      steals++;
      lastSteal = reason;
      stealListener.stolen(reason, assigner.key(voice));
    }
  }

  final Sharing sharing() {
    return sharing;
  }

  /// A note goes on in another voice.
  abstract void noteMoved(int voice, int to);

  /// The note of a borrowed voice goes on in one of its own that plays none.
  abstract void moveNote(int voice, int to);

  /// True while anything of a borrowed voice's notes is heard, a tail included.
  abstract boolean isHeard(int voice);

  abstract void cut(int voice, long frame);
}
