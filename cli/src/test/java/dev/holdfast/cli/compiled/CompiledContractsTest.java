package dev.holdfast.cli.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.DirectoryTree;
import dev.holdfast.review.source.SourceContracts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways to a contract list: from source alone, and through the compiler. */
final class CompiledContractsTest {
  private static final Path ROOT = Path.of("..");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  private static final Set<ContractKind> IN_BODIES =
      Set.of(ContractKind.ASSERTS, ContractKind.ASSERTS_NOT, ContractKind.SUPPRESSES);

  private static Path annotations() throws URISyntaxException {
    return Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<Path> sources(Path... folders) throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(each -> each.toString().endsWith(".java"))
            .filter(each -> !each.endsWith("module-info.java"))
            .forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** As text, so that a difference shows both lines. */
  private static List<String> fromSource(Path... folders) throws IOException {
    return new SourceContracts(DirectoryTree.of(Path.of(""), List.of(folders)))
        .readAll((done, total) -> {}).lines().stream()
            .filter(line -> !line.member().contains("/"))
            .map(CompiledContractsTest::declared)
            .filter(line -> !line.contracts().isEmpty())
            .map(ContractLine::print)
            .toList();
  }

  /** What one knows and the other does not is no difference. */
  private static ContractLine declared(ContractLine line) {
    List<Contract> kept =
        line.contracts().stream().filter(each -> !IN_BODIES.contains(each.kind())).toList();
    return new ContractLine(line.member(), kept);
  }

  private static List<String> compiled(Path... folders) throws Exception {
    return CompiledContracts.read(sources(folders), List.of(annotations())).stream()
        .map(ContractLine::print)
        .toList();
  }

  /** From source alone, types are looked for where their packages say. */
  private static void layOut(Path folder, Path target) throws IOException {
    for (Path source : sources(folder)) {
      Matcher declared = PACKAGE.matcher(Files.readString(source));
      String inPackage = declared.find() ? declared.group(1).replace('.', '/') : "";
      Path root = target.resolve(folder.relativize(source).getName(0).toString());
      Path file = root.resolve(inPackage).resolve(source.getFileName().toString());
      Files.createDirectories(file.getParent());
      Files.copy(source, file);
    }
  }

  /** Only the compiler knows of a type that is named in full that there is none. */
  private static String asIfThere(String line) {
    return line.replaceAll("\\(\\?((?:\\w+\\.){2,}class\\))", "($1");
  }

  private static List<String> differences(List<String> source, List<String> fromCompiler) {
    List<String> compiled =
        fromCompiler.stream().map(line -> source.contains(line) ? line : asIfThere(line)).toList();
    Set<String> all = new TreeSet<>();
    source.stream().filter(line -> !compiled.contains(line)).forEach(l -> all.add(l + " <source"));
    compiled.stream().filter(line -> !source.contains(line)).forEach(l -> all.add(l + " <javac"));
    return List.copyOf(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime/src/main/java",
        "annotations/src/main/java",
        "samples/bounded-cache",
        "samples/bounded-cache-broken",
        "samples/paging",
        "samples/paging-broken",
        "samples/maven-plain"
      })
  void sourceAloneAndTheCompilerGiveTheSameLines(String folder) throws Exception {
    Path[] folders = {ROOT.resolve(folder), ROOT.resolve("runtime/src/main/java")};

    List<String> compiled = compiled(folders);

    assertThat(compiled).isNotEmpty();
    assertThat(differences(fromSource(folders), compiled)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "java", "native"})
  void theyGiveTheSameLinesOfTheTestData(String folder, @TempDir Path laidOut) throws Exception {
    layOut(ROOT.resolve("test-data").resolve(folder), laidOut);
    Path[] folders = {
      laidOut, ROOT.resolve("test-data/stubs"), ROOT.resolve("runtime/src/main/java")
    };

    List<String> compiled = compiled(folders);

    assertThat(compiled).hasSizeGreaterThan(20);
    assertThat(differences(fromSource(folders), compiled)).isEmpty();
  }

  @Test
  void theyGiveTheSameLinesOfARecordsComponents(@TempDir Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("p"));
    Files.writeString(
        home.resolve("Pair.java"),
        """
        package p;

        import dev.holdfast.annotations.*;

        record Pair(
            @GuardedBy("lock") int guarded,
            @Requires("lock") int required,
            @RunsInline Runnable run,
            @Anywhere int any,
            @OnMethods int onMethods,
            @OnParameters int onParameters,
            @OnMethods int declared,
            Object lock) {
          public int declared() {
            return declared;
          }
        }
        """);
    alias(home, "Anywhere", "");
    alias(home, "OnMethods", "@Target(ElementType.METHOD)");
    alias(home, "OnParameters", "@Target({ElementType.PARAMETER})");

    List<String> compiled = compiled(folder);

    assertThat(compiled).doesNotHaveDuplicates().hasSize(8);
    assertThat(differences(fromSource(folder), compiled)).isEmpty();
  }

