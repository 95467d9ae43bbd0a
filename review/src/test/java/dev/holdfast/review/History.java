package dev.holdfast.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One scripted edit. A script is a list of these:
 *
 * <pre>
 * ==== name
 * --- path/of/File.java
 * text before
 * +++ path/of/File.java
 * text after
 * &gt; expected change
 * </pre>
 *
 * A line {@code = path} keeps the file as it was.
 */
record History(
    String name, Map<String, String> before, Map<String, String> after, List<String> expected) {

  static List<History> all() throws IOException {
    List<History> all = new ArrayList<>();
    for (String file : List.of("contracts", "renames", "neutral", "definitions")) {
      try (InputStream in = History.class.getResourceAsStream("history/" + file + ".txt")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (String script : text.split("(?m)^==== ")) {
          if (!script.isBlank()) {
            all.add(parse(script));
          }
        }
      }
    }
    return all;
  }

  private static History parse(String script) {
    List<String> lines = script.lines().toList();
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    List<String> expected = new ArrayList<>();
    Map<String, String> into = before;
    String path = "";
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("--- ") || line.startsWith("+++ ")) {
        into = line.startsWith("-") ? before : after;
        path = line.substring(4);
        into.put(path, "");
      } else if (line.startsWith("= ")) {
        after.put(line.substring(2), before.get(line.substring(2)));
      } else if (line.startsWith("> ")) {
        expected.add(line.substring(2));
      } else if (!path.isEmpty()) {
        into.merge(path, line + "\n", String::concat);
      }
    }
    return new History(lines.get(0), before, after, expected);
  }

  @Override
  public String toString() {
    return name;
  }
}
