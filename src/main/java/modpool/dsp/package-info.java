/// Sample arithmetic: pure functions and immutable tables, no state of a voice.
///
/// Everything here may run on the render thread: nothing allocates after class or table
/// construction. Coefficients come from tables made with `StrictMath`, and no fused multiply-add is
/// used, so that every machine computes the same bytes.
package modpool.dsp;