  private static void alias(Path folder, String name, String target) throws IOException {
    Files.writeString(
        folder.resolve(name + ".java"),
        """
        package p;

        import java.lang.annotation.*;

        %s
        @dev.holdfast.annotations.Requires("lock")
        @interface %s {}
        """
            .formatted(target, name));
  }

  @Test
  void anAliasThatIsNotWhereItsPackageSaysShowsAsADifference(@TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("Needs.java"),
        """
        package p;

        @dev.holdfast.annotations.Requires("lock")
        public @interface Needs {}
        """);
    Files.writeString(
        folder.resolve("A.java"),
        """
        package q;

        class A {
          final Object lock = new Object();

          @p.Needs
          void f() {}
        }
        """);

    assertThat(differences(fromSource(folder), compiled(folder)))
        .containsExactly("q.A#f() @p.Needs{requires(lock)} <javac");
  }

  @Test
  void anAliasMeansWhatItsNamesMeanWhereItStands(@TempDir Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("p"));
    Files.writeString(
        home.resolve("Nest.java"),
        """
        package p;

        import dev.holdfast.annotations.*;

        @DefinesLock(name = "gate")
        class Nest {
          static final Object SHARED = new Object();
          final Object lock = new Object();
          final Nest inner = null;

          Object lockOf() {
            return lock;
          }

          @Requires("lock")
          @interface NeedsLock {
            String[] value() default {};
          }

          @Requires("gate")
          @interface NeedsGate {}

          @Requires("SHARED")
          @interface NeedsShared {}

          @Requires("lockOf()")
          @interface NeedsCall {}

          @Requires("Nest.SHARED")
          @interface NeedsType {}

          @Requires("Nest.this.lock")
          @interface NeedsNest {}

          @GuardedBy("lock")
          @interface Guarded {}

          @Guarded int field;
          @NeedsLock void plain() {}
          @NeedsLock("inner") void named() {}
          @NeedsNest void qualified() {}
          void parameter(@NeedsLock Nest other) {}

          class Inner {
            @Guarded int field;
            @NeedsLock void field() {}
            @NeedsGate void gate() {}
            @NeedsCall void call() {}
          }
        }

        class Other {
          final Object lock = new Object();
          @Nest.NeedsLock void own() {}
          @Nest.NeedsShared void unknown() {}
          @Nest.NeedsType void type() {}
          @Nest.NeedsGate Nest result() { return null; }
        }
        """);

    List<String> compiled = compiled(folder);

    assertThat(compiled)
        .contains(
            "p.Nest.NeedsLock requires(lock)",
            "p.Nest#field @p.Nest.Guarded{guarded-by(lock)}",
            "p.Nest#plain() @p.Nest.NeedsLock{requires(lock)}",
            "p.Nest#named() @p.Nest.NeedsLock(inner){requires(inner.lock)}",
            "p.Nest#qualified() @p.Nest.NeedsNest{requires(lock)}",
            "p.Nest#parameter(Nest) @p.Nest.NeedsLock(#1){requires(#1.lock)}",
            "p.Nest.Inner#field @p.Nest.Guarded{guarded-by(Nest.this.lock)}",
            "p.Nest.Inner#field() @p.Nest.NeedsLock{requires(Nest.this.lock)}",
            "p.Nest.Inner#gate() @p.Nest.NeedsGate{requires(Nest.this.gate)}",
            "p.Nest.Inner#call() @p.Nest.NeedsCall{requires(Nest.this.lockOf())}",
            "p.Other#own() @p.Nest.NeedsLock{requires(lock)}",
            "p.Other#unknown() @p.Nest.NeedsShared{requires(?SHARED)}",
            "p.Other#type() @p.Nest.NeedsType{requires(p.Nest.SHARED)}",
            "p.Other#result() @p.Nest.NeedsGate{ensures(return.gate)}");
    assertThat(differences(fromSource(folder), compiled)).isEmpty();
  }
}
