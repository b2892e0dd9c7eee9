/// Controllers that have been learned, at work: they move what the window and the lines move.
///
///     MIDI input --> ControllerTap --> LearnedControls --> Control, SongDesk
///     JACK's port --> PortInput --> Notices --^
///
/// What is learned is not played by a channel. The session's thread.
package modpool.session.learn;
