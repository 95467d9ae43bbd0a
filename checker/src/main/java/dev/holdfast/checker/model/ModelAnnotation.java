package dev.holdfast.checker.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An annotation in a model.
 *
 * @param name the simple name for an annotation of the contract language or a model-only one; the
 *     qualified name for any other
 * @param values what is written, by element: a {@code String} for a string or an enum constant's
 *     name, a {@code Boolean}, or a {@code List<String>} for a list in braces; elements that are
 *     left out are absent
 * @param file the file's name
 * @param line 1-based line
 */
public record ModelAnnotation(String name, Map<String, Object> values, String file, int line) {
  /** Copies the map, in the order written. */
  public ModelAnnotation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The strings of an element, one or many as written; empty where it was left out. */
  public List<String> strings(String element) {
    Object value = values.get(element);
    if (value instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return value instanceof String text ? List.of(text) : List.of();
  }

  /** The string or constant of an element, or the given one where it was left out. */
  public String string(String element, String otherwise) {
    return values.get(element) instanceof String text ? text : otherwise;
  }

  /** The flag of an element, or the given one where it was left out. */
  public boolean flag(String element, boolean otherwise) {
    return values.get(element) instanceof Boolean flag ? flag : otherwise;
  }
}
