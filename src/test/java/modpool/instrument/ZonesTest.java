package modpool.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import modpool.dsp.Interpolation;
import modpool.patch.Patch;
import modpool.patch.Sample;
import modpool.patch.Trigger;
import modpool.patch.Zone;
import modpool.testing.Player;
import modpool.testing.Samples;
import modpool.testing.TestSound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What zones a key press sounds, heard: each zone's sample is a constant level of its own, so a
/// level tells who plays.
@ParameterizedClass
@EnumSource
class ZonesTest {
  private static final Trigger ALL = Trigger.keys(0, 127);
  private static final double CLOSE = 1e-4;
  private static final double FADE_MS = 5;

  private final Player.Kind kind;

  ZonesTest(Player.Kind kind) {
    this.kind = kind;
  }

  @Test
  void key_and_velocity_choose_the_zone() {
    Player player =
        player(
            4,
            zone(Trigger.keys(0, 59).velocities(1, 63), 0.1),
            zone(Trigger.keys(0, 59).velocities(64, 127), 0.2),
            zone(Trigger.keys(60, 127), 0.3));

    assertEquals(0.1, struck(player, 59, 63), CLOSE);
    assertEquals(0.2, struck(player, 59, 64), CLOSE);
    assertEquals(0.3, struck(player, 60, 1), CLOSE);
    assertEquals(0.3, struck(player, 60, 127), CLOSE);
  }

  @Test
  void a_velocity_without_a_zone_is_silent_and_takes_no_voice() {
    Player player = player(4, zone(ALL.velocities(100, 127), 0.1));

    player.keyDown(60, 99);

    assertEquals(0, player.instrument().activeVoices());
    assertTrue(player.instrument().isSilent());
  }

  @Test
  void layers_sound_together_on_a_voice_each_and_end_with_their_key() {
    Player player = player(4, zone(ALL, 0.1), zone(ALL.inLayer(1), 0.2), zone(ALL.inLayer(2), 0.4));

    player.keyDown(60);

    assertEquals(3, player.instrument().activeVoices());
    assertEquals(0.7, level(player), CLOSE);
    player.keyUp(60).playMs(300);
    assertTrue(player.instrument().isSilent());
  }

  @Test
  void layers_steal_like_other_notes_but_never_from_each_other() {
    Player player = player(4, zone(ALL, 0.1), zone(ALL.inLayer(1), 0.2));
    player.keyDown(60).keyDown(61).play(100);

    List<Integer> stolen = new ArrayList<>();
    player.instrument().setStealListener((_, key) -> stolen.add(key));
    player.keyDown(62);
    assertEquals(List.of(60, 60), stolen, "both of its layers");
    player.playMs(FADE_MS + 1);
    assertEquals(0.6, level(player), CLOSE);
    player.keyUp(61).keyUp(62).playMs(300);
    assertTrue(player.instrument().isSilent(), "the first note is gone, with both layers");
  }

  @Test
  void an_instrument_of_fewer_voices_plays_the_first_layers() {
    Player player = player(2, zone(ALL.inLayer(2), 0.4), zone(ALL.inLayer(1), 0.2), zone(ALL, 0.1));

    assertEquals(0.3, struck(player, 60, 127), CLOSE);
  }

  @Test
  void a_round_robin_takes_turns_key_by_key() {
    Player player =
        player(
            4,
            zone(ALL.inTurn(0, 3), 0.1),
            zone(ALL.inTurn(1, 3), 0.2),
            zone(ALL.inTurn(2, 3), 0.3));
    List<Double> heard = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      heard.add(struck(player, 60, 100));
      heard.add(struck(player, 62, 100));
    }

