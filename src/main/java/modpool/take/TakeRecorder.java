package modpool.take;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import modpool.bridge.Event;
import modpool.bridge.Imprint;
import modpool.bridge.Meters.Meter;
import modpool.bridge.Tape;
import modpool.control.Change;
import modpool.control.Control;
import modpool.control.Journal;
import modpool.io.file.BadFileException;
import modpool.io.file.Content;
import modpool.io.file.FileDraft;
import modpool.io.file.OutputException;
import modpool.io.file.OutputFile;
import modpool.recall.ImprintFields;

/// Records a session into a file as it is played, on a thread of its own. When it cannot go on it
/// says so at once and closes the take where it is still whole.
public final class TakeRecorder implements Journal, AutoCloseable {
  private static final int PUMP_MS = 20;
  private static final long NOWHERE = -1;

  /// A change and the first rack that has it.
  private record Noted(long generation, Change change) {}

  /// What a song or a sequence was read from.
  ///
  /// @param times how often a sequence is played
  record Origin(Content file, int times) {}

  private final Path path;
  private final Control control;
  private final Consumer<String> say;
  private final OutputFile output;
  private final TakeFile file;
  private final TakeBytes bytes = new TakeBytes();
  private final TakeChanges changes;
  private final ImprintFields imprintFields = new ImprintFields();
  private final ConcurrentLinkedQueue<Noted> notes = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Imprint> imprints = new ConcurrentLinkedQueue<>();
  private final Map<Object, Origin> origins = Collections.synchronizedMap(new IdentityHashMap<>());
  private final CountDownLatch ending = new CountDownLatch(1);
  private final AtomicBoolean failed = new AtomicBoolean();
  private Tape tape;
  private Thread writer;
  private long lastInFile; // frame of the last event that is in the file
  private long batchStart; // frame of the first event that is to be appended
  private String trouble; // why recording cannot go on from a frame, or null
  private long troubleAt;
  private boolean closed; // the file is: the writer's, then its closer's

  private TakeRecorder(
      Path path,
      Control control,
      Consumer<String> say,
      TakeTime time,
      UnaryOperator<FileDraft> disk)
      throws OutputException {
    this.path = path;
    this.control = control;
    this.say = say;
    changes = new TakeChanges(path, origins);
    output = new OutputFile(path);
    file = new TakeFile(disk.apply(output), time);
  }

  /// Records an instrument from its first block on.
  ///
  /// @param say takes a line at once when it cannot go on, from any thread
  /// @throws BadFileException when a bank has changed since it was read
  /// @throws OutputException when the file cannot be written, or cannot count this rate's frames
  public static TakeRecorder begin(Control control, Path path, Consumer<String> say)
      throws BadFileException, OutputException {
    return begin(control, path, say, UnaryOperator.identity());
  }

  /// @param disk stands before the file
  static TakeRecorder begin(
      Control control, Path path, Consumer<String> say, UnaryOperator<FileDraft> disk)
      throws BadFileException, OutputException {
    TakeTime time = TakeTime.of(control.rate());
    if (time == null) {
      throw new OutputException(
          "a MIDI file cannot count frames of %d Hz; record at a usual rate, as 48000"
              .formatted(control.rate()));
    }
    ObjectNode session = new TakeSession(path).write(control);
    TakeRecorder recorder = new TakeRecorder(path, control, say, time, disk);
    try {
      recorder.open(session, time);
      return recorder;
    } catch (OutputException | RuntimeException e) {
      recorder.output.close();
      throw e;
    }
  }

  private void open(ObjectNode session, TakeTime time) throws OutputException {
    bytes.addMeta(0, TakeFormat.META_NAME, "modpool take".getBytes(StandardCharsets.US_ASCII));
    byte[] tempo = {(byte) (time.tempo() >> 16), (byte) (time.tempo() >> 8), (byte) time.tempo()};
    bytes.addMeta(0, TakeFormat.META_TEMPO, tempo);
    bytes.add(0, session);
    file.append(bytes.take());
    lastInFile = bytes.last();
    tape = control.record(this);
    writer = Thread.ofPlatform().daemon().name("modpool-take").start(this::write);
  }

