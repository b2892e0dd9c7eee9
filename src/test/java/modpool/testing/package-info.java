/// What the tests of sound share: waveforms, an ear, and hands that play.
///
/// [Waves] makes samples, [TestSound] says how to play them, [Player] plays one instrument and
/// [Performance] a whole [modpool.Modpool]; [Measure] listens. [Program] is the whole program in a
/// process of its own, [Await] waits for what another thread brings about.
package modpool.testing;
