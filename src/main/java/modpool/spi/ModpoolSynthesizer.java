package modpool.spi;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.Instrument;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiChannel;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Patch;
import javax.sound.midi.Receiver;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Transmitter;
import javax.sound.midi.VoiceStatus;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import modpool.Modpool;
import modpool.Settings;
import modpool.bank.BankFiles;
import modpool.bridge.Meters.Meter;
import modpool.control.Control;
import modpool.io.AudioOutput;
import modpool.io.file.BadFileException;
import modpool.io.file.OutputException;
import modpool.session.Outputs;

/// The synthesizer "modpool". Open, it plays to JACK or PipeWire if a server runs, else to Java
/// Sound, else to nobody, with a warning in the log; opened by [#openStream] it renders what is
/// read from the stream. It may be opened and closed as often as one likes; what was loaded stays.
///
/// Any thread may call it; opening, closing and loading are for one at a time.
public final class ModpoolSynthesizer implements Synthesizer {
  private static final Logger LOG = System.getLogger(ModpoolSynthesizer.class.getName());
  private static final int CHANNELS = 16;
  private static final int BLOCK = 128; // programs of others rarely have a collector to fit 64
  private static final double MICROS = 1e6;

  private final ChannelMirror[] mirrors = new ChannelMirror[CHANNELS];
  private final MidiChannel[] channels = new MidiChannel[CHANNELS];
  private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
  private final Voices voices = new Voices(mirrors);
  private ModpoolSoundbank factory; // null until asked for
  private LoadedSounds loaded;
  private Modpool modpool; // null while closed
  private AudioOutput output; // null while closed, and with a stream
  private RenderedStream stream; // null while closed, and with an output

  ModpoolSynthesizer() {}

  @Override
  public MidiDevice.Info getDeviceInfo() {
    return ModpoolProvider.info();
  }

  /// Opens it with an output; nothing when it is open.
  ///
  /// @throws MidiUnavailableException when the factory bank cannot be read
  @Override
  public void open() throws MidiUnavailableException {
    if (isOpen()) {
      return;
    }
    AudioOutput chosen =
        Outputs.automatic(48_000, BLOCK, line -> LOG.log(Level.WARNING, "modpool: {0}", line));
    start(
        new Settings()
            .rate(chosen.rate())
            .blockFrames(chosen.blockFrames())
            .limiter(true)
            .separation(60));
    Control control = modpool.control();
    control.warmUp();
    try {
      chosen.start(control.liveRenderer(), control.meters());
      output = chosen;
    } catch (OutputException e) {
      close();
      throw unavailable(e);
    }
  }

  /// Opens it without an output: the stream renders what is read from it, as fast as it is read.
  /// Time stamps of messages are microseconds of that sound, so the same messages give the same
  /// bytes.
  ///
  /// @param format stereo, signed 16 bits or floats of 32; null for 48000 Hz of 16 bits
  /// @throws MidiUnavailableException when it is open, or the format is another
  public AudioInputStream openStream(AudioFormat format) throws MidiUnavailableException {
    AudioFormat wanted = format == null ? new AudioFormat(48_000, 16, 2, true, false) : format;
    if (isOpen()) {
      throw new MidiUnavailableException("modpool is open already: close it first");
    }
    if (!RenderedStream.supports(wanted)) {
      throw new MidiUnavailableException(
          "modpool streams stereo of 16 bits or 32-bit floats, not " + wanted);
    }
    try {
      start(new Settings().rate(Math.round(wanted.getSampleRate())));
    } catch (IllegalArgumentException e) {
      throw unavailable(e);
    }
    stream = new RenderedStream(modpool.control(), wanted);
    return new AudioInputStream(stream, wanted, AudioSystem.NOT_SPECIFIED);
  }

  private void start(Settings settings) throws MidiUnavailableException {
    try {
      modpool = Modpool.open(settings);
    } catch (IOException e) {
      throw unavailable(e);
    }
    Control control = modpool.control();
    control.board().watch(true);
    if (loaded != null) {
      control.banks().put(loaded.table());
    }
    Mutes mutes = new Mutes(control);
    for (int i = 0; i < CHANNELS; i++) {
      mirrors[i] = new ChannelMirror();
    }
    Receiver own = new SynthesizerReceiver(this, control.receiver(), mirrors);
    for (int i = 0; i < CHANNELS; i++) {
      channels[i] = new SynthesizerChannel(i, mirrors[i], own, mutes);
    }
  }

  private static MidiUnavailableException unavailable(Exception cause) {
    MidiUnavailableException e = new MidiUnavailableException(cause.getMessage());
    e.initCause(cause);
    return e;
  }

  @Override
  public boolean isOpen() {
    return modpool != null;
  }

  /// Closes it, its receivers and its stream, which must not be read at that moment.
  @Override
  public void close() {
    if (!isOpen()) {
      return;
    }
    List.copyOf(receivers).forEach(Receiver::close);
    if (output != null) {
      try {
        output.stop();
      } catch (OutputException e) {
        LOG.log(Level.WARNING, "modpool: {0}", e.getMessage());
      }
      output = null;
    }
    if (stream != null) {
      stream.close();
      stream = null;
    }
    modpool.close();
    modpool = null;
  }

