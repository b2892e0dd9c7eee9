package modpool.ui.editor;

import javax.swing.JCheckBox;
import modpool.ui.editor.desk.EditDesk;

/// Whether what is done to the chosen zone's sound is done to all.
final class AllZonesBox extends JCheckBox {
  AllZonesBox(EditDesk desk) {
    super("Change the sound of all zones", desk.changesAllZones());
    setToolTipText("What is not the sample's own is changed in all zones alike");
    addActionListener(e -> desk.changeAllZones(isSelected()));
    desk.listen(() -> setSelected(desk.changesAllZones())); // as each patch begins with its own
  }
}
