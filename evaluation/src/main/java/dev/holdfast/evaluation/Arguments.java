package dev.holdfast.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line: {@code NAME VALUE} pairs for options that begin with two dashes, and
 * the rest.
 *
 * @param plain what is no option, in order
 * @param options values by option name, without dashes
 */
record Arguments(List<String> plain, Map<String, String> options) {

  /** Parses words; an option that is not known is an error. */
  static Arguments parse(List<String> words, Set<String> known) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        plain.add(word);
        continue;
      }
      String name = word.substring(2);
      if (!known.contains(name)) {
        throw new EvaluationException("no option '" + word + "'; there are " + sorted(known));
      }
      if (i + 1 == words.size()) {
        throw new EvaluationException("option '" + word + "' needs a value");
      }
      options.put(name, words.get(++i));
    }
    return new Arguments(List.copyOf(plain), Map.copyOf(options));
  }

  /** The corpus argument. */
  String corpus(String otherwise) {
    if (plain.size() > 1) {
      throw new EvaluationException("one corpus, please, not " + plain);
    }
    return plain.isEmpty() ? otherwise : plain.get(0);
  }

  /** A whole number given as an option. */
  int number(String name, int otherwise) {
    String value = options.get(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new EvaluationException("option '--" + name + "' needs a whole number", e);
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().map(name -> "--" + name).toList());
  }
}
