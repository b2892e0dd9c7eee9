package modpool.io.midi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;

/// Which keys and pedals each source holds on an output, and the messages that let go of them.
final class HeldKeys {
  private static final int CHANNELS = 16;
  private static final int[] PEDALS = {64, 66, 67}; // sustain, sostenuto, soft
  private static final int ALL_SOUND_OFF = 120;
  private static final int RESET_CONTROLLERS = 121;
  private static final int ALL_NOTES_OFF = 123;
  private static final int RELEASE_VELOCITY = 64;

  /// What one source holds.
  private static final class Book {
    final long[] keys = new long[2 * CHANNELS]; // a bit per key
    final int[] pedals = new int[PEDALS.length]; // a bit per channel
    int channels; // those it has played on

    boolean holds(int channel) {
      boolean holds = (keys[2 * channel] | keys[2 * channel + 1]) != 0;
      for (int pedal = 0; pedal < PEDALS.length; pedal++) {
        holds |= hasDown(channel, pedal);
      }
      return holds;
    }

    boolean hasDown(int channel, int pedal) {
      return (pedals[pedal] >> channel & 1) != 0;
    }

    boolean holdsKey(int channel, int key) {
      return (keys[2 * channel + (key >> 6)] >> (key & 63) & 1) != 0;
    }

    void set(int channel, int key, boolean down) {
      long bit = 1L << key;
      int word = 2 * channel + (key >> 6);
      keys[word] = down ? keys[word] | bit : keys[word] & ~bit;
    }

    void clear(int channel) {
      keys[2 * channel] = 0;
      keys[2 * channel + 1] = 0;
    }
  }

  private final Map<Integer, Book> books = new HashMap<>();

  /// Writes down what a source has sent.
  void note(int source, MidiMessage message) {
    if (!(message instanceof ShortMessage m) || m.getStatus() >= 0xF0) {
      return;
    }
    Book book = books.computeIfAbsent(source, _ -> new Book());
    int channel = m.getChannel();
    book.channels |= 1 << channel;
    switch (m.getCommand()) {
      case ShortMessage.NOTE_ON -> book.set(channel, m.getData1(), m.getData2() > 0);
      case ShortMessage.NOTE_OFF -> book.set(channel, m.getData1(), false);
      case ShortMessage.CONTROL_CHANGE -> control(book, channel, m.getData1(), m.getData2());
      default -> {}
    }
  }

  private void control(Book book, int channel, int controller, int value) {
    int bit = 1 << channel;
    int pedal = Arrays.binarySearch(PEDALS, controller);
    if (pedal >= 0) {
      book.pedals[pedal] = value >= 64 ? book.pedals[pedal] | bit : book.pedals[pedal] & ~bit;
    } else if (controller == RESET_CONTROLLERS) {
      books.values().forEach(b -> Arrays.setAll(b.pedals, i -> b.pedals[i] & ~bit));
    } else if (controller == ALL_SOUND_OFF || controller >= ALL_NOTES_OFF) {
      books.values().forEach(b -> b.clear(channel));
    }
  }

  /// Lets go of what a source holds, and of nothing that another does.
  List<ShortMessage> release(int source) {
    List<ShortMessage> messages = new ArrayList<>();
    Book book = books.remove(source);
    for (int channel = 0; book != null && channel < CHANNELS; channel++) {
      int c = channel;
      if ((book.channels & 1 << c) != 0) {
        releaseKeys(book, c, messages);
        if (books.values().stream().noneMatch(other -> other.holds(c))) {
          messages.add(message(ShortMessage.CONTROL_CHANGE, c, ALL_NOTES_OFF, 0));
        }
      }
    }
    return messages;
  }

  private void releaseKeys(Book gone, int channel, List<ShortMessage> messages) {
    for (int i = 0; i < 128; i++) {
      int key = i;
      if (gone.holdsKey(channel, key)
          && books.values().stream().noneMatch(other -> other.holdsKey(channel, key))) {
        messages.add(message(ShortMessage.NOTE_OFF, channel, key, RELEASE_VELOCITY));
      }
    }
    for (int i = 0; i < PEDALS.length; i++) {
      int pedal = i;
      if (gone.hasDown(channel, pedal)
          && books.values().stream().noneMatch(other -> other.hasDown(channel, pedal))) {
        messages.add(message(ShortMessage.CONTROL_CHANGE, channel, PEDALS[pedal], 0));
      }
    }
  }

  /// Lets go of everything.
  List<ShortMessage> releaseAll() {
    List<ShortMessage> messages = new ArrayList<>();
    List.copyOf(books.keySet()).forEach(source -> messages.addAll(release(source)));
    return messages;
  }

  private static ShortMessage message(int command, int channel, int data1, int data2) {
    try {
      return new ShortMessage(command, channel, data1, data2);
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException(e);
    }
  }
}
