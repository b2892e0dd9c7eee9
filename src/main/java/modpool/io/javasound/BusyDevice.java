package modpool.io.javasound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Why a device is not to be had, in words: Java says only that it is not. On Linux the kernel
/// tells who holds a card.
///
/// @param system as the property `os.name` has it
/// @param proc where the kernel tells of itself, `/proc`
/// @param runtime where a user's servers have their sockets, or null
record BusyDevice(String system, Path proc, Path runtime) {
  private static final Pattern OWNER = Pattern.compile("owner_pid\\s*:\\s*([0-9]+)");
  private static final List<String> SERVERS = List.of("pipewire", "pulseaudio", "wireplumber");
  private static final int MAX_BYTES = 1 << 12;

  static BusyDevice ofThisSystem() {
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    return new BusyDevice(
        System.getProperty("os.name", ""),
        Path.of("/proc"),
        runtime == null ? null : Path.of(runtime));
  }

  /// What is in the way and what to do, without a full stop.
  String why() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "another program may hold it in exclusive mode (close it, or untick \"Allow"
          + " applications to take exclusive control\" in the device's advanced properties), or try"
          + " another --rate";
    }
    if (name.startsWith("mac")) {
      return "another program may hold it for itself (hog mode): close it, or try another --rate";
    }
    List<String> holders = holders();
    if (holders.isEmpty()) {
      return serverRuns()
          ? "the sound server (PipeWire or PulseAudio) may have suspended it: wake it with any"
              + " other sound, choose the server's own device (--audio javasound:default), or try"
              + " another --rate"
          : "another program may hold it, or try another --rate";
    }
    boolean byServer = holders.stream().anyMatch(h -> SERVERS.stream().anyMatch(h::startsWith));
    String who = String.join(", ", holders);
    return byServer
        ? "the sound server holds the card (%s): choose the server's own device (--audio"
                .formatted(who)
            + " javasound:default) or play through it with --audio jack"
        : "another program holds the card (%s): close it, or choose another device".formatted(who);
  }

  /// Programs that have a card's playback open, as `firefox (1234)`.
  private List<String> holders() {
    TreeSet<String> holders = new TreeSet<>();
    Path cards = proc.resolve("asound");
    if (Files.isDirectory(cards)) {
      try (Stream<Path> files = Files.walk(cards, 4)) {
        files
            .filter(f -> f.endsWith("status") && f.toString().matches(".*/pcm[0-9]+p/.*"))
            .forEach(f -> addHolder(f, holders));
      } catch (IOException | UncheckedIOException _) {
        return List.of(); // a card was just pulled out
      }
    }
    return List.copyOf(holders);
  }

  private void addHolder(Path status, TreeSet<String> holders) {
    Matcher owner = OWNER.matcher(text(status));
    if (owner.find()) {
      String name = text(proc.resolve(owner.group(1)).resolve("comm")).strip();
      holders.add((name.isEmpty() ? "process" : name) + " (" + owner.group(1) + ")");
    }
  }

  private static String text(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  private boolean serverRuns() {
    return runtime != null
        && (Files.exists(runtime.resolve("pipewire-0"))
            || Files.exists(runtime.resolve("pulse/native")));
  }
}
