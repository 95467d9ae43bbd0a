package dev.holdfast.checker.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.javac.CheckSession;
import dev.holdfast.checker.rule.Rule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CatalogueTest {
  private static final Path PAGES = Path.of("../docs/rules");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theWrongExampleHasThisFindingAlone(Rule rule) throws Exception {
    assertThat(check(Catalogue.page(rule).wrong()))
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).as(found.message()).isEqualTo(rule.id()));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theRightExampleHasNone(Rule rule) throws Exception {
    assertThat(check(Catalogue.page(rule).right())).isEmpty();
  }

  private List<Diagnostic> check(String source) throws IOException, URISyntaxException {
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    Path annotations =
        Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    CheckSession.Result result =
        CheckSession.run(
            new CheckSession.Request(
                List.of(file), List.of(annotations), 0, List.of(), Options.DEFAULT));
    assertThat(result.compileErrors()).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(result.notAnalysed()).isEmpty();
    return result.findings();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void thePageInTheDocumentationIsTheGeneratedOne(Rule rule) throws IOException {
    assertThat(PAGES.resolve(rule.id() + ".md"))
        .as("to write it: %s", HOW_TO_WRITE)
        .hasContent(Catalogue.page(rule).markdown());
  }

  @Test
  void theListInTheDocumentationIsTheGeneratedOne() {
    assertThat(PAGES.resolve("README.md")).hasContent(Catalogue.index());
  }

  @Test
  void theDocumentationHasNoOtherPages() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages).hasSize(Rule.values().length + 1);
    }
  }

  @Test
  void thePageForATerminalShowsBothExamplesIndented() {
    assertThat(Catalogue.page(Rule.LOCK_LEAK).text())
        .startsWith("LockLeak (error): A lock is still held")
        .contains("\n    class Door {\n", "--rule LockLeak=off");
  }

  private static final String HOW_TO_WRITE =
      "mvn -q -pl checker -am test -Dtest=CatalogueTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dholdfast.write=true";

  static {
    if (Boolean.getBoolean("holdfast.write")) {
      write();
    }
  }

  private static void write() {
    try {
      Files.createDirectories(PAGES);
      Files.writeString(PAGES.resolve("README.md"), Catalogue.index());
      for (RulePage page : Catalogue.pages()) {
        Files.writeString(PAGES.resolve(page.rule().id() + ".md"), page.markdown());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRuleIsExplainedInAnyCase() {
    assertThat(Catalogue.explanation("locknotheld"))
        .contains(Catalogue.page(Rule.LOCK_NOT_HELD).text());
    assertThat(Catalogue.explanation("NoRule")).isEmpty();
  }

  @Test
  void theOverviewHasALineForEachRule() {
    assertThat(Catalogue.overview().lines())
        .hasSize(Rule.values().length)
        .anyMatch(line -> line.matches("LockNotHeld +error +.*"));
  }
}
