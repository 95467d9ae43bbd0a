package dev.holdfast.checker.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A built-in model file, of which only the types that are asked for are read.
 *
 * <p>For that it keeps to a layout, which a test holds: one package; every top-level type opens
 * with a line that begins at the margin and ends with a brace, and closes with a brace alone at the
 * margin. Its annotations are not checked against the vocabulary here, but by a test.
 */
final class BuiltInFile {

  private static final String OPENING = " {\n";
  private static final String CLOSING = "\n}\n";

  private final String name;
  private final String packageName;
  private final String text;
  private final Map<String, Stretch> stretches = new HashMap<>();

  /** Where a top-level type stands, with the comments and annotations before it. */
  private record Stretch(int start, int end, int line) {}

  /** Finds the top-level types of a file without reading them. */
  BuiltInFile(String name, String packageName, String text) {
    this.name = name;
    this.packageName = packageName;
    this.text = text;
    int start = 0;
    int line = 1;
    for (int closing = text.indexOf(CLOSING);
        closing >= 0;
        closing = text.indexOf(CLOSING, start)) {
      int end = closing + CLOSING.length();
      stretches.put(typeNameIn(start), new Stretch(start, end, line));
      line += lines(start, end);
      start = end;
    }
  }

  private String typeNameIn(int start) {
    int opening = text.indexOf(OPENING, start);
    int lineStart = text.lastIndexOf('\n', opening) + 1;
    String previous = "";
    for (String word : text.substring(lineStart, opening).split(" ")) {
      if (previous.equals("class") || previous.equals("interface") || previous.equals("enum")) {
        return word;
      }
      previous = word;
    }
    throw new IllegalStateException(
        "a line at the margin of " + name + " should name a type: " + previous);
  }

  private int lines(int start, int end) {
    int lines = 0;
    for (int i = text.indexOf('\n', start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      lines++;
    }
    return lines;
  }

  /** The simple names of the top-level types. */
  Set<String> typeNames() {
    return stretches.keySet();
  }

  /**
   * Reads one top-level type with all that is nested in it.
   *
   * @param simpleName the name of the top-level type
   * @return the type and its nested types; none, where the file has no such type
   */
  List<ModelType> read(String simpleName) {
    Stretch stretch = stretches.get(simpleName);
    if (stretch == null) {
      return List.of();
    }
    List<ModelError> errors = new ArrayList<>();
    ModelLexer lexer =
        new ModelLexer(name, text, errors).within(stretch.start, stretch.end, stretch.line);
    ModelTokens tokens = new ModelTokens(name, lexer.tokens(), errors);
    List<ModelType> types = new ModelParser(tokens, Optional.empty(), packageName).parse();
    if (!errors.isEmpty()) {
      throw new IllegalStateException("broken built-in model: " + errors.get(0));
    }
    return types;
  }
}
