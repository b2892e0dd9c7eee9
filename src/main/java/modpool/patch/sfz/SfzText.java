package modpool.patch.sfz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modpool.io.file.BadFileException;

/// The text of an SFZ file with what it includes, without comments, its `#define`s put in.
final class SfzText {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_INCLUDES = 256;
  private static final int MAX_LINE = 1 << 16;
  private static final int MAX_CHARACTERS = 16 << 20; // of all lines together
  private static final Pattern DEFINE = Pattern.compile("\\s*#define\\s+\\$(\\w+)\\s+(\\S+)\\s*");
  private static final Pattern INCLUDE = Pattern.compile("\\s*#include\\s+\"([^\"]*)\"\\s*");

  private final SfzFolder folder;
  private final List<String> lines = new ArrayList<>();
  // A name may begin another one; the longest is meant.
  private final Map<String, String> defines =
      new TreeMap<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
  private int includes;
  private int characters;

  private SfzText(SfzFolder folder) {
    this.folder = folder;
  }

  /// @param folder where what it includes lies
  /// @param bytes of the file itself
  static List<String> lines(SfzFolder folder, byte[] bytes) throws BadFileException {
    SfzText text = new SfzText(folder);
    text.read(bytes, 0);
    return text.lines;
  }

  private void read(byte[] bytes, int depth) throws BadFileException {
    String text = withoutComments(new String(bytes, StandardCharsets.UTF_8));
    for (String line : text.split("\\R")) {
      Matcher define = DEFINE.matcher(line);
      Matcher include = INCLUDE.matcher(line);
      if (define.matches()) {
        defines.put("$" + define.group(1), define.group(2));
      } else if (include.matches()) {
        include(expanded(include.group(1)), depth);
      } else {
        String whole = expanded(line);
        characters += whole.length();
        if (characters > MAX_CHARACTERS) {
          throw folder.bad("has, with what it includes, more than 16 MB of text");
        }
        lines.add(whole);
      }
    }
  }

  private void include(String path, int depth) throws BadFileException {
    if (depth == MAX_DEPTH) {
      throw folder.bad("includes '" + path + "' 16 deep; it includes itself");
    }
    if (++includes > MAX_INCLUDES) {
      throw folder.bad("includes more than " + MAX_INCLUDES + " files");
    }
    read(folder.text(path), depth + 1);
  }

  private String expanded(String line) throws BadFileException {
    if (line.indexOf('$') < 0) {
      return line;
    }
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      String name = line.charAt(at) == '$' ? definedAt(line, at) : null;
      if (name == null) {
        whole.append(line.charAt(at++));
      } else {
        whole.append(defines.get(name));
        at += name.length();
      }
      if (whole.length() > MAX_LINE) {
        throw folder.bad("has a line of more than 65536 characters");
      }
    }
    return whole.toString();
  }

  private String definedAt(String line, int at) {
    for (String name : defines.keySet()) {
      if (line.startsWith(name, at)) {
        return name;
      }
    }
    return null;
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
