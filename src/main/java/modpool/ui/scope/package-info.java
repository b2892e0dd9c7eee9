/// Waves and spectra of the output and of the chosen channel. The event thread's; their samples
/// cross from the render thread in rings, while they are looked at.
package modpool.ui.scope;
