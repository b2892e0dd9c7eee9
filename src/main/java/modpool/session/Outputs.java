package modpool.session;

import java.util.List;
import java.util.function.Consumer;
import modpool.io.AudioOutput;
import modpool.io.FallbackOutput;
import modpool.io.file.ConfigFolder;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackServer;
import modpool.io.javasound.BufferMemory;
import modpool.io.javasound.JavaSoundLines;
import modpool.io.javasound.JavaSoundOutput;

/// Where sound goes: what is there when nobody says.
public final class Outputs {
  private Outputs() {}

  /// JACK or PipeWire if a server runs, else Java Sound, else silence. With a server all candidates
  /// have its rate and block.
  ///
  /// @param say takes a line when only silence is left
  public static AudioOutput automatic(int rate, int block, Consumer<String> say) {
    return JackServer.find(null)
        .map(
            server -> {
              int served = server.rate();
              int period = server.blockFrames();
              return new FallbackOutput(
                  List.of(new JackOutput(null, server, false), javaSound(null, served, period)),
                  served,
                  period,
                  say);
            })
        .orElseGet(
            () -> new FallbackOutput(List.of(javaSound(null, rate, block)), rate, block, say));
  }

  /// Whether a JACK server runs. Opens a client for as long as it takes.
  public static boolean hasJack() {
    return JackServer.find(null).isPresent();
  }

  /// The Java Sound devices of this moment, as `--audio` has them. Asks drivers, which may take a
  /// while.
  public static List<String> devices(int rate) {
    return JavaSoundLines.names(rate).stream().map(name -> "javasound:" + name).toList();
  }

  /// Java Sound, which remembers the buffers that its devices needed in this user's folder.
  ///
  /// @param device part of a device's name, or null for the default
  public static AudioOutput javaSound(String device, int rate, int block) {
    BufferMemory memory = new BufferMemory(ConfigFolder.file("javasound.json"));
    return new JavaSoundOutput(device, rate, block, memory);
  }
}
