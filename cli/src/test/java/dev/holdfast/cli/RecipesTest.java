package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The commands in the documentation are ones that this command line takes. */
final class RecipesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  /** A command up to what the shell would take for the next. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:\\./holdfast|`holdfast|\"\\$holdfast\"|\"\\$HOLDFAST\") ((?:check|review|contracts|explain)\\b"
              + "(?:\"(?:\\$\\([^)]*\\)|[^\"])*\"|[^\"|\\n'`;{])*)");

  private static final Pattern WORD = Pattern.compile("\"((?:\\$\\([^)]*\\)|[^\"])*)\"|(\\S+)");

  private static String text(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }

  private static List<List<String>> commands(String path) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (MatchResult command : COMMAND.matcher(text(path)).results().toList()) {
      if (command.group(1).contains("[")) {
        continue; /* a synopsis */
      }
      List<String> words = new ArrayList<>();
      for (MatchResult word : WORD.matcher(command.group(1)).results().toList()) {
        words.add(word.group(1) != null ? word.group(1) : word.group(2));
      }
      commands.add(words);
    }
    return commands;
  }

  private static void assertAccepted(List<String> words) {
    CommandLine command =
        new CommandLine(
            new HoldfastCommand(), new CommandFactory(new Streams(null, System.out, System.err)));
    assertThatCode(() -> command.parseArgs(words.toArray(String[]::new)))
        .as(String.join(" ", words))
        .doesNotThrowAnyException();
  }

  @Test
  void everyCommandOfTheReviewPageIsAccepted() throws IOException {
    List<List<String>> commands = commands("docs/review.md");

    assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
    assertThat(commands).anyMatch(words -> words.contains("sarif"));
    assertThat(commands).anyMatch(words -> words.contains("gitlab"));
    assertThat(commands).anyMatch(words -> words.contains("checkstyle"));
    commands.forEach(RecipesTest::assertAccepted);
  }

  @Test
  void everyCommandOfTheHooksIsAccepted() throws IOException {
    for (String hook : List.of("docs/hooks/pre-commit", "docs/hooks/pre-receive")) {
      List<List<String>> commands = commands(hook);

      assertThat(commands).as(hook).hasSize(1);
      commands.forEach(RecipesTest::assertAccepted);
    }
  }

  @Test
  void everyCommandOfTheReadmeAndTheAdoptionGuideIsAccepted() throws IOException {
    for (String page : List.of("README.md", "docs/adoption.md", "samples/README.md")) {
      List<List<String>> commands = commands(page);

      assertThat(commands).as(page).isNotEmpty();
      commands.forEach(RecipesTest::assertAccepted);
    }
  }

  @Test
  void recipesAreYaml() throws IOException {
    List<MatchResult> recipes = YAML.matcher(text("docs/review.md")).results().toList();

    assertThat(recipes).hasSize(2);
    for (MatchResult recipe : recipes) {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(recipe.group(1));
      assertThat(read).isInstanceOf(java.util.Map.class);
    }
  }
}
