package dev.holdfast.checker.message;

import dev.holdfast.checker.rule.Rule;

/**
 * What there is to tell about a rule, once for the command line, the documentation and the output
 * formats. Prose is Markdown.
 *
 * @param rule the rule
 * @param summary one sentence
 * @param meaning when it is reported
 * @param why what goes wrong otherwise
 * @param wrong a compilation unit in which it is the only finding
 * @param right the same, mended
 * @param fix what to do
 */
public record RulePage(
    Rule rule, String summary, String meaning, String why, String wrong, String right, String fix) {
  private static final int TERMINAL_COLUMNS = 100;

  /** How to set its severity, and how to silence it where it does not apply. */
  public String configuration() {
    String id = rule.id();
    return """
    | Where | How |
    |---|---|
    | Command line | `--rule %1$s=off`, `warn` or `error` |
    | javac | `-Xplugin:Holdfast rule=%1$s=off`, `warn` or `error` |
    | Error Prone | `-Xep:%1$s:OFF`, `WARN` or `ERROR` |
    | One declaration | `@SuppressWarnings("holdfast:%1$s")`; with Error Prone `@SuppressWarnings("%1$s")` too |
    | One body | `@LockUnchecked(reason = "…")`, for all rules; the contract still binds callers |
    """
        .formatted(id)
        .strip();
  }

  /** The page as Markdown. */
  public String markdown() {
    return """
    # %s

    %s Reported as %s unless configured otherwise.

    ## What it means

    %s

    ## Why it matters

    %s

    ## Wrong

    ```java
    %s
    ```

    ## Right

    ```java
    %s
    ```

    ## How to fix it

    %s

    ## How to configure and suppress it

    %s
    """
        .formatted(rule.id(), summary, article(), meaning, why, wrong, right, fix, configuration());
  }

  /** The page for a terminal. */
  public String text() {
    return """
    %s (%s): %s

    %s

    %s

    Wrong:

    %s

    Right:

    %s

    %s

    Set its severity with '--rule %s=off', 'warn' or 'error'. Silence it on a declaration with
    '@SuppressWarnings("holdfast:%s")'.
    """
        .formatted(
            rule.id(),
            rule.severity().word(),
            summary,
            wrapped(meaning),
            wrapped("Why it matters: " + why),
            indented(wrong),
            indented(right),
            wrapped("How to fix it: " + fix),
            rule.id(),
            rule.id());
  }

  private static String wrapped(String prose) {
    StringBuilder result = new StringBuilder();
    int column = 0;
    for (String word : prose.split(" ")) {
      boolean fits = column + 1 + word.length() <= TERMINAL_COLUMNS;
      if (column > 0) {
        result.append(fits ? ' ' : '\n');
      }
      column = column > 0 && fits ? column + 1 + word.length() : word.length();
      result.append(word);
    }
    return result.toString();
  }

  private String article() {
    return switch (rule.severity()) {
      case ERROR -> "an error";
      case WARNING -> "a warning";
      case OFF -> "nothing";
    };
  }

  private static String indented(String code) {
    return code.indent(4).stripTrailing().replaceAll("(?m)^ +$", "");
  }
}
