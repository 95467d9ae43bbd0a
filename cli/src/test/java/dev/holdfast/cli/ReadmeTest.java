package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The findings that the README shows are those that its first command prints. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern HEADLINE =
      Pattern.compile("^(?:.*/)?(BoundedCache\\.java:\\d+:\\d+: (?:error|warning): .*)$");

  @Test
  void showsTheFindingsOfTheBrokenCache() throws IOException {
    Run run =
        Run.of("check", ROOT.resolve("samples/bounded-cache-broken/src/main/java").toString());

    assertThat(headlines(Files.readString(ROOT.resolve("README.md"))))
        .hasSize(8)
        .isEqualTo(headlines(run.out()));
  }

  private static List<String> headlines(String text) {
    return text.lines()
        .map(HEADLINE::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .toList();
  }
}
