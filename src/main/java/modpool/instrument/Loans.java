package modpool.instrument;

import modpool.bridge.RenderThread;

/// What an instrument has borrowed: voices of others, which are its own voices' numbers continued.
/// A place in this list is free again when nothing of its note is left to be heard.
@RenderThread
final class Loans {
  private final SharedVoices[] lenders;
  private final int[] voices;
  private final long[] order;
  private int count;

  /// @param most that may be borrowed at once
  Loans(int most) {
    lenders = new SharedVoices[most];
    voices = new int[most];
    order = new long[most];
  }

  /// Places in use, those between them that are free included.
  int count() {
    return count;
  }

  /// Whose voice it is.
  SharedVoices lender(int place) {
    return lenders[place];
  }

  /// Which of the lender's.
  int voice(int place) {
    return voices[place];
  }

  /// When it was borrowed, or its last note began: a number that grows.
  long order(int place) {
    return order[place];
  }

  /// The place of a lender's voice, or negative.
  int placeOf(SharedVoices lender, int voice) {
    for (int place = 0; place < count; place++) {
      if (lenders[place] == lender && voices[place] == voice) {
        return place;
      }
    }
    return -1;
  }

  boolean isFull(int place) {
    return place >= lenders.length;
  }

  void put(int place, SharedVoices lender, int voice) {
    lenders[place] = lender;
    voices[place] = voice;
    count = Math.max(count, place + 1);
  }

  void setOrder(int place, long number) {
    order[place] = number;
  }

  /// Only the first places are in use.
  void trim(int kept) {
    for (int place = kept; place < count; place++) {
      lenders[place] = null;
    }
    count = kept;
  }
}
