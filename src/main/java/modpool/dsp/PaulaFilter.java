package modpool.dsp;

/// What stands between Paula and the sockets of an Amiga: the machine's low pass, the filter that
/// is switched with the power LED, and the machine's high pass. Left and right.
public final class PaulaFilter {
  private final Biquad lowPass; // null: the machine has none
  private final Biquad ledFilter;
  private final Biquad highPass;
  private boolean led;
  private boolean fresh; // the LED filter was switched on amid sound it has not heard

  /// @param machine an Amiga
  public PaulaFilter(Machine machine, int rate) {
    lowPass = machine.lowPassHz() > 0 ? Biquad.lowPass(machine.lowPassHz(), rate) : null;
    ledFilter = Biquad.lowPass(Machine.LED_HZ, Machine.LED_Q, rate);
    highPass = Biquad.highPass(machine.highPassHz(), rate);
  }

  /// Switches the LED filter; off at first. It begins as if what it hears first had been there for
  /// ever, so that the switch is no click.
  public void setLed(boolean on) {
    if (on && !led) {
      fresh = !isSilent();
      ledFilter.settle(0, 0);
    }
    led = on;
  }

  /// Filters both sides in place from index 0.
  ///
  /// @param frame absolute frame of the first
  public void process(long frame, float[] left, float[] right, int frames) {
    int at = 0;
    while (at < frames) {
      long now = frame + at;
      if (Grid.isStep(now)) {
        flush();
      }
      int end = Math.min(frames, at + Grid.framesToStep(now));
      processCell(left, right, at, end);
      at = end;
    }
  }

  private void processCell(float[] left, float[] right, int from, int to) {
    if (lowPass != null) {
      lowPass.process(left, right, from, to);
    }
    if (led) {
      if (fresh) {
        fresh = false;
        ledFilter.settle(left[from], right[from]);
      }
      ledFilter.process(left, right, from, to);
    }
    highPass.process(left, right, from, to);
  }

  private void flush() {
    if (lowPass != null) {
      lowPass.flush();
    }
    ledFilter.flush();
    highPass.flush();
  }

  /// True when silence comes out as silence.
  public boolean isSilent() {
    return highPass.isSilent()
        && (lowPass == null || lowPass.isSilent())
        && (!led || ledFilter.isSilent());
  }
}
