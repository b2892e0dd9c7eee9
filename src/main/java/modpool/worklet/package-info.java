/// What sounds: voices in engines in worklets, and the pool that lends them.
///
///     WorkletPool (control) -- VoiceAllocation --> Placement, inside a rack --> instruments
///
///     Worklet   two engines; 16 voices, numbered 0-15
///       Engine  eight voices and, beside each, a tail: where a voice fades that was cut
///         Lanes the state of these sixteen as arrays, one entry each
///
/// The pool and its books belong to control. A worklet, once a rack that uses it is published,
/// belongs to the render thread; nothing in it says to whom it is lent, nor what it plays. A voice
/// keeps its zone (and so its patch) from its start to its silence, unless its instrument lets it
/// follow an edited one: then [Succession] leads it over.
package modpool.worklet;
