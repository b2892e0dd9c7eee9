/// The song that is loaded: its pattern as it scrolls by, its orders, the hands on it, and what its
/// tracks play; and what is done with a file that is dropped on the window. The event thread's.
package modpool.ui.song;
