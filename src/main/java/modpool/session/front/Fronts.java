package modpool.session.front;

import java.util.List;

/// Several ways of meeting the person at once: a terminal and a window.
public final class Fronts implements Front {
  private final List<Front> fronts;

  /// @param fronts closed in this order
  public Fronts(List<Front> fronts) {
    this.fronts = List.copyOf(fronts);
  }

  @Override
  public void show() {
    fronts.forEach(Front::show);
  }

  @Override
  public void hear(long notice) {
    fronts.forEach(front -> front.hear(notice));
  }

  @Override
  public void close() {
    fronts.forEach(Front::close);
  }
}
