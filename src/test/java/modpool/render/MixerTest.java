package modpool.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import modpool.bridge.Meters;
import modpool.bridge.board.VoiceBoard;
import modpool.dsp.Grid;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.ModInstrument;
import modpool.patch.Patch;
import modpool.patch.Sound;
import modpool.patch.Zone;
import modpool.testing.Measure;
import modpool.testing.Waves;
import modpool.tuning.Tuning;
import modpool.worklet.EngineSettings;
import modpool.worklet.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The output stages that an Amiga has: one for the channels, one for the song. Here a channel
/// plays 3 kHz and a song 5 kHz, so that each can be told by its pitch.
class MixerTest {
  private static final int RATE = 48_000;
  private static final EngineSettings SETTINGS = EngineSettings.of(RATE, Interpolation.SINC);
  private static final double CHANNEL_HZ = 3_000;
  private static final double SONG_HZ = 5_000;
  private static final int KEY = 60;

  private static final double LOW_PASS_AT_3000 = -1.645; // of the A500, by the formula
  private static final double LOW_PASS_AT_5000 = -3.578;
  private static final double LED_AT_5000 = -9.358;

  private final ModInstrument channel = instrument("ch01", CHANNEL_HZ);
  private final ModInstrument song = instrument("01", SONG_HZ);
  private long frame;

  private static ModInstrument instrument(String id, double hz) {
    ModInstrument instrument = new ModInstrument(id, 4, SETTINGS);
    Zone zone = Zone.of(Waves.sineLoop(hz, RATE), KEY, Sound.PLAIN);
    instrument.setPatch(new Patch("sine", List.of(zone)));
    instrument.noteOn(0, 1, KEY, 127);
    return instrument;
  }

  private static Mixer mixer(Machine machine) {
    return new Mixer(new MixSettings(RATE, 1, 1, false, machine), new Meters(), new VoiceBoard());
  }

  private Rack rack() {
    List<Strip> strips =
        List.of(
            Strip.playing(channel, Placement.NONE, 0, Origin.CHANNELS),
            Strip.playing(song, Placement.NONE, Strip.SONG, Origin.SONG));
    return new Rack(1, 0, strips, RackRig.programs(), null, null, 0, Tuning.EQUAL, null, 0);
  }

  private float[] mix(Mixer mixer, Rack rack, int frames) {
    float[] left = new float[frames];
    float[] right = new float[frames];
    for (int done = 0; done < frames; ) {
      int piece = Math.min(frames - done, Grid.PIECE);
      mixer.mix(rack, frame, left, right, null, done, piece);
      done += piece;
      frame += piece;
    }
    return left;
  }

  private static double level(float[] wave, double hz) {
    return Measure.dB(Measure.amplitude(wave, RATE, hz) / Math.sqrt(0.5)); // both in the middle
  }

  @Test
  void a_clean_machine_passes_everything_as_it_is() {
    Mixer mixer = mixer(Machine.CLEAN);
    mixer.setLed(Origin.SONG, true);
    float[] out = mix(mixer, rack(), 9_600);

    assertEquals(0, level(out, CHANNEL_HZ), 0.01);
    assertEquals(0, level(out, SONG_HZ), 0.01);
    assertTrue(mixer.isSilent(), "nothing rings on");
  }

  @Test
  void an_amiga_500_dulls_channels_and_song_alike() {
    float[] out = mix(mixer(Machine.A500), rack(), 9_600);

    assertEquals(LOW_PASS_AT_3000, level(out, CHANNEL_HZ), 0.02);
    assertEquals(LOW_PASS_AT_5000, level(out, SONG_HZ), 0.02);
  }

  @Test
  void an_amiga_1200_hardly_does() {
    float[] out = mix(mixer(Machine.A1200), rack(), 9_600);

    assertEquals(0, level(out, CHANNEL_HZ), 0.02);
    assertEquals(0, level(out, SONG_HZ), 0.02);
  }

  @Test
  void the_songs_led_filter_is_not_heard_on_the_channels() {
    Mixer mixer = mixer(Machine.A500);
    mix(mixer, rack(), 960);
    mixer.setLed(Origin.SONG, true);
    float[] on = mix(mixer, rack(), 9_600);
    mixer.setLed(Origin.SONG, false);
    float[] off = mix(mixer, rack(), 9_600);

    assertEquals(LOW_PASS_AT_5000 + LED_AT_5000, level(on, SONG_HZ), 0.02);
    assertEquals(LOW_PASS_AT_3000, level(on, CHANNEL_HZ), 0.02);
    assertEquals(LOW_PASS_AT_5000, level(off, SONG_HZ), 0.02);
  }

  @Test
  void a_muted_channel_is_not_heard() {
    Mixer mixer = mixer(Machine.A500);
    mixer.mute(1);
    float[] out = mix(mixer, rack(), 9_600);

    assertTrue(level(out, CHANNEL_HZ) < -80);
    assertEquals(LOW_PASS_AT_5000, level(out, SONG_HZ), 0.02);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLEAN")
  void the_filters_ring_on_and_then_there_is_nothing_at_all(Machine machine) {
    Mixer mixer = mixer(machine);
    assertTrue(mixer.isSilent());
    mix(mixer, rack(), 960);
    channel.allSoundOff(frame);
    song.allSoundOff(frame);
    mix(mixer, rack(), SETTINGS.fade().length());
    assertTrue(channel.isSilent() && song.isSilent());
    assertFalse(mixer.isSilent());

    mix(mixer, rack(), RATE);
    assertTrue(mixer.isSilent());
    assertArrayEquals(new float[100], mix(mixer, rack(), 100));
  }
}
