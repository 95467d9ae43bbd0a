package dev.holdfast.checker.contract;

import java.util.List;
import java.util.Map;

/**
 * An annotation of the contract language, from wherever it came: written so, expanded from an
 * alias, translated from another vocabulary, or read from a model.
 *
 * @param name the simple name, for example {@code Requires}
 * @param values the elements given: strings, booleans, enum constants as strings, lists of strings
 * @param targets the objects that an alias' own values name; null where there are none
 * @param alias whether it stands behind an alias
 * @param origin where it was written
 */
record Annot(
    String name, Map<String, Object> values, List<String> targets, boolean alias, Origin origin) {
  /** The strings of an element; a single one counts as a list of one. */
  List<String> strings(String element) {
    return strings(values.get(element));
  }

  /** The same of the value of an element; null where it was not given. */
  static List<String> strings(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(String.valueOf(value));
  }

  /** Whether the element was given. */
  boolean has(String element) {
    return values.containsKey(element);
  }

  /** A string element. */
  String string(String element, String otherwise) {
    Object value = values.get(element);
    return value == null ? otherwise : String.valueOf(value);
  }

  /** A boolean element. */
  boolean flag(String element, boolean otherwise) {
    Object value = values.get(element);
    return value == null ? otherwise : Boolean.parseBoolean(String.valueOf(value));
  }
}
