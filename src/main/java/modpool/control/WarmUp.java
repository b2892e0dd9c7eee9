package modpool.control;

import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import modpool.bridge.Imprint;
import modpool.dsp.Filter;
import modpool.edit.EditedPatch;
import modpool.module.Module;
import modpool.module.ModuleSample;
import modpool.module.SongText;
import modpool.patch.Zone;
import modpool.tracker.SongTiming;
import modpool.tracker.clock.SongPlace;

/// Half a second of everything an instrument can be asked for, rendered as fast as it goes: all
/// kinds of messages on all channels, and a song with all effects. That is enough for the quicker
/// of the JVM's compilers; the other one goes on while it plays.
final class WarmUp {
  private static final int BLOCK = 64;
  private static final int STEPS = 128; // all programs, all controllers
  private static final int STEPS_PER_SECOND = 250;
  private static final int SONG_TEMPO = 200; // percent: its last row is in the half second, too
  private static final int FADING_BLOCKS = 16; // until what was closed is silent
  private static final int CHANNELS = 16;
  private static final int FIRST_EFFECT = 102; // controller
  private static final int EFFECTS = 10;
  private static final long NOW = -1;

  private static final String ALL_EFFECTS =
      """
      C-2 01 037 | E-2 02 101 | G-2 01 202 | C-3 02 440
      C-3 01 304 | --- 02 501 | --- -- 610 | --- -- 723
      D-2 02 880 | E-2 02 901 | --- -- A04 | --- -- C20
      C-2 01 E03 | C-2 01 E11 | --- -- E21 | --- -- E31
      C-2 01 E41 | C-2 02 E51 | --- -- E60 | --- -- E71
      C-2 01 E81 | C-2 02 E91 | --- -- EA1 | --- -- EB1
      C-2 01 EC2 | C-2 02 ED2 | --- -- EE1 | --- -- EF5
      C-2 01 E61 | =453 02 F04 | --- 01 FFF | --- 02 F7D
      C-2 02 B00 | F#3 01 D00
      """;

  private final Control shadow;
  private final float[] left = new float[BLOCK];
  private final float[] right = new float[BLOCK];

  /// @param shadow played to nobody; its caller closes it
  WarmUp(Control shadow) {
    this.shadow = shadow;
  }

  void run() {
    makeStrings();
    shadow.songs().open(song(), SongTiming.CIA, 0);
    shadow.tempo(SONG_TEMPO);
    int blocksOfStep = Math.ceilDiv(shadow.rate(), STEPS_PER_SECOND * BLOCK);
    try (Receiver keys = shadow.receiver()) {
      for (int block = 0; block < STEPS * blocksOfStep; block++) {
        if (block % blocksOfStep == 0) {
          playStep(keys, block / blocksOfStep);
        }
        boolean watched = block % 2 == 0; // as when a window looks on, and as without
        shadow.board().watch(watched);
        shadow.board().masterScope().watch(watched);
        shadow.board().channelScope().watch(watched);
        shadow.renderLive(left, right, BLOCK);
      }
      clock(keys);
      shadow.panic();
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException(e);
    }
    change();
    shadow.stopClock();
  }

  /// The JVM makes a record's string when it is first compared, or on the thread whose call has one
  /// of its methods compiled for good.
  private void makeStrings() {
    int _ = shadow.strips().hashCode();
    for (Zone zone : shadow.banks().programs().program(0, 0).zones()) {
      int _ = zone.trigger().hashCode();
      int _ = zone.sound().hashCode();
    }
    int _ = song().samples().hashCode();
  }

  private static Module song() {
    byte[] wave = SongText.square(512);
    return SongText.song("warm-up")
        .sample(new ModuleSample("once", 0, 64, 0, 0, wave))
        .sample(new ModuleSample("looped", 0, 64, 0, 256, wave))
        .pattern(ALL_EFFECTS)
        .module();
  }

  private void playStep(Receiver keys, int step) throws InvalidMidiDataException {
    int number = step * 7 % 128;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int key = 24 + (step * 5 + channel * 11) % 84;
      send(keys, ShortMessage.PROGRAM_CHANGE, channel, (number + channel * 8) % 128, 0);
      send(keys, ShortMessage.NOTE_ON, channel, key, 1 + number % 127);
      send(keys, ShortMessage.PITCH_BEND, channel, number, number);
      send(keys, ShortMessage.CHANNEL_PRESSURE, channel, number, 0);
      send(keys, ShortMessage.CONTROL_CHANGE, channel, step % 128, number);
      send(keys, ShortMessage.CONTROL_CHANGE, channel, FIRST_EFFECT + step % EFFECTS, number);
      send(keys, ShortMessage.NOTE_OFF, channel, key, 0);
      send(keys, ShortMessage.NOTE_ON, channel, key + 7, 100);
    }
  }

  private static void send(Receiver keys, int command, int channel, int first, int second)
      throws InvalidMidiDataException {
    keys.send(new ShortMessage(command, channel, first, second), NOW);
  }

  private void clock(Receiver keys) throws InvalidMidiDataException {
    keys.send(new ShortMessage(ShortMessage.SONG_POSITION_POINTER, 0, 0), NOW);
    keys.send(new ShortMessage(ShortMessage.CONTINUE), NOW);
    for (int pulse = 0; pulse < 8; pulse++) {
      keys.send(new ShortMessage(ShortMessage.TIMING_CLOCK), NOW);
      shadow.renderLive(left, right, BLOCK);
    }
    keys.send(new ShortMessage(ShortMessage.STOP), NOW);
    shadow.renderLive(left, right, BLOCK);
  }

  /// What control may do while it plays.
  private void change() {
    shadow.compact();
    shadow.renderLive(left, right, BLOCK);
    shadow.songs().mute(1, true);
    shadow.songs().run(false);
    shadow.renderLive(left, right, BLOCK);
    shadow.songs().run(true);
    shadow.songs().seek(SongPlace.BEGINNING);
    shadow.desk().voices(1, 8);
    Imprint imprint = shadow.imprinting().ask();
    shadow.renderLive(left, right, BLOCK);
    shadow.imprinting().recall(imprint);
    shadow.renderLive(left, right, BLOCK);
    edit();
    shadow.songs().close();
    shadow.desk().close(1);
    for (int block = 0; block < FADING_BLOCKS; block++) {
      shadow.renderLive(left, right, BLOCK);
    }
  }

  /// A patch is edited while a key of it is held.
  private void edit() {
    EditedPatch patch = EditedPatch.of(shadow.banks().programs().program(0, 0));
    shadow.audition().play(patch);
    shadow.audition().takeKeysOf(1);
    try (Receiver keys = shadow.receiver()) {
      send(keys, ShortMessage.NOTE_ON, 0, 60, 100);
      shadow.poolStats(); // control has put it into a rack by then
      shadow.renderLive(left, right, BLOCK);
      Filter low = new Filter(1_000, 0, 0, 0);
      shadow.audition().play(patch.withSounds(sound -> sound.withFilter(low)));
      shadow.poolStats();
      shadow.renderLive(left, right, BLOCK);
    } catch (InvalidMidiDataException e) {
      throw new IllegalStateException(e);
    }
    shadow.audition().end();
    shadow.audition().giveKeysBack();
    shadow.poolStats();
  }
}
