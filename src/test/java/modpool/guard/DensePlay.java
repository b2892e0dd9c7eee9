package modpool.guard;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import modpool.Modpool;
import modpool.bridge.ControllerSet;
import modpool.bridge.Imprint;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Tape;
import modpool.control.Change;
import modpool.control.Journal;
import modpool.io.PortMidi;
import modpool.module.Module;
import modpool.patch.Patch;
import modpool.patch.ProgramTable;
import modpool.testing.Songs;
import modpool.testing.TuningMessages;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;

/// Plays an instrument as hard as it can be played, for a number of frames: messages of every kind
/// from several sources on one thread, channels and songs that come, go and move on a second, and
/// rendering on the caller's. Two plays with the same seed send the same messages at the same
/// frames.
final class DensePlay {
  private static final int BLOCK = 64;
  private static final int STEP = 480; // frames between two handfuls of messages
  private static final int AHEAD = 10 * STEP;
  private static final int CHANGE = 4 * STEP; // frames between two changes
  private static final int BEHIND = 4 * CHANGE; // that changes may be: some wait for a block
  private static final int CHANNELS = 16;
  private static final int FLOOD = 40_000; // more than the queue and the waiting room hold
  private static final int LEARNED = 21; // a controller that control takes for itself
  private static final long NOW = -1;
  private static final byte[] ONE_KEY = TuningMessages.note(true, 0, 1, 120);

  private final Modpool modpool;
  private final boolean live;
  private final long frames;
  private final Random random = new Random(20);
  private final AtomicLong sentUntil = new AtomicLong();
  private final AtomicLong changedUntil = new AtomicLong();
  private long recorded;
  private final float[] left = new float[BLOCK];
  private final float[] right = new float[BLOCK];
  private final PortMidi port = new PortMidi();
  private final Receiver[] receivers;
  private final Tape tape;
  private Throwable failure;

  /// @param live by an output's clock: messages carry no time
  DensePlay(Modpool modpool, boolean live, long frames) {
    this.modpool = modpool;
    this.live = live;
    this.frames = frames;
    modpool.control().board().watch(live); // a window looks on
    modpool.control().board().masterScope().watch(live);
    modpool.control().board().channelScope().watch(live);
    receivers = new Receiver[] {modpool.receiver(), modpool.receiver()};
    modpool.control().take(new ControllerSet(address -> address % 128 == LEARNED));
    tape = modpool.control().record(new Deaf());
  }

  /// The other threads, not yet started.
  Thread[] otherThreads() {
    return new Thread[] {
      Thread.ofPlatform().name("sender").unstarted(() -> guarded(this::send)),
      Thread.ofPlatform().name("changes").unstarted(() -> guarded(this::change))
    };
  }

  /// Renders all frames; allocates nothing itself.
  void render() {
    for (long position = 0; position < frames; position += BLOCK) {
      while (sentUntil.getAcquire() < position + BLOCK
          || changedUntil.getAcquire() < position - BEHIND) {
        Thread.yield();
      }
      if (live) {
        port.clear();
        port.add(0, 0xB0, LEARNED, (int) (position / BLOCK) & 0x7F);
        port.add(1, 0xB0, LEARNED + 1, 64);
        int start = port.addSysex(2, ONE_KEY.length);
        System.arraycopy(ONE_KEY, 0, port.sysex(), start, ONE_KEY.length);
        modpool.control().renderLive(left, right, BLOCK, port);
      } else {
        modpool.render(left, right, BLOCK);
      }
    }
  }

  /// How many events were recorded. To be asked when the other threads have ended.
  long recorded() {
    return recorded;
  }

  /// What went wrong on another thread, or null. To be asked when they have ended.
  Throwable failure() {
    return failure;
  }

  /// Records what is acted on, and keeps none of it.
  private static final class Deaf implements Journal {
    @Override
    public void note(long generation, Change change) {}

    @Override
    public void recalled(Imprint imprint) {}
  }

  private interface Work {
    void run() throws InvalidMidiDataException;
  }

  private void guarded(Work work) {
    try {
      work.run();
    } catch (InvalidMidiDataException | RuntimeException | AssertionError e) {
      failure = e;
      sentUntil.set(Long.MAX_VALUE);
      changedUntil.set(Long.MAX_VALUE);
    }
  }

