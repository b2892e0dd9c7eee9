/// A running session of the program: what was loaded, the lines that act on it, what it has to say, and
/// how it is shown on a terminal. Commands and the window open one and give it lines.
///
///     stdin, keys, window --> lines --> LiveLines --> Control, SongDesk
///     Notices, Meters ------> LiveSession, SessionReport --> Messages, a Front
///
/// Below it lie `modpool.session.front`, who shows it, and `modpool.session.song`, what it plays.
package modpool.session;
