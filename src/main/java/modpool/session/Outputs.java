package modpool.session;

import java.util.List;
import java.util.function.Consumer;
import modpool.io.AudioOutput;
import modpool.io.FallbackOutput;
import modpool.io.JavaSoundOutput;
import modpool.io.jack.JackOutput;
import modpool.io.jack.JackServer;

/// Where sound goes when nobody says.
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
                  List.of(new JackOutput(null, server), new JavaSoundOutput(null, served, period)),
                  served,
                  period,
                  say);
            })
        .orElseGet(
            () ->
                new FallbackOutput(
                    List.of(new JavaSoundOutput(null, rate, block)), rate, block, say));
  }
}