    assertLevels(List.of(0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.1, 0.1, 0.2, 0.2), heard);
  }

  @Test
  void each_range_of_velocity_has_a_round_robin_of_its_own() {
    Trigger soft = ALL.velocities(1, 63);
    Trigger hard = ALL.velocities(64, 127);
    Player player =
        player(
            4,
            zone(soft.inTurn(0, 2), 0.1),
            zone(soft.inTurn(1, 2), 0.2),
            zone(hard.inTurn(0, 2), 0.3),
            zone(hard.inTurn(1, 2), 0.4));
    List<Double> heard = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      heard.add(struck(player, 60, 20));
      heard.add(struck(player, 60, 120));
    }

    assertLevels(List.of(0.1, 0.3, 0.2, 0.4, 0.1, 0.3), heard);
  }

  @Test
  void all_sound_off_and_another_patch_begin_a_round_robin_anew() {
    Zone[] zones = {zone(ALL.inTurn(0, 2), 0.1), zone(ALL.inTurn(1, 2), 0.2)};
    Player player = player(4, zones);
    assertEquals(0.1, struck(player, 60, 100), CLOSE);

    player.instrument().allSoundOff(player.frame());
    player.playMs(FADE_MS + 1);
    assertEquals(0.1, struck(player, 60, 100), CLOSE);

    player.instrument().setPatch(new Patch("other", List.of(zones)));
    assertEquals(0.1, struck(player, 60, 100), CLOSE);
    assertEquals(0.2, struck(player, 60, 100), CLOSE);
  }

  @Test
  void a_zone_ends_with_the_shortest_fade_what_it_chokes_and_nothing_else() {
    Player player =
        player(
            4,
            zone(Trigger.keys(46, 46).choking(1, 1), 0.1),
            zone(Trigger.keys(42, 42).choking(1, 1), 0.2),
            zone(Trigger.keys(49, 49).choking(2, 2), 0.4));
    player.keyDown(46).keyDown(49).play(100);

    player.keyDown(42);
    assertEquals(2, player.instrument().activeVoices());
    player.playMs(FADE_MS + 1);
    assertEquals(0.6, level(player), CLOSE);
  }

  @Test
  void a_choked_note_bends_no_more_sharply_than_a_stolen_one() {
    Player player =
        player(
            4,
            zone(Trigger.keys(46, 46).choking(1, 1), 0.5),
            zone(Trigger.keys(42, 42).choking(1, 1), 0));
    player.keyDown(46).play(1_000);

    float[] fade = player.keyDown(42).playMs(2 * FADE_MS);

    double steepest = 0;
    for (int i = 1; i < fade.length; i++) {
      steepest = Math.max(steepest, Math.abs(fade[i] - fade[i - 1]));
    }
    double cosine = 0.5 * Player.MIDDLE * Math.PI / 2 / (FADE_MS / 1000 * Player.RATE);
    assertTrue(steepest < 1.05 * cosine, steepest + " of " + cosine);
    assertEquals(0, fade[fade.length - 1]);
  }

  @Test
  void who_chokes_and_who_is_choked_may_differ() {
    Player player =
        player(
            4,
            zone(Trigger.keys(46, 46).choking(0, 1), 0.1),
            zone(Trigger.keys(42, 42).choking(1, 0), 0.2));

    player.keyDown(42).play(100);
    player.keyDown(46).playMs(FADE_MS + 1);
    assertEquals(0.3, level(player), CLOSE, "the open one ends nobody");
    player.keyDown(42).playMs(300); // its key was down: that one is let go
    assertEquals(0.2, level(player), CLOSE, "the closed one ends the open one");
  }

  @Test
  void layers_of_one_note_do_not_choke_each_other() {
    Player player =
        player(4, zone(ALL.choking(1, 1), 0.1), zone(ALL.inLayer(1).choking(1, 1), 0.2));
    player.keyDown(60).play(100);

    player.keyDown(61).playMs(FADE_MS + 1);

    assertEquals(2, player.instrument().activeVoices());
    assertEquals(0.3, level(player), CLOSE);
  }

  private Player player(int voices, Zone... zones) {
    return Player.of(kind, Interpolation.LINEAR, voices, new Patch("zones", List.of(zones)));
  }

  private static Zone zone(Trigger trigger, double level) {
    Sample sample = Samples.looped("level", Player.RATE, (float) level);
    return new Zone(trigger, sample, 60, 0, 0, new TestSound().releaseMs(20).sound());
  }

  /// Plays a note for itself.
  private static double struck(Player player, int key, int velocity) {
    player.keyDown(key, velocity);
    double level = level(player);
    player.keyUp(key).playMs(300);
    return level;
  }

  private static double level(Player player) {
    float[] wave = player.play(200);
    return wave[wave.length - 1] / Player.MIDDLE;
  }

  private static void assertLevels(List<Double> expected, List<Double> heard) {
    assertEquals(expected.size(), heard.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), heard.get(i), CLOSE, "note " + i + " of " + heard);
    }
  }
}
