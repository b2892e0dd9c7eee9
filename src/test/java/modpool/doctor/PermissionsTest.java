package modpool.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import modpool.io.RealTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {
  @TempDir Path folder;

  @Test
  void limits_and_groups_are_read_from_the_kernel() throws IOException {
    Files.writeString(
        folder.resolve("limits"),
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max locked memory         unlimited            unlimited            bytes
        Max realtime priority     95                   95
        """);
    Files.writeString(
        folder.resolve("status"), "Name:\tjava\nGid:\t1000\t1000\nGroups:\t29 1000\n");
    Path groups =
        Files.writeString(folder.resolve("group"), "audio:x:29:me\nvideo:x:44:\nme:x:1000:\n");

    assertEquals(
        new Permissions(
            RealTime.GRANTED,
            OptionalLong.of(95),
            OptionalLong.of(Permissions.UNLIMITED),
            List.of("audio")),
        Permissions.of(folder, groups, RealTime.GRANTED));
  }

  @Test
  void a_system_without_such_files_has_none() {
    assertEquals(
        new Permissions(
            RealTime.UNSUPPORTED, OptionalLong.empty(), OptionalLong.empty(), List.of()),
        Permissions.of(folder, folder.resolve("group"), RealTime.UNSUPPORTED));
  }
}
