package modpool.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What is bound: a controller to one control, a control to one controller. Immutable.
public final class Bindings {
  /// Nothing.
  public static final Bindings NONE = new Bindings(List.of());

  private static final String KEY = "bindings";
  private static final int MOST = 256;

  private final List<Binding> list;

  private Bindings(List<Binding> list) {
    this.list = List.copyOf(list);
  }

  /// What a file says; one that makes no sense is left out.
  ///
  /// @param say takes why the first was
  static Bindings of(ObjectNode root, Consumer<String> say) {
    Bindings read = NONE;
    String trouble = null;
    for (JsonNode node : root.path(KEY)) {
      try {
        read =
            read.with(
                new Binding(
                    node.path("controller").asInt(-1),
                    node.path("channel").asInt(0),
                    ControlName.parse(node.path("control").asText(""))));
      } catch (IllegalArgumentException e) {
        trouble = trouble == null ? e.getMessage() : trouble;
      }
    }
    if (trouble != null) {
      say.accept(trouble);
    }
    return read;
  }

  void into(ObjectNode root) {
    ArrayNode array = root.putArray(KEY);
    for (Binding binding : list) {
      array
          .addObject()
          .put("controller", binding.controller())
          .put("channel", binding.channel())
          .put("control", binding.control().text());
    }
  }

  /// Binds; what either was bound to before is not any more.
  ///
  /// @throws IllegalArgumentException when there are too many
  public Bindings with(Binding next) {
    List<Binding> others = new ArrayList<>(without(next.control()).list);
    others.removeIf(b -> b.controller() == next.controller() && b.channel() == next.channel());
    if (others.size() == MOST) {
      throw new IllegalArgumentException("no more than " + MOST + " controls can be bound");
    }
    others.add(next);
    return new Bindings(others);
  }

  public Bindings without(ControlName control) {
    return new Bindings(list.stream().filter(b -> !b.control().equals(control)).toList());
  }

  /// Whether a controller moves it.
  public boolean binds(ControlName control) {
    return list.stream().anyMatch(b -> b.control().equals(control));
  }

  /// In the order in which they were bound.
  public List<Binding> list() {
    return list;
  }

  /// What a controller moves, or null.
  ///
  /// @param channel 1-16
  public ControlName controlOf(int controller, int channel) {
    for (Binding binding : list) {
      if (binding.controller() == controller && binding.channel() == channel) {
        return binding.control();
      }
    }
    return null;
  }
}
