package modpool.midi.controller;

/// What of a channel's settings reaches its instrument in one go.
public enum Part {
  PATCH,
  LEVEL,
  PITCH,
  VIBRATO,
  TONE,
  GLIDE,
  PEDALS,
  MACROS,
  EFFECTS
}
