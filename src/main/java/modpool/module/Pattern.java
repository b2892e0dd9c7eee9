package modpool.module;

/// A grid of rows and tracks. Immutable; safe and free of allocation on the render thread.
public final class Pattern {
  /// Rows of a pattern of a MOD.
  public static final int MOD_ROWS = 64;

  private final int rows;
  private final int channels;
  private final short[] periods;
  private final byte[] samples;
  private final byte[] effects;
  private final byte[] parameters;

  private Pattern(Builder b) {
    rows = b.rows;
    channels = b.channels;
    periods = b.periods.clone();
    samples = b.samples.clone();
    effects = b.effects.clone();
    parameters = b.parameters.clone();
  }

  /// A pattern in which nothing happens.
  public static Pattern empty(int rows, int channels) {
    return new Builder(rows, channels).build();
  }

  public int rows() {
    return rows;
  }

  public int channels() {
    return channels;
  }

  /// The Amiga period of a cell's note, 0 for none. Any of 0..4095: files hold odd ones.
  public int period(int row, int track) {
    return periods[row * channels + track];
  }

  /// The number of a cell's sample from 1, 0 for none. May exceed the module's samples.
  public int sample(int row, int track) {
    return samples[row * channels + track] & 0xFF;
  }

  /// The number of a cell's effect, 0..15.
  public int effect(int row, int track) {
    return effects[row * channels + track];
  }

  /// The parameter of a cell's effect, 0..255.
  public int parameter(int row, int track) {
    return parameters[row * channels + track] & 0xFF;
  }

  /// Collects a pattern's cells; those not set are empty.
  public static final class Builder {
    private final int rows;
    private final int channels;
    private final short[] periods;
    private final byte[] samples;
    private final byte[] effects;
    private final byte[] parameters;

    public Builder(int rows, int channels) {
      this.rows = rows;
      this.channels = channels;
      int cells = rows * channels;
      periods = new short[cells];
      samples = new byte[cells];
      effects = new byte[cells];
      parameters = new byte[cells];
    }

    /// @param period 0..4095
    /// @param sample 0..255
    /// @param effect 0..15
    /// @param parameter 0..255
    public Builder set(int row, int track, int period, int sample, int effect, int parameter) {
      int cell = row * channels + track;
      periods[cell] = (short) period;
      samples[cell] = (byte) sample;
      effects[cell] = (byte) effect;
      parameters[cell] = (byte) parameter;
      return this;
    }

    public Pattern build() {
      return new Pattern(this);
    }
  }
}
