package dev.holdfast.maven;

import dev.holdfast.checker.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters that say how to check. */
final class CheckOptions {
  private CheckOptions() {}

  /**
   * What they say together.
   *
   * @param rules {@code ID=off|warn|error} each
   * @param only packages to report in; empty for all
   * @param exclude packages not to report in
   * @param models model files
   * @throws BadConfiguration naming everything that cannot be used
   */
  static Options of(List<String> rules, List<String> only, List<String> exclude, List<Path> models)
      throws BadConfiguration {
    for (Path model : models) {
      if (!Files.isRegularFile(model)) {
        throw new BadConfiguration("model file '" + model + "' does not exist");
      }
    }
    List<String> words = new ArrayList<>();
    rules.forEach(each -> words.add("rule=" + each.strip()));
    only.forEach(each -> words.add("only=" + each.strip()));
    exclude.forEach(each -> words.add("exclude=" + each.strip()));
    try {
      Options parsed = Options.parse(words);
      return new Options(parsed.severities(), parsed.only(), parsed.exclude(), models, null, false);
    } catch (Options.BadOption e) {
      throw new BadConfiguration(e.getMessage(), e);
    }
  }

  /**
   * The Java release in one of the texts, the first that is not empty; 0 if all are.
   *
   * @throws BadConfiguration if it is no number of a release
   */
  static int release(List<String> texts) throws BadConfiguration {
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        String number = text.strip().replaceFirst("^1\\.", "");
        if (!number.matches("[1-9]\\d{0,2}")) {
          throw new BadConfiguration("'" + text + "' is no Java release");
        }
        return Integer.parseInt(number);
      }
    }
    return 0;
  }
}
