package modpool.ui.look;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;

/// Lays its components out in a row of columns, each as high as it wants to be and in the middle.
/// Containers that share one have their columns below each other.
public final class Columns implements LayoutManager {
  private final int gap;
  private final int[] widths;
  private final int growing;

  /// @param gap between columns, in unscaled pixels like all widths
  /// @param growing the column that takes the rest
  /// @param widths the least width of each
  public Columns(int gap, int growing, int... widths) {
    this.gap = gap;
    this.growing = growing;
    this.widths = widths.clone();
  }

  @Override
  public void layoutContainer(Container parent) {
    Insets insets = parent.getInsets();
    int rest = parent.getWidth() - insets.left - insets.right - width();
    int height = parent.getHeight() - insets.top - insets.bottom;
    int x = insets.left;
    for (int column = 0; column < Math.min(widths.length, parent.getComponentCount()); column++) {
      Component component = parent.getComponent(column);
      int width = Sizes.px(widths[column]) + (column == growing ? Math.max(0, rest) : 0);
      int high = Math.min(height, component.getPreferredSize().height);
      component.setBounds(x, insets.top + (height - high) / 2, width, high);
      x += width + Sizes.px(gap);
    }
  }

  private int width() {
    int width = Sizes.px(gap) * (widths.length - 1);
    for (int column : widths) {
      width += Sizes.px(column);
    }
    return width;
  }

  @Override
  public Dimension preferredLayoutSize(Container parent) {
    Insets insets = parent.getInsets();
    int height = 0;
    for (Component component : parent.getComponents()) {
      height = Math.max(height, component.getPreferredSize().height);
    }
    return new Dimension(width() + insets.left + insets.right, height + insets.top + insets.bottom);
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return preferredLayoutSize(parent);
  }

  @Override
  public void addLayoutComponent(String name, Component component) {}

  @Override
  public void removeLayoutComponent(Component component) {}
}
