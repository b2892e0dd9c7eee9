package modpool.io.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyDeviceTest {
  @TempDir Path folder;

  @Test
  void the_program_that_holds_the_card_is_named() throws IOException {
    held("4711", "audacity");
    assertEquals(
        "another program holds the card (audacity (4711)): close it, or choose another device",
        why("Linux"));
  }

  @Test
  void a_sound_server_that_holds_it_is_to_be_played_through() throws IOException {
    held("812", "pipewire");
    assertTrue(why("Linux").startsWith("the sound server holds the card (pipewire (812)): "));
  }

  @Test
  void who_records_is_not_in_the_way() throws IOException {
    Path recorder = Files.createDirectories(folder.resolve("asound/card0/pcm0c/sub0"));
    Files.writeString(recorder.resolve("status"), "state: RUNNING\nowner_pid   : 7\n");
    assertEquals("another program may hold it, or try another --rate", why("Linux"));
  }

  @Test
  void a_server_that_runs_may_have_suspended_it() throws IOException {
    Files.createFile(folder.resolve("pipewire-0"));
    assertTrue(why("Linux").contains("may have suspended it"));
  }

  @Test
  void other_systems_have_words_of_their_own() {
    assertTrue(why("Windows 11").contains("exclusive mode"));
    assertTrue(why("Mac OS X").contains("hog mode"));
  }

  private void held(String process, String name) throws IOException {
    Path player = Files.createDirectories(folder.resolve("asound/card0/pcm0p/sub0"));
    Files.writeString(
        player.resolve("status"), "state: RUNNING\nowner_pid   : " + process + "\navail: 3\n");
    Path owner = Files.createDirectories(folder.resolve(process));
    Files.writeString(owner.resolve("comm"), name + "\n");
  }

  private String why(String system) {
    String why = new BusyDevice(system, folder, folder).why();
    assertEquals(-1, why.indexOf('\n'));
    return why;
  }
}
