package modpool.midi.channel;

/// What of a channel's settings reaches its instrument in one go.
enum Part {
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
