/// What the tests of sound share: waveforms, an ear, and hands that play.
///
/// [Waves] makes samples, [TestSound] says how to play them, [Player] plays one instrument and
/// [Performance] a whole [modpool.Modpool]; [Measure] listens.
package modpool.testing;
