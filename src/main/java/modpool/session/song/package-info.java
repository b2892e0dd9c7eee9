/// The song of a session: what file it is, how it is played, which of its parts are mute.
///
/// Any thread but render's; what acts goes to control.
package modpool.session.song;