  void forget(Receiver receiver) {
    receivers.remove(receiver);
  }

  /// Microseconds of sound since it was opened; -1 while it is closed.
  @Override
  public long getMicrosecondPosition() {
    return isOpen()
        ? Math.round(modpool.control().meters().get(Meter.POSITION) * MICROS / modpool.rate())
        : -1;
  }

  /// Microseconds from a message to its sound, as far as the output tells.
  @Override
  public long getLatency() {
    if (output == null) {
      return 0;
    }
    return Math.round((output.blockFrames() + output.latencyFrames()) * MICROS / output.rate());
  }

  @Override
  public int getMaxPolyphony() {
    return isOpen() ? modpool.control().poolStats().allocatedVoices() : 4 * CHANNELS;
  }

  /// @throws MidiUnavailableException while it is closed
  @Override
  public Receiver getReceiver() throws MidiUnavailableException {
    if (!isOpen()) {
      throw new MidiUnavailableException("modpool is not open");
    }
    Receiver receiver = new SynthesizerReceiver(this, modpool.receiver(), mirrors);
    receivers.add(receiver);
    return receiver;
  }

  @Override
  public List<Receiver> getReceivers() {
    return List.copyOf(receivers);
  }

  @Override
  public int getMaxReceivers() {
    return -1;
  }

  @Override
  public int getMaxTransmitters() {
    return 0;
  }

  @Override
  public Transmitter getTransmitter() throws MidiUnavailableException {
    throw new MidiUnavailableException("modpool only listens");
  }

  @Override
  public List<Transmitter> getTransmitters() {
    return List.of();
  }

  /// The 16 channels; null in each place until it was opened for the first time.
  @Override
  public MidiChannel[] getChannels() {
    return channels.clone();
  }

  @Override
  public VoiceStatus[] getVoiceStatus() {
    return isOpen() ? voices.status(modpool.control()) : new VoiceStatus[0];
  }

  /// Reads any file or folder that modpool takes as a bank, SoundFonts and sounds too, to be loaded
  /// with [#loadAllInstruments].
  ///
  /// @throws InvalidMidiDataException when it cannot be read; the message says why and what to do
  public static Soundbank soundbank(Path path) throws InvalidMidiDataException {
    return ModpoolBankReader.read(path);
  }

  @Override
  public boolean isSoundbankSupported(Soundbank soundbank) {
    return soundbank instanceof ModpoolSoundbank;
  }

  @Override
  public Soundbank getDefaultSoundbank() {
    if (factory == null) {
      try {
        factory = new ModpoolSoundbank(BankFiles.factory());
      } catch (BadFileException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
    return factory;
  }

  @Override
  public Instrument[] getAvailableInstruments() {
    return getDefaultSoundbank().getInstruments();
  }

  @Override
  public Instrument[] getLoadedInstruments() {
    return loaded == null ? new Instrument[0] : loaded.instruments();
  }

  @Override
  public boolean loadInstrument(Instrument instrument) {
    load(List.of(instrument));
    return true;
  }

  private void load(List<Instrument> instruments) {
    sounds().load(instruments);
    tell();
  }

  private LoadedSounds sounds() {
    if (loaded == null) {
      loaded = new LoadedSounds(((ModpoolSoundbank) getDefaultSoundbank()).bank());
    }
    return loaded;
  }

  private void tell() {
    if (isOpen()) {
      modpool.control().banks().put(sounds().table());
    }
  }

  @Override
  public void unloadInstrument(Instrument instrument) {
    sounds().unload(instrument);
    tell();
  }

  @Override
  public boolean remapInstrument(Instrument from, Instrument to) {
    boolean remapped = sounds().remap(from, to);
    tell();
    return remapped;
  }

  @Override
  public boolean loadAllInstruments(Soundbank soundbank) {
    checkSupported(soundbank);
    load(List.of(soundbank.getInstruments()));
    return true;
  }

  @Override
  public void unloadAllInstruments(Soundbank soundbank) {
    checkSupported(soundbank);
    for (Instrument instrument : soundbank.getInstruments()) {
      sounds().unload(instrument);
    }
    tell();
  }

  @Override
  public boolean loadInstruments(Soundbank soundbank, Patch[] patches) {
    List<Instrument> found = found(soundbank, patches);
    load(found);
    return found.size() == patches.length;
  }

  @Override
  public void unloadInstruments(Soundbank soundbank, Patch[] patches) {
    found(soundbank, patches).forEach(sounds()::unload);
    tell();
  }

  private List<Instrument> found(Soundbank soundbank, Patch[] patches) {
    checkSupported(soundbank);
    List<Instrument> found = new ArrayList<>();
    for (Patch patch : patches) {
      Instrument instrument = soundbank.getInstrument(patch);
      if (instrument != null) {
        found.add(instrument);
      }
    }
    return found;
  }

  private void checkSupported(Soundbank soundbank) {
    if (!isSoundbankSupported(soundbank)) {
      throw new IllegalArgumentException("not one of modpool's soundbanks: " + soundbank);
    }
  }
}
