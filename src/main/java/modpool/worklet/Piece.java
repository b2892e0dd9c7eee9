package modpool.worklet;

import modpool.dsp.Grid;

/// What an engine reads a sample into before it mixes it. Engines that take turns share one.
final class Piece {
  final float[] left = new float[Grid.PIECE];
  final float[] right = new float[Grid.PIECE];
}
