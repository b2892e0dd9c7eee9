package modpool.io.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import modpool.io.midi.PortException;
import modpool.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequencerPortTest {
  private static final int CLIENT_EXIT = 61;

  private final FakeSequencer kernel = new FakeSequencer();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private SequencerPort port;

  private void open() throws PortException {
    port = SequencerPort.open(kernel, Source::new, warnings::add);
  }

  @AfterEach
  void close() {
    if (port != null) {
      port.close();
    }
  }

  private final class Source implements Receiver {
    private final String name;

    Source(String name) {
      this.name = name;
      log.add(name + " opens");
    }

    @Override
    public void send(MidiMessage message, long timeStamp) {
      log.add(name + " plays " + message.getStatus());
    }

    @Override
    public void close() {
      log.add(name + " closes");
    }
  }

  private void await(String... lines) {
    Await.until(() -> log.size() >= lines.length, "all has come; until now " + log);
    assertEquals(List.of(lines), log);
  }

  @Test
  void it_is_a_client_with_a_port_that_others_can_pick_and_hears_who_comes_and_goes()
      throws PortException {
    open();
    assertEquals(
        List.of("port midi_in 66", "client modpool", "port news 130", "cable 0:1 to 1"),
        kernel.made);
    assertEquals("modpool:midi_in (ALSA sequencer 128:0)", port.address());
  }

  @Test
  void each_sender_is_a_source_of_its_own_until_it_unsubscribes() throws PortException {
    open();
    kernel.message(20, 0, 0x90, 60, 100);
    kernel.message(20, 1, 0x91, 60, 100);
    kernel.message(20, 0, 0x80, 60, 0, 0xC0, 5);
    kernel.pulled(20, 0, 130, 0); // its cable to another program
    kernel.pulled(20, 0, 128, 1); // to our own port for news
    kernel.pulled(20, 1, 128, 0);
    kernel.pulled(99, 1, 128, 0); // never sent a thing
    kernel.message(20, 1, 0x92, 60, 100);
    await(
        "ALSA 20:0 opens",
        "ALSA 20:0 plays 144",
        "ALSA 20:1 opens",
        "ALSA 20:1 plays 145",
        "ALSA 20:0 plays 128",
        "ALSA 20:0 plays 192",
        "ALSA 20:1 closes",
        "ALSA 20:1 opens",
        "ALSA 20:1 plays 146");
  }

  @Test
  void a_program_that_ends_releases_what_all_its_ports_hold() throws PortException {
    open();
    kernel.message(20, 0, 0x90, 60, 100);
    kernel.message(21, 0, 0x90, 60, 100);
    kernel.news(CLIENT_EXIT, 20, 0);
    await(
        "ALSA 20:0 opens",
        "ALSA 20:0 plays 144",
        "ALSA 21:0 opens",
        "ALSA 21:0 plays 144",
        "ALSA 20:0 closes");
  }

  @Test
  void senders_are_bounded_and_those_beyond_share_a_source() throws PortException {
    open();
    for (int sender = 0; sender < 200; sender++) {
      kernel.message(1 + sender, 0, 0x90, 60, 100);
    }
    Await.until(() -> played() == 200, "all are heard");
    assertEquals(Senders.MAX_SENDERS, opened());
    kernel.news(CLIENT_EXIT, 150, 0);
    Await.until(() -> log.getLast().endsWith("closes"), "the shared one is released");
  }

  private long played() {
    return log.stream().filter(line -> line.contains("plays")).count();
  }

  private long opened() {
    return log.stream().filter(line -> line.endsWith("opens")).count();
  }

  @Test
  void events_that_the_kernel_lost_release_everything() throws PortException {
    open();
    kernel.message(20, 0, 0x90, 60, 100);
    kernel.error(SequencerCalls.OVERRUN);
    kernel.message(20, 0, 0x91, 60, 100);
    await(
        "ALSA 20:0 opens",
        "ALSA 20:0 plays 144",
        "ALSA 20:0 closes",
        "ALSA 20:0 opens",
        "ALSA 20:0 plays 145");
    assertEquals(List.of(), warnings);
  }

  @Test
  void a_sequencer_that_goes_is_told_of_and_leaves_nothing_held() throws PortException {
    open();
    kernel.message(20, 0, 0x90, 60, 100);
    kernel.error(-19); // ENODEV
    Await.until(() -> kernel.closes.get() == 1, "it is closed");
    assertTrue(log.getLast().endsWith("closes"));
    assertEquals(1, warnings.size());
  }

  @Test
  void at_the_end_all_is_released_and_the_sequencer_closed_once() throws PortException {
    open();
    kernel.message(20, 0, 0x90, 60, 100);
    Await.until(() -> played() == 1, "it plays");
    port.close();
    port.close();
    assertTrue(log.getLast().endsWith("closes"));
    assertEquals(1, kernel.closes.get());
  }

  @Test
  void a_kernel_without_a_sequencer_is_said_in_a_line() {
    kernel.openResult = -2;
    PortException e = assertThrows(PortException.class, this::open);
    assertTrue(e.getMessage().contains("snd-seq"), e.getMessage());
  }

  @Test
  void a_port_that_is_refused_closes_the_client() {
    kernel.portResult = -12;
    assertThrows(PortException.class, this::open);
    assertEquals(1, kernel.closes.get());
  }
}
