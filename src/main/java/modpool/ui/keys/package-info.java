/// The piano at the foot of the window: played by mouse and by the computer's keys, it shows what
/// sounds on the chosen channel and names the chord. The event thread's.
package modpool.ui.keys;