  private void waitFor(long frame) {
    while (modpool.control().meters().get(Meter.POSITION) < frame && failure == null) {
      Thread.yield();
    }
  }

  private void send() throws InvalidMidiDataException {
    flood(NOW); // nothing is rendered yet: the queue overflows
    for (long frame = 0; frame < frames; frame += STEP) {
      waitFor(frame - AHEAD);
      long step = frame / STEP;
      for (int i = 0; i < 6; i++) {
        long time = time(frame + random.nextInt(STEP));
        int channel = random.nextInt(CHANNELS);
        note(receivers[random.nextInt(2)], channel, time);
        anyMessage(receivers[random.nextInt(2)], channel, time);
      }
      clock((int) (step % 100), time(frame));
      if (step % 50 == 10) {
        bendRange(random.nextInt(CHANNELS), time(frame));
        comeAndGo(time(frame));
      }
      if (step % 50 == 30) {
        tune(random.nextInt(CHANNELS), time(frame));
      }
      if (step % 200 == 150) {
        modpool.panic();
      }
      if (step == 120) {
        flood(time(frame + 4 * AHEAD)); // drained as it comes: the waiting room overflows
      }
      sentUntil.set(frame + STEP);
    }
  }

  private long time(long frame) {
    return live ? NOW : frame * 1_000_000 / modpool.rate();
  }

  private void note(Receiver receiver, int channel, long time) throws InvalidMidiDataException {
    int key = 24 + random.nextInt(84);
    boolean down = random.nextInt(4) > 0;
    send(receiver, down ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF, channel, key, 90, time);
  }

  private void anyMessage(Receiver receiver, int channel, long time)
      throws InvalidMidiDataException {
    int first = random.nextInt(128);
    int second = random.nextInt(128);
    switch (random.nextInt(10)) {
      case 8 -> {
        int value = second % 8 == 0 ? second : 0; // seldom, as some of them thin the play out
        send(receiver, ShortMessage.CONTROL_CHANGE, channel, 102 + first % 10, value, time);
      }
      case 7 ->
          send(receiver, ShortMessage.CONTROL_CHANGE, channel, 91 + first % 2 * 2, second, time);
      case 0 -> send(receiver, ShortMessage.PITCH_BEND, channel, first, second, time);
      case 1 -> send(receiver, ShortMessage.CHANNEL_PRESSURE, channel, first, 0, time);
      case 2 -> send(receiver, ShortMessage.POLY_PRESSURE, channel, first, second, time);
      case 3 -> send(receiver, ShortMessage.PROGRAM_CHANGE, channel, first, 0, time);
      case 4 -> send(receiver, ShortMessage.CONTROL_CHANGE, channel, 0, second & 1, time);
      case 5 -> send(receiver, ShortMessage.CONTROL_CHANGE, channel, 16 + first % 4, second, time);
      case 6 -> send(receiver, ShortMessage.CONTROL_CHANGE, channel, 64, second, time);
      default -> {
        // Every controller, but those that silence a channel not all the time.
        int controller = first < 120 || random.nextInt(8) == 0 ? first : 1;
        send(receiver, ShortMessage.CONTROL_CHANGE, channel, controller, second, time);
      }
    }
  }

  /// The song follows the first receiver's clock from time to time.
  private void clock(int turn, long time) throws InvalidMidiDataException {
    int status =
        switch (turn) {
          case 20 -> ShortMessage.START;
          case 50, 90 -> ShortMessage.STOP;
          case 55 -> ShortMessage.SONG_POSITION_POINTER;
          case 60 -> ShortMessage.CONTINUE;
          default -> ShortMessage.TIMING_CLOCK;
        };
    receivers[0].send(new ShortMessage(status, 0, 0), time);
  }

  private void bendRange(int channel, long time) throws InvalidMidiDataException {
    int[][] messages = {{101, 0}, {100, 0}, {6, 12}, {38, 50}, {99, 1}, {98, 1}};
    for (int[] message : messages) {
      int controller = message[0];
      send(receivers[0], ShortMessage.CONTROL_CHANGE, channel, controller, message[1], time);
    }
  }

