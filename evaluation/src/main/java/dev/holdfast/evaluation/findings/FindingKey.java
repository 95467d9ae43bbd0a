package dev.holdfast.evaluation.findings;

/**
 * A name for a finding that survives edits elsewhere in its file and rewording of its message.
 *
 * @param rule the rule
 * @param path the file, relative to the source root
 * @param member the member it stands in, with its types
 * @param code the source line it stands at, white space folded, cut when long
 * @param ordinal counts findings that are equal otherwise, from 1, in the order of the file
 */
public record FindingKey(String rule, String path, String member, String code, int ordinal) {
  private static final int LONGEST_CODE = 100;

  /** Folds and cuts the code. */
  public FindingKey {
    String folded = code.replaceAll("\\s+", " ").strip();
    code = folded.length() <= LONGEST_CODE ? folded : folded.substring(0, LONGEST_CODE) + "…";
  }
}
