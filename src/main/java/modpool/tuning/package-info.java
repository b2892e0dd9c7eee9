/// Where the keys lie: tunings, the Scala files that describe them, and the messages of the MIDI
/// Tuning Standard that change them.
///
///     .scl, .kbm --> ScalaReader --> Tuning            control: part of the rack
///     sysex --> MtsReader --> events --> Tuner         MIDI threads, or render
///
/// A [modpool.tuning.Tuning] is immutable. What the Standard's messages change is few numbers at a
/// time, so they come as events, at their frame, and the render thread's [modpool.tuning.Tuner]
/// keeps them.
package modpool.tuning;
