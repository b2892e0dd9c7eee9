package modpool.io.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import modpool.bridge.Meters;
import modpool.bridge.Meters.Meter;
import modpool.io.AudioOutput;
import modpool.io.file.OutputException;
import modpool.io.javasound.FakeDevice.Behaviour;
import modpool.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSoundOutputTest {
  private static final int RATE = 48_000;
  private static final int BLOCK = 64;

  @TempDir Path folder;

  private final Meters meters = new Meters();
  private final FakeDevice device = new FakeDevice();

  @Test
  void an_unknown_device_is_named_together_with_those_there_are() {
    AudioOutput output = new JavaSoundOutput("no such device", RATE, BLOCK, new BufferMemory(null));
    OutputException e =
        assertThrows(OutputException.class, () -> output.start((l, r, n) -> {}, meters));

    boolean none = JavaSoundLines.names(RATE).isEmpty();
    assertTrue(e.getMessage().contains(none ? "--audio null" : "no such device"), e.getMessage());
    assertEquals(-1, e.getMessage().indexOf('\n'));
  }

  @Test
  void a_line_does_not_run_ahead_of_time() throws Exception {
    assumeFalse(JavaSoundLines.names(RATE).isEmpty(), "this machine has no sound device");
    CountDownLatch second = new CountDownLatch(RATE / BLOCK);
    AudioOutput output = new JavaSoundOutput(null, RATE, BLOCK, 0);
    long from = System.nanoTime();
    try {
      output.start((left, right, frames) -> second.countDown(), meters);
    } catch (OutputException e) {
      assumeTrue(false, "the sound device is not to be had: " + e.getMessage());
    }
    Await.until(() -> second.getCount() == 0, "a second has been played");
    double seconds = (System.nanoTime() - from) / 1e9;
    output.stop();

    // A busy machine only makes it longer; shorter means that nobody keeps time.
    assertTrue(seconds > 0.8, "a second of sound was gone in " + seconds + " s");
    assertTrue(output.latencyFrames() >= 2 * BLOCK);
  }

  @Test
  void a_line_that_runs_dry_gets_larger_buffers_until_it_plays_and_the_last_is_remembered()
      throws Exception {
    Path file = folder.resolve("modpool/javasound.json");
    AudioOutput output = on(device, file);
    device.playsFrom = 3; // by itself: a busy test would say so too late
    device.behaviour = Behaviour.RUNS_DRY;
    output.start((left, right, frames) -> {}, meters);
    List<String> news = new ArrayList<>();
    Await.until(() -> hears(output, news) && news.size() == 2, "both are told");
    output.stop();

    assertEquals(List.of(256, 384, 576), device.asked);
    assertEquals(576, output.latencyFrames());
    assertTrue(meters.get(Meter.XRUNS) >= 6);
    assertEquals(
        "the sound device ran dry 3 times within 10 s; its buffer is now 576 frames (12.0 ms),"
            + " which is remembered",
        news.getLast());
    FakeDevice later = new FakeDevice();
    AudioOutput next = on(later, file);
    next.start((left, right, frames) -> {}, meters);
    next.stop();
    assertEquals(List.of(576), later.asked);
  }

  @Test
  void no_buffer_grows_beyond_1024_frames() throws Exception {
    AudioOutput output = on(device, null);
    device.behaviour = Behaviour.RUNS_DRY;
    output.start((left, right, frames) -> {}, meters);
    Await.until(() -> device.asked.contains(1024), "the largest buffer");
    long xruns = meters.get(Meter.XRUNS);
    Await.until(() -> meters.get(Meter.XRUNS) > xruns + 2_000, "it runs dry all the same");
    output.stop();

    assertEquals(List.of(256, 384, 576, 896, 1024), device.asked);
  }

  @Test
  void a_device_that_gives_no_larger_buffer_is_left_alone() throws Exception {
    AudioOutput output = on(device, null);
    device.mostFrames = 256;
    device.behaviour = Behaviour.RUNS_DRY;
    output.start((left, right, frames) -> {}, meters);
    List<String> news = new ArrayList<>();
    Await.until(() -> hears(output, news) && !news.isEmpty(), "it is told");
    output.stop();

    assertEquals(List.of(256, 384), device.asked);
    assertTrue(news.getFirst().endsWith("gives no larger buffer than 256 frames (5.3 ms)"));
  }

  @Test
  void a_device_that_hangs_is_given_up_and_taken_back_and_the_render_thread_opens_nothing()
      throws Exception {
    AudioOutput output = on(device, null);
    output.start((left, right, frames) -> meters.add(Meter.POSITION, frames), meters);
    device.absent = true;
    device.behaviour = Behaviour.HANGS;
    Await.until(() -> output.trouble() != null, "it is given up");
    long then = meters.get(Meter.POSITION);
    Await.until(() -> meters.get(Meter.POSITION) > then + RATE / 10, "time goes on");
    Await.until(
        () -> "the fake is not plugged in".equals(output.trouble()), "it is asked for again");
    device.behaviour = Behaviour.PLAYS;
    device.absent = false;
    Await.until(() -> output.trouble() == null, "it plays again");
    output.stop();

    assertEquals(List.of(256, 256), device.asked, "with the buffer it had");
    assertEquals(2, device.closers.size());
    assertFalse(device.openers.contains("modpool render"), device.openers.toString());
    assertFalse(device.closers.contains("modpool render"), device.closers.toString());
  }

  @Test
  void a_driver_that_throws_is_asked_again() throws Exception {
    AudioOutput output = on(device, null);
    output.start((left, right, frames) -> meters.add(Meter.POSITION, frames), meters);
    device.confused = true;
    device.behaviour = Behaviour.HANGS;
    Await.until(
        () -> output.trouble() != null && output.trouble().contains("no such mixer"),
        "it has thrown");
    device.behaviour = Behaviour.PLAYS;
    device.confused = false;
    Await.until(() -> output.trouble() == null, "it plays again");
    output.stop();
  }

  @Test
  void it_stops_though_its_device_hangs() throws Exception {
    AudioOutput output = on(device, null);
    output.start((left, right, frames) -> meters.add(Meter.POSITION, frames), meters);
    Await.until(() -> meters.get(Meter.POSITION) > 0, "it plays");
    device.behaviour = Behaviour.HANGS;
    output.stop();
    output.stop();

    assertEquals(1, device.closers.size());
    assertNull(output.failure());
  }

  @Test
  void a_broken_memory_is_set_aside_and_said() throws Exception {
    Path file = Files.writeString(folder.resolve("javasound.json"), "{\"bufferFrames\": {");
    AudioOutput output = on(device, file);
    output.start((left, right, frames) -> {}, meters);
    String news = output.news();
    output.stop();

    assertTrue(news.startsWith(file + " cannot be understood ("), news);
    assertEquals(-1, news.indexOf('\n'));
    assertFalse(Files.exists(file));
    assertTrue(Files.exists(folder.resolve("javasound.json.broken")));
    assertEquals(List.of(256), device.asked);
  }

  private static AudioOutput on(FakeDevice device, Path memory) {
    return new JavaSoundOutput(null, RATE, BLOCK, 0, new BufferMemory(memory), device);
  }

  private static boolean hears(AudioOutput output, List<String> news) {
    for (String line = output.news(); line != null; line = output.news()) {
      news.add(line);
    }
    return true;
  }
}
