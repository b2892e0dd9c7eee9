/// Where threads meet; nothing else in the program is shared between them, but the boards that a
/// window reads ([modpool.bridge.board]). JDK only.
///
///     MIDI threads --- Event (two longs) --> EventQueue --+
///     control ------- Rack (object) -------> Snapshot ----+--> render thread
///     render thread --- numbers -----------> Meters ----------> control, UI
///     render thread --- what happened -----> Notices ---------> control
///     render thread --- what it acted on --> Tape ------------> control, while it records
///     render thread <-- what is set -------> Imprints <-------> control
///     render thread --- the port's MIDI ---> MessageRing -----> thru
///     render thread --- frame and time ----> LiveClock -------> MIDI threads
///
/// In a block the renderer reads the queue's limit first, then the newest snapshot, then drains up
/// to that limit. The other way round an event could meet a rack older than the one its sender had
/// already published.
package modpool.bridge;
