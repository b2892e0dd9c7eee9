package modpool.doctor;

/// Text in two columns under titles.
final class Lines {
  private static final int FIRST_COLUMN = 17;

  private final StringBuilder text = new StringBuilder();

  void title(String title) {
    if (!text.isEmpty()) {
      text.append(System.lineSeparator());
    }
    text.append(title).append(System.lineSeparator());
  }

  void add(String name, String value) {
    text.append("  ")
        .append(name)
        .repeat(' ', Math.max(1, FIRST_COLUMN - name.length()))
        .append(value)
        .append(System.lineSeparator());
  }

  void point(String line) {
    text.append("  - ").append(line).append(System.lineSeparator());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