  /// Tells from which file something is that will be played.
  ///
  /// @param played a module or a sequence
  /// @param times how often a sequence repeats its file
  public void know(Object played, Content from, int times) {
    origins.put(played, new Origin(from, times));
  }

  @Override
  public void note(long generation, Change change) {
    notes.add(new Noted(generation, change));
  }

  @Override
  public void recalled(Imprint imprint) {
    imprints.add(imprint);
  }

  private void write() {
    try {
      while (!ending.await(PUMP_MS, TimeUnit.MILLISECONDS)) {
        pump();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Moves what has been recorded into the file. Whatever goes wrong must be said: else a take
  /// would end here unnoticed.
  private void pump() {
    batchStart = NOWHERE;
    trouble = null;
    try {
      if (closed) {
        tape.drain((_, _) -> {});
      } else {
        long lostAt = tape.lostAt(); // asked first: what comes before it is drained then
        tape.drain(this::take);
        append(bytes.take(), lostAt);
      }
    } catch (RuntimeException | Error e) {
      if (closed) {
        throw e;
      }
      String why =
          e instanceof OutOfMemoryError
              ? "out of memory; give Java more by -Xmx"
              : "recording failed (a bug, please report it): " + e;
      fail(why, batchStart == NOWHERE ? lastInFile : batchStart);
    }
  }

  private void take(long frame, long event) {
    if (trouble != null) {
      return;
    }
    batchStart = batchStart == NOWHERE ? frame : batchStart;
    trouble = add(frame, event);
    troubleAt = frame;
  }

  /// @param lostAt the frame of an event that is missing after these; negative for none
  private void append(byte[] events, long lostAt) {
    if (file.isFull(events.length)) {
      fail("the take has grown to 64 MB, the most that can be read", batchStart);
      return;
    }
    try {
      file.append(events);
      lastInFile = bytes.last();
    } catch (OutputException e) {
      fail(e.getMessage(), batchStart);
      return;
    }
    if (trouble != null) {
      fail(trouble, troubleAt);
    } else if (lostAt >= 0) {
      fail("events came faster than they could be written", lostAt);
    }
  }

  /// @return why it cannot be recorded, or null
  private String add(long frame, long event) {
    switch (Event.kind(event)) {
      case Event.ADOPTED -> {
        return adopted(frame, Event.value(event));
      }
      case Event.RECALL -> {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        imprintFields.write(imprints.remove(), new TreeMap<>(), node.putObject("recall"));
        bytes.add(frame, node);
      }
      default -> bytes.add(frame, event);
    }
    return null;
  }

  /// A rack was taken, with everything that has changed up to it.
  private String adopted(long frame, int generation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode done = node.putArray("changes");
    for (Noted next = notes.peek(); next != null; next = notes.peek()) {
      if (next.generation() > generation) {
        break;
      }
      notes.remove();
      try {
        done.add(changes.write(next.change()));
      } catch (IllegalArgumentException e) {
        return e.getMessage();
      }
    }
    if (!done.isEmpty()) {
      bytes.add(frame, node);
    }
    return null;
  }

  /// Says what is wrong and closes the take before this frame.
  private void fail(String why, long frame) {
    closed = true;
    failed.set(true);
    try {
      file.close(new TakeBytes(lastInFile), frame, why);
      double seconds = (double) frame / control.setup().rate();
      say.accept("%s; the take %s ends at %.3f s, whole up to there".formatted(why, path, seconds));
    } catch (OutputException | OutOfMemoryError e) {
      output.close();
      say.accept(why + "; the take " + path + " is lost: " + e.getMessage());
    }
  }

  /// Closes the take when the output has stopped. Harmless when done twice.
  public void finish() {
    end();
    if (closed) {
      return;
    }
    pump();
    if (!closed) {
      closed = true;
      try {
        file.close(bytes, control.meters().get(Meter.POSITION), null);
      } catch (OutputException e) {
        output.close();
        failed.set(true);
        say.accept("the take is lost: " + e.getMessage());
      }
    }
  }

  private void end() {
    ending.countDown();
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException _) {
        interrupted = true; // the file has one writer at a time
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// True when the take is not whole, which has been said.
  public boolean hasFailed() {
    return failed.get();
  }

  /// Gives the file up, unless it is finished.
  @Override
  public void close() {
    end();
    output.close();
  }
}
