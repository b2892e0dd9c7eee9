/// Other programs' players as libraries, called from Java without a line of native code: for a bench
/// that sets ours against them. None of them is needed, and none is part of modpool.
///
///     Candidate --look--> Peer --open--> Player --render--> a block, into memory of its own
///
/// A player is opened, used and closed by one thread, which is neither control nor the render thread.
/// What is measured around a block includes the way from Java into the library and back.
package modpool.doctor.peers;
