/// modpool as a device of `javax.sound.midi`: with its jar on the class path any Java MIDI program finds
/// a [Synthesizer][javax.sound.midi.Synthesizer] named "modpool", and reads modpool's banks as
/// soundbanks.
///
///     Synthesizer synthesizer = null;
///     for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
///       if (info.getName().equals("modpool")) {
///         synthesizer = (Synthesizer) MidiSystem.getMidiDevice(info);
///       }
///     }
///     synthesizer.open(); // JACK or PipeWire if it runs, else Java Sound, else silence
///     synthesizer.loadAllInstruments(MidiSystem.getSoundbank(new File("my-song.mod")));
///     synthesizer.getChannels()[0].noteOn(60, 100);
///     synthesizer.close();
///
/// Which synthesizer `MidiSystem.getSynthesizer()` gives is said by the system property
/// `javax.sound.midi.Synthesizer`: `#modpool`, or `#Gervill` for the JDK's own; without it, whichever
/// the JDK finds first. What is public here is the whole of it.
package modpool.spi;
