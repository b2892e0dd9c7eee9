/// What the controllers, pedals, pitch wheel and parameter numbers of one MIDI channel are set to,
/// and what all channels are set to together ([Master]).
///
/// Owned by the state of the channel, `modpool.midi.channel`, which says when a [Part] of it is to
/// reach the instrument. All on the render thread; nothing here allocates.
package modpool.midi.controller;
