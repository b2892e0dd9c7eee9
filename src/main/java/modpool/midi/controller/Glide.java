package modpool.midi.controller;

import modpool.bridge.Imprint;
import modpool.bridge.RenderThread;

/// How a channel's notes follow each other: portamento and its time, legato, one at a time or many.
@RenderThread
public final class Glide {
  private static final double LONGEST_MS = 5_000;

  private boolean portamento;
  private int time;
  private boolean legato;
  private boolean mono;

  void setPortamento(boolean on) {
    portamento = on;
  }

  /// @param value 0-127: nothing to five seconds, the short times finely
  void setTime(int value) {
    time = value;
  }

  void setLegato(boolean on) {
    legato = on;
  }

  public void setMono(boolean on) {
    mono = on;
  }

  /// What controller 121 puts back.
  void rest() {
    portamento = false;
    legato = false;
  }

  void reset() {
    rest();
    time = 0;
    mono = false;
  }

  /// Hands what is set to an imprint, or takes it from there.
  void pass(Imprint state) {
    portamento = state.pass("portamento", portamento);
    time = state.pass("portamentoTime", 0, 127, time);
    legato = state.pass("legato", legato);
    mono = state.pass("mono", mono);
  }

  public boolean hasPortamento() {
    return portamento;
  }

  /// How long portamento takes.
  public double ms() {
    double share = time / 127.0;
    return LONGEST_MS * share * share * share;
  }

  public boolean isLegato() {
    return legato;
  }

  public boolean isMono() {
    return mono;
  }
}
