package modpool.guard;

import java.util.Random;
import modpool.dsp.Envelope;
import modpool.dsp.Filter;
import modpool.dsp.Lfo;
import modpool.edit.EditedPatch;
import modpool.edit.EditedSample;
import modpool.edit.EditedZone;
import modpool.patch.Patch;
import modpool.patch.Sample.Loop;

/// A patch with anything of it edited that can be.
final class AnyEdit {
  private AnyEdit() {}

  static EditedPatch of(Patch patch, Random random) {
    EditedPatch edited = EditedPatch.of(patch);
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
}
