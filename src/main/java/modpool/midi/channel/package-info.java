/// The state of the 16 MIDI channels: what their controllers, pedals, parameter numbers and banks
/// are set to, and how that reaches the instruments that play them. All on the render thread, at
/// the frames of the events; nothing here allocates.
///
///     event -> Channels -> ChannelState -> Instrument, its Controls
///                              |
///                              +-- ChannelKeys: KeySwitches, DelayedKeys
///                              +-- Knobs, of `modpool.midi.controller`
///                              +-- BankChoice
///
/// A state outlives any change of instrument: what was set is applied to the next one.
package modpool.midi.channel;
