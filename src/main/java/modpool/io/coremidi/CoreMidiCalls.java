package modpool.io.coremidi;

/// What is asked of macOS's CoreMIDI, a method for each of its functions.
interface CoreMidiCalls {
  /// Takes a MIDIPacketList, on CoreMIDI's own thread.
  @FunctionalInterface
  interface PacketHandler {
    /// @param packetList its address; gone after the call
    void packets(long packetList);
  }

  /// MIDIClientCreate.
  ///
  /// @return the client, or an OSStatus (negative)
  long createClient(String name);

  /// MIDIDestinationCreate: a virtual destination.
  ///
  /// @return the endpoint, or an OSStatus (negative)
  long createDestination(long client, String name, PacketHandler handler);

  /// MIDIObjectSetIntegerProperty of kMIDIPropertyUniqueID, by which other programs remember it.
  ///
  /// @return an OSStatus; not 0 when another has that number
  int setUniqueId(long endpoint, int id);

  /// MIDIEndpointDispose.
  void disposeEndpoint(long endpoint);

  /// MIDIClientDispose.
  void disposeClient(long client);
}
