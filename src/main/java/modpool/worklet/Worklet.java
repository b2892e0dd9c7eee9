package modpool.worklet;

import modpool.bridge.RenderThread;

/// Two engines: 16 voices, numbered 0-15. The unit that the pool makes and drops.
public final class Worklet {
  /// Engines of a worklet.
  public static final int ENGINES = 2;

  /// Voices of a worklet.
  public static final int VOICES = ENGINES * Engine.VOICES;

  private final Engine[] engines = new Engine[ENGINES];

  public Worklet(EngineSettings settings) {
    Piece piece = new Piece();
    for (int i = 0; i < ENGINES; i++) {
      engines[i] = new Engine(settings, piece);
    }
  }

  /// The engine of a worklet voice.
  @RenderThread
  public Engine engineOf(int voice) {
    return engines[voice / Engine.VOICES];
  }

  /// A parameter's value now; see [ParameterLayout]. Owned by the render thread like all of this.
  public float value(int parameter) {
    int voice = ParameterLayout.voice(parameter);
    return engineOf(voice)
        .value(
            ParameterLayout.kind(parameter),
            voice % Engine.VOICES,
            ParameterLayout.macro(parameter));
  }
}
