/// How the window looks and what it is drawn with: colours, lengths, labels, meters, keys as words.
/// Knows nothing of instruments. On the event thread.
package modpool.ui.look;
