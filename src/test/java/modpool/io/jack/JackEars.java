package modpool.io.jack;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import modpool.testing.Await;
import modpool.testing.Measure;

/// Listens to a port of the default server and prints, for each line that it reads, the frequency
/// of what it hears, in Hz: a program of its own, for servers that have their own libjack.
public final class JackEars {
  private static final int FRAMES = 24_000;
  private static final String NAME = "modpool-test-ears";

  private JackEars() {}

  /// @param args the port's full name, and a frequency within three semitones of what it plays
  public static void main(String[] args) throws Throwable {
    double about = Double.parseDouble(args[1]);
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (JackPeer always = JackPeer.recorder(null, NAME + "-always", 0)) { // or PipeWire rests
      connect(always, args[0], NAME + "-always:in");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try (JackPeer ears = JackPeer.recorder(null, NAME, FRAMES)) {
          connect(ears, args[0], NAME + ":in");
          Await.until(() -> ears.frames() == FRAMES, "it is recorded");
          System.out.println(Measure.frequency(ears.recorded(), ears.rate(), about));
        }
      }
    }
  }

  private static void connect(JackPeer ears, String port, String in) throws Throwable {
    if (!ears.connect(port, in)) {
      throw new IllegalStateException("there is no port " + port);
    }
  }
}
