package modpool.midi.channel;

/// What the two bytes of bank select (controllers 0 and 32) mean: each standard has its own idea.
public enum BankSelect {
  /// Both together as 14 bits or, when there is no such bank, the first alone: whatever the sender
  /// meant, as long as few banks are loaded.
  ANY,
  /// The first byte is the bank; the second chooses among generations of instruments.
  GS,
  /// The second byte is the bank; 127 and 126 as the first choose drum kits.
  XG,
  /// Both together as 14 bits, as MIDI itself has it.
  MMA,
  /// The second byte is the bank when the first is 121; 120 as the first chooses drum kits.
  GM2
}
