package modpool.io.alsa;

import java.lang.foreign.MemorySegment;

/// What is asked of ALSA's sequencer, a method for each function of libasound (and poll). Errors
/// are negative, as there. Pointers are longs.
interface SequencerCalls {
  /// -EAGAIN: nothing waits.
  int TRY_AGAIN = -11;

  /// -ENOSPC: the kernel's queue ran over and events were lost.
  int OVERRUN = -28;

  /// snd_seq_open of `default` for input, not blocking.
  ///
  /// @return the handle
  long open();

  int setClientName(long sequencer, String name);

  /// snd_seq_create_simple_port.
  ///
  /// @return the port's number
  int createPort(long sequencer, String name, int capabilities, int type);

  /// snd_seq_connect_from.
  int connectFrom(long sequencer, int port, int fromClient, int fromPort);

  int clientId(long sequencer);

  /// Waits for events: poll on the sequencer's descriptors.
  ///
  /// @return 0 when the time is over
  int await(long sequencer, int timeoutMs);

  /// snd_seq_event_input.
  ///
  /// @param event gets the event's pointer, which holds until the next call
  int input(long sequencer, MemorySegment event);

  /// snd_midi_event_new, without running status.
  ///
  /// @return a decoder, 0 when there is no memory
  long newDecoder(int bytes);

  /// snd_midi_event_decode.
  ///
  /// @return bytes written, or an error when the event is no MIDI message
  long decode(long decoder, MemorySegment bytes, long event);

  void freeDecoder(long decoder);

  void close(long sequencer);
}
