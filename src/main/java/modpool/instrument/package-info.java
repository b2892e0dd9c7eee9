/// What is played: instruments of a few voices each, whatever these voices are.
///
/// An instrument assigns notes to its own local voices, 0 to n-1, on the render thread; where these
/// voices are (shared worklets, a worklet of its own, or its own mixing loop) is the only thing in
/// which the kinds differ. None can touch another's voice.
package modpool.instrument;
