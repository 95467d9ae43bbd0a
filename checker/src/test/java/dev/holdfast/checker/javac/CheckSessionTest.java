package dev.holdfast.checker.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.contract.Env;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckSessionTest {
  private static final String SILENCED =
      """
      import dev.holdfast.annotations.GuardedBy;
      import dev.holdfast.annotations.LockUnchecked;

      class Silenced {
        @GuardedBy("this")
        int count;

        @LockUnchecked(reason = "by hand")
        int unchecked() {
          return count;
        }

        @SuppressWarnings("holdfast")
        int suppressed() {
          return count;
        }
      }
      """;

  @TempDir private Path folder;

  private CheckSession.Result check(boolean silenced) throws IOException, URISyntaxException {
    return check(SILENCED, silenced);
  }

  private CheckSession.Result check(String text, boolean silenced)
      throws IOException, URISyntaxException {
    Path source = Files.writeString(folder.resolve("Silenced.java"), text);
    return CheckSession.run(
        new CheckSession.Request(
            List.of(source), List.of(annotations()), 0, List.of(), Options.DEFAULT, silenced));
  }

  private static Path annotations() throws URISyntaxException {
    return Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void whatIsSilencedIsToldWhereItIsAskedFor() throws Exception {
    assertThat(check(true).silenced())
        .extracting(Analyzer.Silenced::reason)
        .containsExactly("by hand", "@SuppressWarnings(\"holdfast\")");
    assertThat(check(true).findings()).isEmpty();
  }

  @Test
  void aFixEndsItsLinesAsTheFileDoes() throws Exception {
    String text = SILENCED.replace("  @SuppressWarnings(\"holdfast\")\n", "");

    assertThat(replacements(text)).containsExactly("\nimport %s;", "@Requires(\"this\")\n  ");
    assertThat(replacements(text.replace("\n", "\r\n")))
        .containsExactly("\r\nimport %s;", "@Requires(\"this\")\r\n  ");
  }

  private List<String> replacements(String text) throws Exception {
    return check(text, false).findings().stream()
        .flatMap(finding -> finding.fixes().stream())
        .flatMap(fix -> fix.edits().stream())
        .map(edit -> edit.replacement().replaceFirst("import [^;]*", "import %s"))
        .toList();
  }

  @Test
  void nothingIsAnalysedForItElsewhere() throws Exception {
    assertThat(check(false).silenced()).isEmpty();
    assertThat(check(false).findings()).isEmpty();
  }

  @Test
  void whatTheCompilerRejectsIsNotReportedAgain() throws Exception {
    String text =
        """
        import dev.holdfast.annotations.GuardedBy;

        class Silenced {
          @GuardedBy(Missing.NAME)
          int count;
        }
        """;
    assertThat(check(text, false).findings()).isEmpty();
  }

  /** The compiler copies it to the field, the accessor and a parameter. */
  @Test
  void anAliasOnAComponentIsAtHomeOnOneOfItsCopies() throws Exception {
    String text =
        """
        import dev.holdfast.annotations.*;

        @Requires("lock")
        @interface Locked {}

        @GuardedBy("lock")
        @interface Kept {}

        record Pair(@Locked Pair lock, @Kept int size) {
          Pair {
            size = Math.max(0, size);
          }
        }
        """;

    assertThat(check(text, false).findings()).isEmpty();
  }

  /** A module sees the annotations on its own path alone. */
  @Test
  void anAliasOnAModuleMeansNothing() throws Exception {
    Path module =
        Files.writeString(
            folder.resolve("module-info.java"),
            "@app.Locked @Deprecated module app { requires dev.holdfast.annotations; }");
    Path alias =
        Files.writeString(
            Files.createDirectory(folder.resolve("app")).resolve("Locked.java"),
            "package app; @dev.holdfast.annotations.Requires(\"lock\") public @interface Locked {}");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.MODULE_PATH, List.of(annotations()));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(module, alias));
      CompilationUnitTree unit = task.parse().iterator().next();
      task.analyze();
      Analyzer analyzer =
          new Analyzer(
              new Env(Trees.instance(task), task.getTypes(), task.getElements()), Options.DEFAULT);

      assertThat(analyzer.analyse(unit))
          .extracting(each -> each.diagnostic().message())
          .singleElement()
          .asString()
          .contains("'@Requires' has no meaning on a module");
    }
  }
}
