package modpool.session;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import modpool.bridge.Notices;
import modpool.control.Control;

/// Says what plays in place of a program that is not there: once for each that is asked for.
public final class UnknownPrograms {
  private final Control control;
  private final Consumer<String> says;
  private final Set<Long> said = new HashSet<>();

  public UnknownPrograms(Control control, Consumer<String> says) {
    this.control = control;
    this.says = says;
  }

  /// Takes all notices there are; those of another kind are lost.
  public void hearAll(Notices notices) {
    for (long notice = notices.take(); notice != 0; notice = notices.take()) {
      hear(notice);
    }
  }

  /// Takes note of one such notice; others are nothing to it.
  public void hear(long notice) {
    if (Notices.kind(notice) == Notices.UNKNOWN_PROGRAM && said.add(notice)) {
      int detail = Notices.detail(notice);
      int channel = Notices.channel(notice) + 1;
      boolean kit = detail >> 21 != 0;
      says.accept(control.banks().standIn(channel, kit, detail >> 7 & 0x3FFF, detail & 0x7F));
    }
  }
}
