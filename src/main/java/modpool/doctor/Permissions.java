package modpool.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import modpool.io.RealTime;

/// What this user may do on behalf of sound.
///
/// @param realTime what became of a thread's wish for real-time priority
/// @param rtPrio the limit of real-time priority, as `ulimit -r` has it; absent where there is none
/// @param lockedBytes the limit of locked memory, likewise; [#UNLIMITED] for no limit
/// @param groups those of the user's groups that sound is usually given to
record Permissions(
    RealTime realTime, OptionalLong rtPrio, OptionalLong lockedBytes, List<String> groups) {
  static final long UNLIMITED = Long.MAX_VALUE;

  private static final Set<String> SOUND_GROUPS =
      Set.of("audio", "realtime", "pipewire", "jackuser");
  private static final int MAX_BYTES = 1 << 20;

  static Permissions ofThisProcess() {
    return of(Path.of("/proc/self"), Path.of("/etc/group"), RealTime.tryOut());
  }

  /// @param self where Linux tells of the process
  /// @param groupFile names of groups
  static Permissions of(Path self, Path groupFile, RealTime realTime) {
    List<String> limits = lines(self.resolve("limits"));
    return new Permissions(
        realTime,
        limit(limits, "Max realtime priority"),
        limit(limits, "Max locked memory"),
        soundGroups(lines(self.resolve("status")), lines(groupFile)));
  }

  private static OptionalLong limit(List<String> limits, String name) {
    for (String line : limits) {
      if (line.startsWith(name)) {
        String soft = line.substring(name.length()).strip().split("\\s+")[0];
        if (soft.equals("unlimited")) {
          return OptionalLong.of(UNLIMITED);
        }
        return soft.matches("[0-9]{1,18}")
            ? OptionalLong.of(Long.parseLong(soft))
            : OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  private static List<String> soundGroups(List<String> status, List<String> groupFile) {
    List<String> ids = new ArrayList<>();
    for (String line : status) {
      if (line.startsWith("Groups:") || line.startsWith("Gid:")) {
        ids.addAll(Arrays.asList(line.substring(line.indexOf(':') + 1).strip().split("\\s+")));
      }
    }
    return groupFile.stream()
        .map(line -> line.split(":"))
        .filter(f -> f.length > 2 && ids.contains(f[2]))
        .map(f -> f[0].toLowerCase(Locale.ROOT))
        .filter(SOUND_GROUPS::contains)
        .sorted()
        .toList();
  }

  /// Nothing when it cannot be read.
  static List<String> lines(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException _) {
      return List.of();
    }
  }
}
