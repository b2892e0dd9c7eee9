/// The patch editor: a waveform with its markers, the envelope, and the rest of a preset, heard
/// while it is moved. What it saves are preset files, which can as well be written by hand.
/// The event thread's.
///
///     handles, dials --> EditDesk (a history of EditedPatch) --> Audition, on control
///                            |--> all parts, when something has changed
package modpool.ui.editor;
