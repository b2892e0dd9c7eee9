/// Which MIDI controllers move which controls: pure data, and soft takeover. No thread of its own;
/// who holds a [Bindings] is its one user.
package modpool.learn;
