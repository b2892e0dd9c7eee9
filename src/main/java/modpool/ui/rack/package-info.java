/// The rack: a row for each of the 16 channels, one for the master, and the menu of programs. The
/// event thread's.
package modpool.ui.rack;
