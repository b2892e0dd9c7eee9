package modpool.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import modpool.patch.Trigger;

/// The part of a preset's text that says when a zone sounds; [modpool.patch.TriggerReader] reads
/// it.
public final class TriggerText {
  private TriggerText() {}

  /// Puts all that is not as it is by itself.
  public static void put(ObjectNode node, Trigger trigger) {
    node.put("keys", range(trigger.lowKey(), trigger.highKey()));
    if (trigger.lowVelocity() > 1 || trigger.highVelocity() < 127) {
      node.put("velocities", range(trigger.lowVelocity(), trigger.highVelocity()));
    }
    if (trigger.layer() > 0) {
      node.put("layer", trigger.layer() + 1);
    }
    if (trigger.turns() > 1) {
      node.put("roundRobin", trigger.turn() + 1 + "/" + trigger.turns());
    }
    putChoke(node, "chokes", trigger.chokes());
    putChoke(node, "chokedBy", trigger.chokedBy());
  }

  private static void putChoke(ObjectNode node, String key, int group) {
    if (group > 0) {
      node.put(key, group);
    }
  }

  private static String range(int low, int high) {
    return low == high ? Integer.toString(low) : low + "-" + high;
  }
}
