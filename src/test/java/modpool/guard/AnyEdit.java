package modpool.guard;

import java.util.Random;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Interpolation;
import modpool.dsp.Lfo;
import modpool.edit.EditedPatch;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.patch.Patch;
import modpool.patch.Sample.Loop;

/// A patch with anything of it edited that can be.
final class AnyEdit {
  private static final Interpolation[] KINDS = { // null: the session's
    null, Interpolation.NEAREST, Interpolation.LINEAR, Interpolation.CUBIC, Interpolation.SINC
  };

  private AnyEdit() {}

  static EditedPatch of(Patch patch, Random random) {
    EditedPatch edited = restructured(EditedPatch.of(patch), random);
    for (int place = 0; place < edited.zones().size(); place++) {
      EditedZone zone = edited.zones().get(place);
      EditedSample sample = zone.sample();
      int length = sample.wave().length();
      EditedZone next =
          switch (random.nextInt(4)) {
            case 0 ->
                zone.withSample(
                    sample
                        .withLoop(
                            Loop.values()[random.nextInt(3)],
                            random.nextInt(length),
                            random.nextInt(length))
                        .withCrossfade(random.nextInt(1_000)));
            case 1 -> zone.withStart(random.nextInt(length));
            case 2 -> zone.withTuning(zone.rootKey(), random.nextDouble(-1_200, 1_200));
            default -> zone;
          };
      edited = edited.withZone(place, next);
    }
    return edited.withSounds(
        s ->
            s.withGain(0.2 + random.nextDouble())
                .withAmplitude(
                    new Envelope(
                        random.nextInt(20),
                        random.nextInt(400),
                        random.nextInt(100),
                        random.nextInt(900),
                        0.2 + 0.8 * random.nextDouble(),
                        random.nextInt(400)))
                .with(
                    b ->
                        b.glideMs(random.nextInt(200))
                            .pan(random.nextDouble(-1, 1))
                            .velocityTracking(random.nextDouble())
                            .modulation(new Envelope(0, random.nextInt(90), 0, 50, 0.5, 90))
                            .modulationToPitchCents(random.nextInt(400))
                            .lfo2(new Lfo(Lfo.Shape.SAW, 3, 0, 0, 0, 0, random.nextInt(6)))
                            .interpolation(KINDS[random.nextInt(KINDS.length)]))
                .withLfo1(
                    new Lfo(
                        Lfo.Shape.values()[random.nextInt(5)],
                        1 + random.nextInt(9),
                        random.nextInt(300),
                        random.nextInt(300),
                        random.nextInt(50),
                        random.nextInt(900),
                        random.nextInt(6)))
                .withFilter(
                    random.nextBoolean()
                        ? Filter.OPEN
                        : new Filter(200 + random.nextInt(9_000), random.nextInt(9), 50, 0)));
  }

  /// A zone more or less, or none.
  private static EditedPatch restructured(EditedPatch patch, Random random) {
    int place = random.nextInt(patch.zones().size());
    int low = patch.zones().get(place).trigger().lowKey();
    int high = patch.zones().get(place).trigger().highKey();
    return switch (random.nextInt(4)) {
      case 0 -> low < high ? patch.withSplit(place, random.nextInt(low + 1, high + 1)) : patch;
      case 1 -> low < high ? patch.withSplit(place, high).withoutZone(place) : patch;
      case 2 -> {
        EditedPatch shorter = low < high ? patch.withSplit(place, high).withoutZone(place) : patch;
        yield low < high ? shorter.withCopy(place) : shorter;
      }
      default -> patch;
    };
  }
}
