package modpool.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.Modpool;

/// MIDI messages at frames, and what else is done between blocks, to be rendered from the start.
public final class Performance {
  /// The usual output rate.
  public static final int RATE = 48_000;

  /// @param sysex null for a short message
  private record Message(long frame, int status, int first, int second, byte[] sysex) {}

  private record Action(long frame, Runnable what) {}

  private final List<Message> messages = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();

  public Performance keyDown(long frame, int channel, int key, int velocity) {
    return add(frame, ShortMessage.NOTE_ON, channel, key, velocity);
  }

  public Performance keyUp(long frame, int channel, int key) {
    return add(frame, ShortMessage.NOTE_OFF, channel, key, 64);
  }

  public Performance control(long frame, int channel, int controller, int value) {
    return add(frame, ShortMessage.CONTROL_CHANGE, channel, controller, value);
  }

  public Performance program(long frame, int channel, int number) {
    return add(frame, ShortMessage.PROGRAM_CHANGE, channel, number, 0);
  }

  public Performance bend(long frame, int channel, int value) {
    return add(frame, ShortMessage.PITCH_BEND, channel, value & 0x7F, value >> 7);
  }

  /// @param channel 1-16
  public Performance add(long frame, int command, int channel, int first, int second) {
    messages.add(new Message(frame, command | channel - 1, first, second, null));
    return this;
  }

  /// @param bytes F0 ... F7
  public Performance sysex(long frame, byte... bytes) {
    messages.add(new Message(frame, 0xF0, 0, 0, bytes));
    return this;
  }

  /// Does something at the first block that starts at `frame` or later.
  public Performance at(long frame, Runnable what) {
    actions.add(new Action(frame, what));
    return this;
  }

  /// Adds the messages of another performance.
  public Performance with(Performance other) {
    messages.addAll(other.messages);
    messages.sort((a, b) -> Long.compare(a.frame, b.frame));
    return this;
  }

  /// All there is of MIDI, densely and at random: about 16 notes a second on each channel, and as
  /// much of programs, wheels, pedals and other controllers.
  ///
  /// @param channels a bit each, from channel 1 on
  /// @param programs how many to choose from
  public static Performance random(long seed, long frames, int channels, int programs) {
    Random random = new Random(seed);
    Performance p = new Performance();
    for (int channel = 1; channel <= 16; channel++) {
      Random own = new Random(random.nextLong());
      if ((channels & 1 << (channel - 1)) != 0) {
        p.addRandom(own, frames, channel, programs);
      }
    }
    p.messages.sort((a, b) -> Long.compare(a.frame, b.frame));
    return p;
  }

  private void addRandom(Random random, long frames, int channel, int programs) {
    int[] controllers = {0, 1, 7, 10, 11, 16, 17, 18, 19, 64, 64, 100, 101, 6, 120, 121, 123};
    program(0, channel, random.nextInt(programs));
    for (long frame = random.nextInt(2000); frame < frames; frame += random.nextInt(3000)) {
      int key = 30 + random.nextInt(60);
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3, 4, 5 -> {
          keyDown(frame, channel, key, 1 + random.nextInt(127));
          keyUp(Math.min(frames, frame + random.nextInt(20_000)), channel, key);
        }
        case 6 -> program(frame, channel, random.nextInt(programs));
        case 7 -> bend(frame, channel, random.nextInt(1 << 14));
        case 8 -> add(frame, ShortMessage.CHANNEL_PRESSURE, channel, random.nextInt(128), 0);
        default -> {
          int controller = controllers[random.nextInt(controllers.length)];
          control(frame, channel, controller, random.nextInt(128));
        }
      }
    }
  }

  /// Left and right of so many frames, in blocks of one size.
  public float[][] render(Modpool modpool, int frames, int block) {
    return render(modpool, frames, () -> block);
  }

  /// Left and right of so many frames, in blocks of the sizes that the supplier gives.
  public float[][] render(Modpool modpool, int frames, IntSupplier blocks) {
    send(modpool.receiver(), modpool.rate());
    float[][] whole = new float[2][frames];
    float[] left = new float[frames];
    float[] right = new float[frames];
    boolean[] done = new boolean[actions.size()];
    for (int position = 0; position < frames; ) {
      for (int i = 0; i < done.length; i++) {
        if (!done[i] && actions.get(i).frame <= position) {
          done[i] = true;
          actions.get(i).what.run();
        }
      }
      int block = Math.min(blocks.getAsInt(), frames - position);
      modpool.render(left, right, block);
      System.arraycopy(left, 0, whole[0], position, block);
      System.arraycopy(right, 0, whole[1], position, block);
      position += block;
    }
    return whole;
  }

  private void send(Receiver receiver, int rate) {
    try {
      for (Message m : messages) {
        long micros = Math.round(m.frame * 1e6 / rate);
        receiver.send(
            m.sysex == null
                ? new ShortMessage(m.status & 0xF0, m.status & 0x0F, m.first, m.second)
                : new SysexMessage(m.sysex, m.sysex.length),
            micros);
      }
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
