package modpool.io;

import modpool.bridge.RenderThread;

/// The MIDI messages that reached an output's own port during one block, as bytes with their frames
/// in that block. The output fills it, the renderer reads it, both on the render thread. System
/// exclusive messages lie beside the others, in their order.
///
/// A new one holds one message, [#GONE]: whoever played through an earlier port holds nothing now.
@RenderThread
public final class PortMidi {
  /// As a status: who played here has gone, and holds no key and no pedal any more. No message
  /// begins with it.
  public static final int GONE = 0;

  /// The status of a system exclusive message.
  public static final int SYSEX = 0xF0;

  // JACK's own buffer of 32 KiB has no room for more: an event takes 16 bytes.
  private static final int CAPACITY = 2048;
  private static final int SYSEX_CAPACITY = 1 << 15; // bytes, of all in a block

  private final int[] frames = new int[CAPACITY];
  private final int[] messages = new int[CAPACITY]; // status, first and second data byte
  private final byte[] sysex = new byte[SYSEX_CAPACITY];
  private final int[] lengths = new int[CAPACITY]; // of system exclusive messages
  private int size;
  private int sysexSize;
  private int lost;

  public PortMidi() {
    add(0, GONE, 0, 0);
  }

  /// Adds a message; one that finds no room is counted.
  ///
  /// @param frame in the block, not before that of the message before
  public void add(int frame, int status, int data1, int data2) {
    if (size == CAPACITY) {
      lost++;
      return;
    }
    frames[size] = frame;
    messages[size++] = (status & 0xFF) << 16 | (data1 & 0xFF) << 8 | data2 & 0xFF;
  }

  /// Makes room for a system exclusive message, F0 and F7 included; the bytes are then put into
  /// [#sysex()].
  ///
  /// @param length in bytes
  /// @return where they begin there; -1 when there is no room
  public int addSysex(int frame, long length) {
    if (size == CAPACITY || length > SYSEX_CAPACITY - sysexSize) {
      return -1;
    }
    int start = sysexSize;
    lengths[size] = (int) length;
    add(frame, SYSEX, start >> 8, start);
    sysexSize += (int) length;
    return start;
  }

  /// Empties it for the next block.
  public void clear() {
    size = 0;
    sysexSize = 0;
    lost = 0;
  }

  public int size() {
    return size;
  }

  /// Messages of this block that found no room.
  public int lost() {
    return lost;
  }

  /// Frame of a message in the block.
  public int frame(int index) {
    return frames[index];
  }

  /// 0x80-0xFF, or [#GONE].
  public int status(int index) {
    return messages[index] >> 16;
  }

  public int data1(int index) {
    return messages[index] >> 8 & 0xFF;
  }

  public int data2(int index) {
    return messages[index] & 0xFF;
  }

  /// The bytes of all system exclusive messages.
  public byte[] sysex() {
    return sysex;
  }

  /// Where a system exclusive message begins among them.
  public int sysexStart(int index) {
    return messages[index] & 0xFFFF;
  }

  /// Bytes of a system exclusive message.
  public int sysexLength(int index) {
    return lengths[index];
  }
}
