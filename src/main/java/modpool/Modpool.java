package modpool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sound.midi.Receiver;
import modpool.bridge.RenderThread;
import modpool.control.BankSet;
import modpool.control.Control;

/// An open instrument of 16 MIDI channels, each with voices of its own. It needs no device: send
/// messages to a [#receiver()], and call [#render] for as much sound as is wanted. Several can be
/// open at once.
///
/// One thread renders; any thread may do the rest.
public final class Modpool implements AutoCloseable {
  private final Control control;

  private Modpool(Control control) {
    this.control = control;
  }

  /// Opens an instrument with the factory bank, or the banks that the settings name.
  ///
  /// @throws IOException when a bank cannot be read; the message says which, why and what to do
  public static Modpool open(Settings settings) throws IOException {
    return new Modpool(
        new Control(settings.setup(), BankSet.open(settings.banks, settings.userBank)));
  }

  /// A new source of MIDI messages. Closing it releases its keys and pedals, and no others.
  ///
  /// Time stamps are microseconds of rendered sound. Without one (-1) a message takes effect at the
  /// next block, but never before an earlier message of the same receiver.
  ///
  /// @throws IllegalStateException when 253 are open
  public Receiver receiver() {
    return control.receiver();
  }

  /// Renders the next frames. They do not depend on how many are asked for at a time.
  ///
  /// @param left written from index 0; -1 to 1, or beyond when there is no limiter
  /// @param right likewise
  @RenderThread
  @SuppressWarnings("exports")
  public void render(float[] left, float[] right, int frames) {
    control.render(left, right, frames);
  }

  /// Output frames per second.
  public int rate() {
    return control.rate();
  }

  /// Chooses the program of a channel; the next note has it, what sounds keeps its own.
  ///
  /// @param channel 1-16
  /// @param bank 0-16383
  /// @param program 0-127
  public void program(int channel, int bank, int program) {
    control.desk().program(channel, bank, program);
  }

  /// Puts other banks in place of those that are loaded. Notes that sound keep their patches.
  ///
  /// @throws IOException when one cannot be read; nothing has changed then
  public void banks(List<Path> paths) throws IOException {
    control.banks().replace(paths);
  }

  /// Gives a channel another number of voices. What sounds on those that stay goes on.
  ///
  /// @param channel 1-16
  /// @param count 1-16
  public void voices(int channel, int count) {
    control.desk().voices(channel, count);
  }

  /// Silences everything at once and puts all controllers at rest.
  public void panic() {
    control.panic();
  }

  /// True when nothing sounds and nothing waits. To be asked by the thread that renders.
  public boolean isIdle() {
    return control.isIdle();
  }

  /// What the program's own commands, window and provider need beyond this; no part of the
  /// published API.
  @SuppressWarnings("exports")
  public Control control() {
    return control;
  }

  /// Gives everything back. Rendering must have ended. Harmless when done twice.
  @Override
  public void close() {
    control.close();
  }
}
