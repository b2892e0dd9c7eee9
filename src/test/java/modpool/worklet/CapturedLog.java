package modpool.worklet;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What a class logs, as its readers would see it; until closed.
public final class CapturedLog implements AutoCloseable {
  private final Logger logger;
  private final Level before;
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          Object[] parts = entry.getParameters();
          lines.add(
              entry.getLevel()
                  + " "
                  + (parts == null
                      ? entry.getMessage()
                      : new MessageFormat(entry.getMessage()).format(parts)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public CapturedLog(Class<?> source) {
    logger = Logger.getLogger(source.getName());
    before = logger.getLevel();
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  /// `FINE [WorkletPool] Creating new worklet 0 for 01`; the JDK's logging calls DEBUG so.
  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    logger.setLevel(before);
  }
}
