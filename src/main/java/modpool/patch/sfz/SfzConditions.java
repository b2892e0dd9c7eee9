package modpool.patch.sfz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import modpool.patch.foreign.Unmapped;

/// Which regions can sound at all: those that a key-down begins, with the controllers at rest and
/// the key switch where the file puts it.
final class SfzConditions {
  private static final List<String> OTHER_TRIGGERS = List.of("sw_down", "sw_up", "sw_previous");

  private final Map<Integer, Double> controllers = new HashMap<>(); // at rest, where not 0
  private final Unmapped unmapped;
  private final int switchedTo;

  /// @param control what `<control>` says
  /// @param regions all of them, which tell where the key switch stands first
  SfzConditions(Map<String, String> control, List<SfzRegion> regions, Unmapped unmapped) {
    this.unmapped = unmapped;
    SfzRegion header = new SfzRegion(List.of(control), 0, unmapped);
    for (String name : header.beginningWith("set_cc")) {
      int number = number(name);
      if (number >= 0) {
        controllers.put(number, header.number(name, 0, 0, 127));
      }
    }
    int start = -1;
    int first = -1;
    for (SfzRegion region : regions) {
      start = start < 0 ? region.key("sw_default", -1) : start;
      first = first < 0 ? region.key("sw_last", -1) : first;
    }
    switchedTo = start < 0 ? first : start;
  }

  /// Whether a region sounds; what keeps it from that is told.
  boolean hold(SfzRegion region) {
    String trigger = region.text("trigger", "attack").strip();
    if (!trigger.equals("attack") && !trigger.equals("first")) {
      unmapped.add("region with trigger=" + trigger);
      return false;
    }
    for (String name : OTHER_TRIGGERS) {
      if (region.has(name)) {
        unmapped.add("region with " + name);
        return false;
      }
    }
    region.key("sw_default", -1);
    region.beginningWith("sw_lokey");
    region.beginningWith("sw_hikey");
    region.beginningWith("sw_label");
    if (region.has("sw_last") && region.key("sw_last", -1) != switchedTo) {
      unmapped.add("region of another key switch (sw_last)");
      return false;
    }
    for (String start : List.of("on_locc", "on_hicc", "start_locc", "start_hicc")) {
      if (!region.beginningWith(start).isEmpty()) {
        unmapped.add("region that a controller begins");
        return false;
      }
    }
    return atRest(region);
  }

  private boolean atRest(SfzRegion region) {
    for (String name : region.beginningWith("locc")) {
      if (value(name) < region.number(name, 0, 0, 127)) {
        unmapped.add("region for other positions of controller " + number(name));
        return false;
      }
    }
    for (String name : region.beginningWith("hicc")) {
      if (value(name) > region.number(name, 127, 0, 127)) {
        unmapped.add("region for other positions of controller " + number(name));
        return false;
      }
    }
    return true;
  }

  private double value(String opcode) {
    return controllers.getOrDefault(number(opcode), 0.0);
  }

  /// The controller's number at the end of an opcode's name, -1 when there is none.
  private static int number(String opcode) {
    String digits = opcode.replaceFirst("^\\D+", "");
    return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
  }
}
