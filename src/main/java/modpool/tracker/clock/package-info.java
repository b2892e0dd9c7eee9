/// Where a song is and how fast time goes in it: ticks as frames, places, and a MIDI clock that
/// leads. For the render thread; places are plain values for anybody.
package modpool.tracker.clock;
