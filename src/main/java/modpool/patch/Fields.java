package modpool.patch;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import modpool.io.file.BadFileException;
import modpool.io.file.JsonTree;

/// One object of a JSON file, whose keys are asked for by name, kind and bounds. Every answer is
/// checked, and every complaint names the file and the place in it.
public final class Fields {
  /// Longest JSON file read.
  public static final int MAX_BYTES = 4 << 20;

  private static final int LONGEST_SHOWN = 40; // characters of a key

  private final String file;
  private final String place;
  private final JsonNode node;

  private Fields(String file, String place, JsonNode node) throws BadFileException {
    this.file = file;
    this.place = place;
    this.node = node;
    if (!node.isObject()) {
      throw bad("must be an object: {...}");
    }
  }

  /// The top object of a file.
  ///
  /// @param file what to call it in a message
  public static Fields parse(String file, byte[] json) throws BadFileException {
    try {
      return new Fields(file, "", JsonTree.read(json));
    } catch (BadFileException e) {
      throw e;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new BadFileException(file, "is not valid JSON" + where + ": " + why, e);
    } catch (IOException e) {
      throw new BadFileException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /// Checks that there are no keys but these.
  public Fields only(List<String> keys) throws BadFileException {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!keys.contains(field.getKey())) {
        throw new BadFileException(
            file,
            "unknown key '"
                + shown(field.getKey())
                + "'"
                + (place.isEmpty() ? "" : " in " + place)
                + "; allowed: "
                + String.join(", ", keys));
      }
    }
    return this;
  }

  /// A key, or enough of it to be found.
  private static String shown(String key) {
    return key.length() <= LONGEST_SHOWN ? key : key.substring(0, LONGEST_SHOWN) + "...";
  }

  public boolean has(String key) {
    return node.has(key);
  }

  /// The keys there are, in their order.
  public List<String> keys() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /// @param low least value allowed
  /// @param high greatest value allowed
  public double number(String key, double otherwise, double low, double high)
      throws BadFileException {
    JsonNode value = node.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isNumber() || !(value.doubleValue() >= low && value.doubleValue() <= high)) {
      throw at(key, "must be a number from " + plain(low) + " to " + plain(high), value);
    }
    return value.doubleValue();
  }

  public int whole(String key, int otherwise, int low, int high) throws BadFileException {
    JsonNode value = node.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.canConvertToExactIntegral()
        || !value.canConvertToInt()
        || value.intValue() < low
        || value.intValue() > high) {
      throw at(key, "must be a whole number from " + low + " to " + high, value);
    }
    return value.intValue();
  }

  public boolean flag(String key, boolean otherwise) throws BadFileException {
    JsonNode value = node.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw at(key, "must be true or false", value);
    }
    return value.booleanValue();
  }

  /// A text that has to be there.
  public String text(String key) throws BadFileException {
    if (!has(key)) {
      throw bad("lacks the key '" + key + "'");
    }
    return text(key, "");
  }

  public String text(String key, String otherwise) throws BadFileException {
    JsonNode value = node.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw at(key, "must be a text", value);
    }
    return value.textValue();
  }

  /// One of a few words.
  ///
  /// @param word how a value is written
  public <E> E word(String key, E otherwise, E[] values, Function<E, String> word)
      throws BadFileException {
    JsonNode given = node.get(key);
    if (given == null) {
      return otherwise;
    }
    for (E value : values) {
      if (given.isTextual() && word.apply(value).equals(given.textValue())) {
        return value;
      }
    }
    String words = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    throw at(key, "must be one of " + words, given);
  }

  /// An object inside this one, empty when it is absent.
  public Fields object(String key) throws BadFileException {
    JsonNode value = node.get(key);
    return new Fields(
        file, under(key), value == null ? JsonNodeFactory.instance.objectNode() : value);
  }

  /// The objects of a list, none when it is absent.
  public List<Fields> objects(String key, int most) throws BadFileException {
    JsonNode list = node.get(key);
    List<Fields> objects = new ArrayList<>();
    if (list == null) {
      return objects;
    }
    if (!list.isArray() || list.size() > most) {
      throw at(key, "must be a list of at most " + most + " objects", list);
    }
    for (int i = 0; i < list.size(); i++) {
      objects.add(new Fields(file, under(key) + "[" + i + "]", list.get(i)));
    }
    return objects;
  }

  /// A list of texts, empty when it is absent.
  ///
  /// @param longest characters of a text
  public List<String> texts(String key, int most, int longest) throws BadFileException {
    JsonNode list = list(key, most, "texts");
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      if (!text.isTextual() || text.textValue().length() > longest) {
        throw at(key, "must hold texts of at most " + longest + " characters", text);
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  /// A list of whole numbers, empty when it is absent.
  public List<Integer> wholes(String key, int most, int low, int high) throws BadFileException {
    JsonNode list = list(key, most, "whole numbers");
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode number : list) {
      if (!number.isInt() || number.intValue() < low || number.intValue() > high) {
        throw at(key, "must hold whole numbers from " + low + " to " + high, number);
      }
      numbers.add(number.intValue());
    }
    return numbers;
  }

  private JsonNode list(String key, int most, String what) throws BadFileException {
    JsonNode list = node.get(key);
    if (list == null) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!list.isArray() || list.size() > most) {
      throw at(key, "must be a list of at most " + most + " " + what, list);
    }
    return list;
  }

  /// A complaint about this object.
  public BadFileException bad(String what) {
    return new BadFileException(file, place.isEmpty() ? what : place + " " + what);
  }

  private BadFileException at(String key, String what, JsonNode value) {
    String given = shortened(value.toString());
    return new BadFileException(file, under(key) + " " + what + ", not " + given);
  }

  private String under(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
