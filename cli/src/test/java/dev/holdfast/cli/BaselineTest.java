package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {
  private static final String HEADER =
      "# holdfast baseline 1: member, rule, occurrence, expression";

  @TempDir private Path folder;
  private Path baseline;
  private Path sources;

  @BeforeEach
  void write() throws IOException {
    baseline = folder.resolve("baseline.txt");
    sources = Files.createDirectories(folder.resolve("src"));
    source("first", "second");
  }

  /** A class with an unguarded access in each of those methods. */
  private void source(String... methods) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "package p;\n\nfinal class Counter {\n  private final Object lock = new Object();\n");
    text.append("  @dev.holdfast.annotations.GuardedBy(\"lock\") private int count;\n");
    for (String method : methods) {
      text.append("  int ").append(method).append("() { return count; }\n");
    }
    Files.writeString(sources.resolve("Counter.java"), text.append("}\n").toString());
  }

  private Run check(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "check";
    System.arraycopy(options, 0, all, 1, options.length);
    all[all.length - 1] = sources.toString();
    return Run.of(all);
  }

  private Run write(Path file) {
    return check("--write-baseline", file.toString());
  }

  @Test
  void isMadeOfAllFindingsWhichAreAcceptedThen() throws IOException {
    Run run = write(baseline);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("2 findings accepted");
    assertThat(Files.readAllLines(baseline))
        .containsExactly(
            HEADER,
            "p.Counter#first()\tUnguardedAccess\t1\tcount",
            "p.Counter#second()\tUnguardedAccess\t1\tcount");
    assertThat(check("--baseline", baseline.toString())).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void doesNotAcceptWhatIsNew() throws IOException {
    write(baseline);
    String before = Files.readString(baseline);
    source("first", "second", "third");

    Run run = write(baseline);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("Counter.java:8:").doesNotContain("Counter.java:6:");
    assertThat(Files.readString(baseline)).isEqualTo(before);
  }

  @Test
  void namesWhatIsFixedAndStaysAsItIs() throws IOException {
    write(baseline);
    String before = Files.readString(baseline);
    source("second");

    Run run = check("--baseline", baseline.toString());

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains(
            "1 entry is fixed", "--write-baseline", "[UnguardedAccess] p.Counter#first(): count")
        .doesNotContain("second");
    assertThat(Files.readString(baseline)).isEqualTo(before);
  }

  @Test
  void dropsWhatIsFixedWhereItMayBeWritten() throws IOException {
    write(baseline);
    source("second");

    Run run = write(baseline);

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("1 entry is fixed and dropped");
    assertThat(Files.readAllLines(baseline))
        .containsExactly(HEADER, "p.Counter#second()\tUnguardedAccess\t1\tcount");
  }

  @Test
  void whatWasDroppedIsNotAcceptedAgain() throws IOException {
    write(baseline);
    source("second");
    write(baseline);
    source("first", "second");

    assertThat(write(baseline).status()).isEqualTo(1);
  }

  @Test
  void sourcesThatDoNotCompileFixNothing() throws IOException {
    write(baseline);
    String before = Files.readString(baseline);
    source();
    Files.writeString(
        sources.resolve("Broken.java"), "package p; class Broken { int f() { return g; } }");

    Run run = write(baseline);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("not written").doesNotContain("is fixed");
    assertThat(Files.readString(baseline)).isEqualTo(before);
  }

  @Test
  void sourcesThatDoNotCompileMakeNone() throws IOException {
    Files.writeString(
        sources.resolve("Broken.java"), "package p; class Broken { int f() { return g; } }");

    Run run = write(baseline);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("Counter.java:6:");
    assertThat(baseline).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenFailsAndAcceptsNothing() {
    Run run = write(folder.resolve("no/such/folder.txt"));

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("Counter.java:6:");
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void readingAndWritingAtOnceIsWrongUsage() {
    Run run = check("--baseline", baseline.toString(), "--write-baseline", baseline.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--write-baseline");
  }
}
