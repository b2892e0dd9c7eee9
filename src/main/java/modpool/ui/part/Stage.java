package modpool.ui.part;

import modpool.bridge.Meters;
import modpool.bridge.board.VoiceBoard;

/// What a view is made for: where it looks, what it may do, and the channel that is being played.
///
/// @param selection the chosen channel, for all views
public record Stage(Meters meters, VoiceBoard board, Hands hands, Selection selection) {}
