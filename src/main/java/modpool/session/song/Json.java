package modpool.session.song;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import modpool.bridge.Meters;
import modpool.bridge.StealReason;
import modpool.worklet.PoolStats;

/// JSON as the commands print it.
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// One line.
  public static String line(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Several lines, for long answers.
  public static String pretty(ObjectNode node) {
    return node.toPrettyString();
  }

  /// Why voices were taken from notes that sounded: how many for each reason.
  public static ObjectNode stealsOf(Meters meters) {
    ObjectNode node = object();
    for (StealReason reason : StealReason.all()) {
      node.put(reason.word(), meters.steals(reason));
    }
    return node;
  }

  public static ObjectNode of(PoolStats stats) {
    ObjectNode node =
        object()
            .put("workletCount", stats.workletCount())
            .put("totalVoices", stats.totalVoices())
            .put("allocatedVoices", stats.allocatedVoices())
            .put("freeVoices", stats.freeVoices());
    ArrayNode rows = node.putArray("allocations");
    for (PoolStats.Row row : stats.allocations()) {
      rows.addObject()
          .put("instrumentId", row.instrumentId())
          .put("workletIndex", row.workletIndex())
          .put("voices", row.voices())
          .put("firstLocalVoice", row.firstLocalVoice());
    }
    return node;
  }
}
