package modpool.recall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import modpool.bridge.Imprint;
import modpool.control.Imprinting;
import modpool.io.file.BadFileException;
import modpool.patch.Fields;

/// What the channels are set to, as JSON: an object for all, one for each channel, one for each
/// tuning program. Only what has been touched is written, but for what people look for.
public final class ImprintFields {
  private static final int CHANNELS = 16;
  private static final int MOST_TUNINGS = 128;
  private static final int KEYS = 128;
  private static final int MOST_MEMBERS = 14; // of two zones
  private static final String COUNT = "tunings";
  private static final Set<String> ALWAYS = Set.of("bank", "program", "volume", "pan");

  private final Imprint blank = Imprinting.blank();
  private final Map<String, Integer> places = new HashMap<>(); // of a name in its group

  public ImprintFields() {
    for (int i = 0; i < blank.size(); i++) {
      places.put(place(blank.groupOf(i), blank.name(i)), i);
    }
  }

  private static String place(int group, String name) {
    return group + "/" + name;
  }

  /// The objects `all`, `channels` and, if there are any, `tunings`.
  ///
  /// @param voices written to each channel that has some
  public void write(Imprint imprint, Map<Integer, Integer> voices, ObjectNode into) {
    ObjectNode all = into.putObject("all");
    ArrayNode channels = into.putArray("channels");
    List<ObjectNode> nodes = new ArrayList<>();
    for (int channel = 1; channel <= CHANNELS; channel++) {
      ObjectNode node = channels.addObject().put("channel", channel);
      if (voices.containsKey(channel)) {
        node.put("voices", voices.get(channel));
      }
      nodes.add(node);
    }
    for (int i = 0; i < blank.size(); i++) {
      String name = imprint.name(i);
      int group = imprint.groupOf(i);
      boolean touched = imprint.value(i) != blank.value(i);
      if (!name.equals(COUNT) && (touched || group != Imprint.ALL && ALWAYS.contains(name))) {
        put(group == Imprint.ALL ? all : nodes.get(group - 1), imprint, i);
      }
    }
    if (imprint.size() > blank.size()) {
      writeTunings(imprint, into.putArray(COUNT));
    }
  }

  private static void put(ObjectNode node, Imprint imprint, int index) {
    if (imprint.low(index) == 0 && imprint.high(index) == 1) {
      node.put(imprint.name(index), imprint.value(index) != 0);
    } else {
      node.put(imprint.name(index), imprint.value(index));
    }
  }

  /// A key is where it lies above equal temperament, in 16384ths of a semitone.
  private void writeTunings(Imprint imprint, ArrayNode tunings) {
    for (int first = blank.size(); first + KEYS < imprint.size(); first += 1 + KEYS) {
      int number = imprint.value(first);
      ObjectNode node = tunings.addObject().put("bank", number >> 7).put("program", number & 0x7F);
      ObjectNode keys = node.putObject("keys");
      for (int key = 0; key < KEYS; key++) {
        int detune = imprint.value(first + 1 + key);
        if (detune != Imprint.UNTOUCHED) {
          keys.put(Integer.toString(key), detune);
        }
      }
    }
  }

  /// Reads the same objects.
  ///
  /// @param voices takes each channel's, where it is given
  /// @throws BadFileException when a number is out of its bounds, or unknown
  public Imprint read(Fields from, Map<Integer, Integer> voices) throws BadFileException {
    int[] values = new int[blank.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = blank.value(i);
    }
    readGroup(from.object("all"), Imprint.ALL, values);
    for (Fields channel : from.objects("channels", CHANNELS)) {
      int number = channel.whole("channel", 0, 1, CHANNELS);
      if (number == 0) {
        throw channel.bad("lacks the key 'channel'");
      }
      if (channel.has("voices")) {
        voices.put(number, channel.whole("voices", 0, 1, CHANNELS));
      }
      readGroup(channel, number, values);
    }
    int lower = values[places.get(place(Imprint.ALL, "lowerZone"))];
    int upper = values[places.get(place(Imprint.ALL, "upperZone"))];
    if (lower > 0 && upper > 0 && lower + upper > MOST_MEMBERS) {
      throw from.bad("has zones that overlap; at most 14 channels can be members of two");
    }
    List<Fields> tunings = from.objects(COUNT, MOST_TUNINGS);
    values[places.get(place(Imprint.ALL, COUNT))] = tunings.size();
    return imprint(values, tunings);
  }

  private void readGroup(Fields node, int group, int[] values) throws BadFileException {
    for (String name : node.keys()) {
      if (group != Imprint.ALL && (name.equals("channel") || name.equals("voices"))) {
        continue;
      }
      Integer at = places.get(place(group, name));
      if (at == null || name.equals(COUNT)) {
        throw node.bad("has the unknown key '" + shown(name) + "'");
      }
      boolean isSwitch = blank.low(at) == 0 && blank.high(at) == 1;
      values[at] =
          isSwitch
              ? node.flag(name, false) ? 1 : 0
              : node.whole(name, 0, blank.low(at), blank.high(at));
    }
  }

  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 37) + "...";
  }

  private Imprint imprint(int[] values, List<Fields> tunings) throws BadFileException {
    Imprint imprint = new Imprint();
    imprint.take();
    for (int i = 0; i < values.length; i++) {
      imprint.group(blank.groupOf(i));
      imprint.pass(blank.name(i), blank.low(i), blank.high(i), values[i]);
    }
    int group = Imprint.TUNINGS;
    for (Fields tuning : tunings) {
      tuning.only(List.of("bank", "program", "keys"));
      imprint.group(group++);
      int bank = tuning.whole("bank", 0, 0, 127);
      imprint.pass("number", 0, 0x3FFF, bank << 7 | tuning.whole("program", 0, 0, 127));
      readKeys(tuning.object("keys"), imprint);
    }
    return imprint;
  }

  private static void readKeys(Fields keys, Imprint imprint) throws BadFileException {
    for (String key : keys.keys()) {
      if (!key.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(key) >= KEYS) {
        throw keys.bad("has the key '" + shown(key) + "'; 0 to 127 are allowed");
      }
    }
    for (int key = 0; key < KEYS; key++) {
      String name = Integer.toString(key);
      int detune =
          keys.has(name)
              ? keys.whole(name, 0, -Imprint.MOST_DETUNE, Imprint.MOST_DETUNE - 1)
              : Imprint.UNTOUCHED;
      imprint.pass("key", Imprint.UNTOUCHED, Imprint.MOST_DETUNE - 1, detune);
    }
  }
}
