package modpool.ui.pool;

import javax.swing.SpinnerNumberModel;
import modpool.worklet.WorkletPool;

/// How many voices an instrument can have: more than an engine's are a whole worklet's.
final class VoiceCount extends SpinnerNumberModel {
  private static final int FIRST = 4;

  VoiceCount() {
    super(FIRST, 1, PoolCells.VOICES, 1);
  }

  @Override
  public void setValue(Object value) {
    Integer wanted = (Integer) value;
    Integer granted = WorkletPool.granted(wanted);
    boolean stays = granted.equals(getValue());
    super.setValue(granted);
    if (stays && !granted.equals(wanted)) {
      fireStateChanged(); // another number was typed
    }
  }

  @Override
  public Object getPreviousValue() {
    boolean isWhole = getNumber().intValue() > PoolCells.ENGINE;
    return isWhole ? Integer.valueOf(PoolCells.ENGINE) : super.getPreviousValue();
  }
}
