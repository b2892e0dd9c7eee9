package modpool.recall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import modpool.control.Control;
import modpool.control.Setup;
import modpool.dsp.Interpolation;
import modpool.dsp.Machine;
import modpool.instrument.InstrumentFactory;
import modpool.instrument.Sharing;
import modpool.io.file.BadFileException;
import modpool.midi.channel.BankSelect;
import modpool.patch.Fields;

/// The options of a session that shape its sound.
///
/// @param rate output frames per second
public record SavedSound(
    int rate,
    Interpolation interpolation,
    Machine machine,
    InstrumentFactory.Kind instruments,
    Sharing.Kind sharing,
    int separation,
    double gainDb,
    boolean limiter,
    double tuneCents,
    int transpose,
    int velocityCurve,
    BankSelect bankSelect,
    int deviceId) {
  private static final List<String> KEYS =
      List.of(
          "rate",
          "interpolation",
          "machine",
          "instruments",
          "sharing",
          "separation",
          "gain",
          "limiter",
          "tune",
          "transpose",
          "velocityCurve",
          "bankSelect",
          "deviceId");

  /// Those of an open instrument.
  public static SavedSound of(Setup setup, int rate) {
    return new SavedSound(
        rate,
        setup.interpolation(),
        setup.machine(),
        setup.instruments(),
        setup.sharing(),
        setup.separation(),
        setup.gainDb(),
        setup.limiter(),
        setup.tuneCents(),
        setup.transpose(),
        setup.velocityCurve(),
        setup.bankSelect(),
        setup.deviceId());
  }

  /// Puts them into an object of a file.
  public void write(ObjectNode node) {
    node.put("rate", rate)
        .put("interpolation", word(interpolation))
        .put("machine", word(machine))
        .put("instruments", word(instruments))
        .put("sharing", word(sharing))
        .put("separation", separation)
        .put("gain", gainDb)
        .put("limiter", limiter)
        .put("tune", tuneCents)
        .put("transpose", transpose)
        .put("velocityCurve", velocityCurve)
        .put("bankSelect", word(bankSelect))
        .put("deviceId", deviceId);
  }

  /// Reads them; what is absent is as when a session starts.
  ///
  /// @throws BadFileException when one is out of its bounds, or unknown
  public static SavedSound read(Fields node) throws BadFileException {
    node.only(KEYS);
    return new SavedSound(
        node.whole("rate", 48_000, Control.MIN_RATE, Control.MAX_RATE),
        node.word("interpolation", Interpolation.CUBIC, Interpolation.values(), SavedSound::word),
        node.word("machine", Machine.CLEAN, Machine.values(), SavedSound::word),
        node.word(
            "instruments",
            InstrumentFactory.Kind.POOLED,
            InstrumentFactory.Kind.values(),
            SavedSound::word),
        node.word("sharing", Sharing.Kind.NONE, Sharing.Kind.values(), SavedSound::word),
        node.whole("separation", 60, 0, 100),
        node.number("gain", 0, -60, 24),
        node.flag("limiter", true),
        node.number("tune", 0, -100, 100),
        node.whole("transpose", 0, -48, 48),
        node.whole("velocityCurve", 0, -100, 100),
        node.word("bankSelect", BankSelect.ANY, BankSelect.values(), SavedSound::word),
        node.whole("deviceId", 16, 0, 126));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
