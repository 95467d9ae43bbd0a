package dev.holdfast.review.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of two pieces of folded code is the same, from 0 to 1: shared tokens among all. */
final class Similarity {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\d\\S*?|[^\\s\\w]");

  private final Map<String, Map<String, Integer>> bags = new HashMap<>();

  double of(String left, String right) {
    if (left.equals(right)) {
      return 1;
    }
    Map<String, Integer> a = bag(left);
    Map<String, Integer> b = bag(right);
    int shared = 0;
    for (Map.Entry<String, Integer> token : a.entrySet()) {
      shared += Math.min(token.getValue(), b.getOrDefault(token.getKey(), 0));
    }
    int all = size(a) + size(b);
    return all == 0 ? 1 : 2.0 * shared / all;
  }

  /** The number of tokens. */
  int size(String code) {
    return size(bag(code));
  }

  private Map<String, Integer> bag(String code) {
    return bags.computeIfAbsent(code, Similarity::tokens);
  }

  private static Map<String, Integer> tokens(String code) {
    Map<String, Integer> bag = new HashMap<>();
    Matcher tokens = TOKEN.matcher(code);
    while (tokens.find()) {
      bag.merge(tokens.group(), 1, Integer::sum);
    }
    return bag;
  }

  private static int size(Map<String, Integer> bag) {
    return bag.values().stream().mapToInt(Integer::intValue).sum();
  }
}
