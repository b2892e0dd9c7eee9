package modpool.patch.sfz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.io.file.BadFileException;
import modpool.patch.foreign.Includes;
import modpool.patch.foreign.Unmapped;

/// The text of an SFZ file with what it includes, without comments, its `#define`s put in.
final class SfzText {
  private static final int MAX_LINE = 1 << 16;
  private static final int MAX_DEFINES = 10_000;
  private static final int MAX_NAME = 64; // of a define
  private static final Pattern DEFINE = Pattern.compile("\\s*#define\\s+\\$(\\w+)\\s+(\\S+)\\s*");
  private static final Pattern INCLUDE = Pattern.compile("\\s*#include\\s+\"([^\"]*)\"\\s*");

  private final SfzFolder folder;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> defines = new HashMap<>(); // names without their `$`
  private final Includes includes;

  private SfzText(SfzFolder folder) {
    this.folder = folder;
    includes = new Includes("includes", folder::bad);
  }

  /// @param folder where what it includes lies
  /// @param bytes of the file itself
  static List<String> lines(SfzFolder folder, byte[] bytes) throws BadFileException {
    SfzText text = new SfzText(folder);
    text.read(bytes, 0);
    return text.lines;
  }

  private void read(byte[] bytes, int depth) throws BadFileException {
    includes.text(bytes.length);
    String text = withoutComments(new String(bytes, StandardCharsets.UTF_8));
    for (String line : text.split("\\R")) {
      Matcher define = DEFINE.matcher(line);
      Matcher include = INCLUDE.matcher(line);
      if (define.matches()) {
        define(define.group(1), define.group(2));
      } else if (include.matches()) {
        include(expanded(include.group(1)), depth);
      } else if (!line.isBlank()) {
        String whole = expanded(line);
        includes.text(Math.max(0, whole.length() - line.length()));
        lines.add(whole);
      }
    }
  }

  private void define(String name, String value) throws BadFileException {
    if (name.length() > MAX_NAME) {
      String shown = Unmapped.shown(name);
      throw folder.bad(
          "defines '%s', a name of more than %d characters".formatted(shown, MAX_NAME));
    }
    defines.put(name, value);
    if (defines.size() > MAX_DEFINES) {
      throw folder.bad("defines more than " + MAX_DEFINES + " names");
    }
  }

  private void include(String path, int depth) throws BadFileException {
    includes.file(path, depth);
    read(folder.text(path), depth + 1);
  }

  private String expanded(String line) throws BadFileException {
    if (line.indexOf('$') < 0) {
      return line;
    }
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      String name = line.charAt(at) == '$' ? definedAt(line, at + 1) : null;
      if (name == null) {
        whole.append(line.charAt(at++));
      } else {
        whole.append(defines.get(name));
        at += 1 + name.length();
      }
      if (whole.length() > MAX_LINE) {
        throw folder.bad("has a line of more than 65536 characters");
      }
    }
    return whole.toString();
  }

  /// The name that begins here, null for none. A name may begin another one; the longest is meant.
  private String definedAt(String line, int at) {
    int end = at;
    while (end < Math.min(line.length(), at + MAX_NAME) && isNamePart(line.charAt(end))) {
      end++;
    }
    for (; end > at; end--) {
      String name = line.substring(at, end);
      if (defines.containsKey(name)) {
        return name;
      }
    }
    return null;
  }

  /// What `\w` is.
  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /// `//` to the end of the line, `/*` to `*/`; line ends stay.
  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
          end++;
        }
        at = end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        kept.append(' ');
        at = end < 0 ? text.length() : end + 2;
      } else {
        kept.append(text.charAt(at++));
      }
    }
    return kept.toString();
  }
}
