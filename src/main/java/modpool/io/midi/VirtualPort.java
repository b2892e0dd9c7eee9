package modpool.io.midi;

import javax.sound.midi.Receiver;

/// A port of our own that other programs send to. Closing it releases what they hold.
public interface VirtualPort extends AutoCloseable {
  /// What it is called where people pick it, in words.
  String address();

  @Override
  void close();

  /// Makes a receiver for each sender, known to people by a name.
  @FunctionalInterface
  interface Sources {
    Receiver open(String name);
  }
}
