package dev.holdfast.checker;

import dev.holdfast.checker.rule.Rule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * How to check, whatever the front end. Immutable.
 *
 * @param severities what differs from the rules' own severities
 * @param only prefixes of the packages to report in; empty for all
 * @param exclude prefixes of packages not to report in
 * @param models model files beside the built-in ones
 * @param report where to write all findings as JSON lines, or null
 * @param ignoreGuardedBySuppressions whether {@code @SuppressWarnings("GuardedBy")} silences
 *     nothing
 */
public record Options(
    Map<Rule, Severity> severities,
    List<String> only,
    List<String> exclude,
    List<Path> models,
    Path report,
    boolean ignoreGuardedBySuppressions) {

  /** What is taken where nothing is said. */
  public static final Options DEFAULT =
      new Options(Map.of(), List.of(), List.of(), List.of(), null, false);

  /** An option that cannot be used; the message says which, and what would be accepted. */
  public static final class BadOption extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong and what would be right. */
    public BadOption(String message) {
      super(message);
    }
  }

  /** Copies the collections. */
  public Options {
    severities = Map.copyOf(severities);
    only = List.copyOf(only);
    exclude = List.copyOf(exclude);
    models = List.copyOf(models);
  }

  /**
   * Reads options of the form {@code key=value}: {@code rule=ID=off|warn|error}, {@code
   * only=PKG,…}, {@code exclude=PKG,…}, {@code models=FILE,…}, {@code report=FILE}, {@code
   * ignoreGuardedBySuppressions}. Leading dashes are accepted; a key may be given again.
   *
   * @throws BadOption naming every option that cannot be used
   */
  public static Options parse(List<String> args) throws BadOption {
    Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    List<String> only = new ArrayList<>();
    List<String> exclude = new ArrayList<>();
    List<Path> models = new ArrayList<>();
    Path[] report = {null};
    boolean ignore = false;
    List<String> bad = new ArrayList<>();
    for (String arg : args) {
      String plain = arg.replaceFirst("^-+", "");
      String key = plain.contains("=") ? plain.substring(0, plain.indexOf('=')) : plain;
      String value = plain.contains("=") ? plain.substring(plain.indexOf('=') + 1) : "";
      try {
        switch (key) {
          case "rule" -> {
            for (String each : value.split(",")) {
              rule(each, severities, bad);
            }
          }
          case "only" -> packages(key, value, only, bad);
          case "exclude" -> packages(key, value, exclude, bad);
          case "models" -> List.of(value.split(",")).forEach(each -> models.add(Path.of(each)));
          case "report" -> report[0] = Path.of(value);
          case "ignoreGuardedBySuppressions" -> {
            ignore = !value.equals("false");
            if (!List.of("", "true", "false").contains(value)) {
              bad.add("option '" + key + "' is '" + value + "'; it may be true or false");
            }
          }
          default ->
              bad.add(
                  unknown(
                      arg,
                      "rule, only, exclude, models, report, ignoreGuardedBySuppressions,"
                          + " each without blanks"));
        }
      } catch (InvalidPathException e) {
        bad.add("'" + value + "' in option '" + arg + "' is no path");
      }
    }
    if (!bad.isEmpty()) {
      throw new BadOption(String.join("; ", bad));
    }
    return new Options(severities, only, exclude, models, report[0], ignore);
  }

  /** What is said of an option that there is not: which ones there are. */
  public static String unknown(String option, String known) {
    return "unknown option '" + option + "'; known are " + known;
  }

  private static void packages(String key, String value, List<String> into, List<String> bad) {
    List<String> names =
        List.of(value.split(",")).stream()
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    if (names.isEmpty()) {
      bad.add("option '" + key + "' names no package");
    }
    for (String each : names) {
      if (SourceVersion.isName(each)) {
        into.add(each);
      } else {
        bad.add(
            "'"
                + each
                + "' in option '"
                + key
                + "' is no name of a package; it stands for those below it, too");
      }
    }
  }

  private static void rule(String text, Map<Rule, Severity> severities, List<String> bad) {
    int equals = text.indexOf('=');
    String id = equals < 0 ? text : text.substring(0, equals);
    String word = equals < 0 ? "" : text.substring(equals + 1).toLowerCase(Locale.ROOT);
    Severity severity =
        switch (word) {
          case "off" -> Severity.OFF;
          case "warn", "warning" -> Severity.WARNING;
          case "error" -> Severity.ERROR;
          default -> null;
        };
    if (Rule.byId(id).isEmpty()) {
      bad.add(unknownRule(id));
    } else if (severity == null) {
      bad.add("the severity of rule '" + id + "' is '" + word + "'; it may be off, warn or error");
    } else {
      severities.put(Rule.byId(id).get(), severity);
    }
  }

  /** What is said of a rule that there is not: which ones there are. */
  public static String unknownRule(String id) {
    String known = List.of(Rule.values()).stream().map(Rule::id).collect(Collectors.joining(", "));
    return "unknown rule '" + id + "'; known are " + known;
  }

  /** The severity of a rule. */
  public Severity severity(Rule rule) {
    return severities.getOrDefault(rule, rule.severity());
  }

  /** Whether findings in every package are reported. */
  public boolean includesAll() {
    return only.isEmpty() && exclude.isEmpty();
  }

  /** Whether findings in a package are reported. */
  public boolean includes(String packageName) {
    return (only.isEmpty() || only.stream().anyMatch(prefix -> isPrefix(prefix, packageName)))
        && exclude.stream().noneMatch(prefix -> isPrefix(prefix, packageName));
  }

  private static boolean isPrefix(String prefix, String packageName) {
    return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
  }
}
