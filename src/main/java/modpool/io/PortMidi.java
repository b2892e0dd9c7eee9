package modpool.io;

import modpool.bridge.RenderThread;

/// The MIDI messages that reached an output's own port during one block, as bytes with their frames
/// in that block. The output fills it, the renderer reads it, both on the render thread.
///
/// A new one holds one message, [#GONE]: whoever played through an earlier port holds nothing now.
@RenderThread
public final class PortMidi {
  /// As a status: who played here has gone, and holds no key and no pedal any more. No message
  /// begins with it.
  public static final int GONE = 0;

  // JACK's own buffer of 32 KiB has no room for more: an event takes 16 bytes.
  private static final int CAPACITY = 2048;

  private final int[] frames = new int[CAPACITY];
  private final int[] messages = new int[CAPACITY]; // status, first and second data byte
  private int size;
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

  /// Empties it for the next block.
  public void clear() {
    size = 0;
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

  /// 0x80-0xFF, or [#GONE]; never a system exclusive message, which has no room here.
  public int status(int index) {
    return messages[index] >> 16;
  }

  public int data1(int index) {
    return messages[index] >> 8 & 0xFF;
  }

  public int data2(int index) {
    return messages[index] & 0xFF;
  }
}
