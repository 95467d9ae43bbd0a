package dev.holdfast.checker.contract;

import java.util.Collection;

/** Finds what was meant by a name that there is not. */
final class SimilarNames {
  private SimilarNames() {}

  /** The question whether the most similar of the candidates was meant; empty if none is close. */
  static String hint(String name, Collection<String> candidates) {
    int closest = 1 + name.length() / 4;
    String best = null;
    for (String each : candidates) {
      int distance = distance(name, each.replace("()", ""));
      if (distance < closest || distance == closest && best == null) {
        closest = distance;
        best = each;
      }
    }
    return best == null || best.length() < 2 ? "" : "; did you mean '" + best + "'?";
  }

  /** How many letters to insert, delete or replace. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int above = row[j];
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(other, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
