package modpool.take;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import modpool.bridge.Event;

/// Events of a take as the bytes of a track: MIDI messages where there is one that says the same,
/// else JSON. Each source's messages follow an event that names it.
final class TakeBytes {
  private static final int DATA = 0x7F;
  private static final int BEND = 0x3FFF;
  private static final int CHANNELS = 16;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long last; // frame
  private int source;

  TakeBytes() {
    this(0);
  }

  /// What follows an event at a frame.
  TakeBytes(long last) {
    this.last = last;
  }

  /// Frame of the last event that was added.
  long last() {
    return last;
  }

  /// What has been added since the last time.
  byte[] take() {
    byte[] bytes = out.toByteArray();
    out.reset();
    return bytes;
  }

  void add(long frame, long event) {
    if (Event.source(event) != source) {
      source = Event.source(event);
      add(frame, node().put("source", source));
    }
    if (!addMessage(frame, event)) {
      ObjectNode node = node().put("kind", Event.kind(event));
      putUnlessZero(node, "channel", Event.channel(event));
      putUnlessZero(node, "key", Event.key(event));
      putUnlessZero(node, "value", Event.value(event));
      add(frame, node);
    }
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void putUnlessZero(ObjectNode node, String name, int value) {
    if (value != 0) {
      node.put(name, value);
    }
  }

  private boolean addMessage(long frame, long event) {
    int channel = Event.channel(event);
    int key = Event.key(event);
    int value = Event.value(event);
    if (channel >= CHANNELS || key > DATA || value < 0 || value > BEND) {
      return false;
    }
    return switch (Event.kind(event)) {
      case Event.NOTE_OFF -> add(frame, 0x80 | channel, key, value, true);
      case Event.NOTE_ON -> add(frame, 0x90 | channel, key, value, value > 0);
      case Event.KEY_PRESSURE -> add(frame, 0xA0 | channel, key, value, true);
      case Event.CONTROL -> add(frame, 0xB0 | channel, key, value, true);
      case Event.PROGRAM -> add(frame, 0xC0 | channel, value, 0, key == 0);
      case Event.CHANNEL_PRESSURE -> add(frame, 0xD0 | channel, value, 0, key == 0);
      case Event.BEND -> add(frame, 0xE0 | channel, value & DATA, value >> 7, key == 0);
      default -> false;
    };
  }

  private boolean add(long frame, int status, int first, int second, boolean fits) {
    if (!fits || first > DATA || second > DATA) {
      return false;
    }
    delta(frame);
    out.write(status);
    out.write(first);
    if ((status & 0xE0) != 0xC0) {
      out.write(second);
    }
    return true;
  }

  /// Adds an object of ours.
  void add(long frame, ObjectNode node) {
    delta(frame);
    byte[] json = TakeFormat.bytes(node);
    meta(TakeFormat.META_OURS, json.length + 1);
    out.write(TakeFormat.NOBODY);
    out.writeBytes(json);
  }

  /// Adds an event of the file itself.
  void addMeta(long frame, int type, byte... content) {
    delta(frame);
    meta(type, content.length);
    out.writeBytes(content);
  }

  private void meta(int type, int length) {
    out.write(TakeFormat.META);
    out.write(type);
    number(length);
  }

  private void delta(long frame) {
    while (frame - last > TakeFormat.MOST_DELTA) {
      last += TakeFormat.MOST_DELTA;
      number(TakeFormat.MOST_DELTA);
      meta(TakeFormat.META_OURS, 1);
      out.write(TakeFormat.NOBODY);
    }
    number(frame - last);
    last = frame;
  }

  /// Seven bits a byte, the highest first.
  private void number(long value) {
    for (int shift = 21; shift > 0; shift -= 7) {
      if (value >>> shift != 0) {
        out.write((int) (value >>> shift) & 0x7F | 0x80);
      }
    }
    out.write((int) value & 0x7F);
  }
}
