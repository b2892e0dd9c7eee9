/// The rack: a row for each of the 16 channels, and one for the master. The event thread's.
package modpool.ui.rack;