  /// Every kind of tuning there is: what a channel chooses, a key, an octave, a whole program.
  private void tune(int channel, long time) throws InvalidMidiDataException {
    int[][] messages = {{101, 0}, {100, 3}, {6, random.nextInt(3)}, {100, 4}, {6, 0}};
    for (int[] message : messages) {
      send(receivers[0], ShortMessage.CONTROL_CHANGE, channel, message[0], message[1], time);
    }
    send(TuningMessages.note(true, 0, 24 + random.nextInt(84), random.nextInt(12_700)), time);
    String cents = " %02X".formatted(random.nextInt(128)).repeat(12);
    send(TuningMessages.bytes("F0 7F 7F 08 08 03 7F 7F" + cents + " F7"), time);
    int steps = 12 + random.nextInt(20);
    send(TuningMessages.bulkDump(random.nextInt(3), TuningMessages.equalSteps(steps)), time);
  }

  private void send(byte[] sysex, long time) throws InvalidMidiDataException {
    receivers[0].send(new SysexMessage(sysex, sysex.length), time);
  }

  /// A source that plays a little and goes while it holds keys and pedal.
  private void comeAndGo(long time) throws InvalidMidiDataException {
    Receiver guest = modpool.receiver();
    int channel = random.nextInt(CHANNELS);
    send(guest, ShortMessage.CONTROL_CHANGE, channel, 64, 127, time);
    send(guest, ShortMessage.NOTE_ON, channel, 60, 100, time);
    guest.close();
  }

  private void flood(long time) throws InvalidMidiDataException {
    for (int i = 0; i < FLOOD; i++) {
      send(receivers[1], ShortMessage.CONTROL_CHANGE, i % CHANNELS, 7, 127 - i % 32, time);
    }
  }

  private static void send(
      Receiver receiver, int command, int channel, int first, int second, long time)
      throws InvalidMidiDataException {
    receiver.send(new ShortMessage(command, channel, first, second), time);
  }

  private void change() {
    Random changes = new Random(21);
    modpool.control().songs().open(song(changes), SongTiming.AUTO, 0);
    for (long frame = 0; frame < frames; frame += CHANGE) {
      waitFor(frame);
      int channel = 1 + changes.nextInt(CHANNELS);
      switch (changes.nextInt(4)) {
        case 0 -> modpool.control().desk().close(channel);
        case 1 -> modpool.voices(channel, 1 + changes.nextInt(16));
        default -> {
          for (int c = 1; c <= CHANNELS; c++) {
            modpool.voices(c, 4);
          }
        }
      }
      changeSong(changes);
      edit(changes);
      tape.drain((_, _) -> recorded++);
      if (frame % (64 * STEP) == 0) {
        modpool.control().imprinting().recall(modpool.control().imprinting().take());
      }
      modpool.control().compact();
      changedUntil.set(frame + CHANGE);
    }
  }

  /// A patch of any program is edited while a channel's keys play it, by everything that held notes
  /// follow.
  private void edit(Random changes) {
    switch (changes.nextInt(24)) {
      case 0 -> modpool.control().audition().end();
      case 1, 2 -> modpool.control().audition().giveKeysBack();
      case 3, 4, 5 -> modpool.control().audition().takeKeysOf(1 + changes.nextInt(CHANNELS));
      default -> {
        int seed = changes.nextInt();
        int number = changes.nextInt(4);
        ProgramTable table = modpool.control().banks().programs();
        Patch patch = table.program(0, number);
        modpool.control().audition().play(AnyEdit.of(patch, new Random(seed)));
      }
    }
  }

  private void changeSong(Random changes) {
    switch (changes.nextInt(17)) {
      case 7 -> modpool.control().tempo(25 + changes.nextInt(376));
      case 0 ->
          modpool.control().songs().open(song(changes), SongTiming.AUTO, 1 + changes.nextInt(2));
      case 1 -> modpool.control().songs().close();
      case 2, 3 -> modpool.control().songs().seek(SongPlace.ofOrder(changes.nextInt(4)));
      case 4 -> modpool.control().songs().run(false);
      case 5, 6 -> modpool.control().songs().run(true);
      default -> modpool.control().songs().mute(1 + changes.nextInt(28), changes.nextInt(3) == 0);
    }
  }

  private static Module song(Random changes) {
    return Songs.anyEffect(changes.nextInt(), changes.nextBoolean() ? 4 : 28);
  }
}
