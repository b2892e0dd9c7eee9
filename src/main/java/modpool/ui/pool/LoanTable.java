package modpool.ui.pool;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import modpool.worklet.PoolStats.Row;

/// The pool's books as a table: a row per range.
final class LoanTable extends AbstractTableModel {
  private static final List<String> HEADS = List.of("Instrument", "Worklet", "Voices", "Local");

  private List<Row> rows = List.of();

  void show(List<Row> next) {
    if (!next.equals(rows)) {
      rows = next;
      fireTableDataChanged();
    }
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return HEADS.size();
  }

  @Override
  public String getColumnName(int column) {
    return HEADS.get(column);
  }

  @Override
  public Object getValueAt(int row, int column) {
    Row loan = rows.get(row);
    return switch (column) {
      case 0 -> loan.instrumentId();
      case 1 -> loan.workletIndex();
      case 2 -> loan.voices();
      default -> loan.firstLocalVoice();
    };
  }
}
