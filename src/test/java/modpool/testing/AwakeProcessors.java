package modpool.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Keeps the processors from sleeping while real time is measured, by loops that run only where
/// nothing else wants to. A virtual machine's processor can take milliseconds to wake, and who is
/// woken would be blamed for them. Does nothing where `chrt` and `taskset` are not to be had.
public final class AwakeProcessors implements AutoCloseable {
  /// Looks now and then whether the tests' process is still there.
  private static final String LOOP =
      "while kill -0 \"$0\"; do i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done; done";

  private final List<Process> loops = new ArrayList<>();

  public AwakeProcessors() {
    try {
      for (int each = 0; each < Runtime.getRuntime().availableProcessors(); each++) {
        loops.add(loop(each));
      }
    } catch (IOException e) {
      System.out.println("AwakeProcessors: idle processors may wake late here: " + e.getMessage());
    }
  }

  private static Process loop(int processor) throws IOException {
    String tests = Long.toString(ProcessHandle.current().pid());
    return new ProcessBuilder(
            "chrt", "--idle", "0", "taskset", "--cpu-list", "" + processor, "sh", "-c", LOOP, tests)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public void close() {
    loops.forEach(Process::destroy);
  }
}
