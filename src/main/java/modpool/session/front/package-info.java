/// Who faces the user while a session runs: stdin, a terminal's keys, a window (`modpool.ui`). A
/// [Front] gives the session lines and shows what it says ([Messages]).
///
/// A front has a thread of its own.
package modpool.session.front;
