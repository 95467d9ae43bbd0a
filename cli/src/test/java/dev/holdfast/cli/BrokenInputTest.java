package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that cannot be used: it is named, with the reason, and the rest is checked all the same.
 */
final class BrokenInputTest {
  private static final int MAJOR_VERSION = 7;

  @TempDir private Path folder;

  private String wrong;

  @BeforeEach
  void writeSource() throws IOException {
    wrong =
        Files.writeString(
                folder.resolve("Wrong.java"),
                """
                import dev.holdfast.annotations.GuardedBy;

                class Wrong {
                  @GuardedBy("this")
                  int count;

                  void grow() {
                    count++;
                  }
                }
                """)
            .toString();
  }

  private void check(int status, String complaint, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[0] = "check";
    all[all.length - 1] = wrong;

    Run run = Run.of(all);

    assertThat(run.err().lines()).singleElement().asString().endsWith(complaint);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).contains("Wrong.java:8:5: error: [UnguardedAccess]");
  }

  /** A class that {@link #useOfLibrary} needs. */
  private Path library() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Gate.java"),
            "package lib; public class Gate { public static void touch() {} }\n");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    return classes.resolve("lib/Gate.class");
  }

  private String useOfLibrary() throws IOException {
    return Files.writeString(
            folder.resolve("Use.java"), "class Use { void use() { lib.Gate.touch(); } }\n")
        .toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aLinkToNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("Link.java"), Path.of("nowhere"));

    check(2, "'" + link + "' does not exist", link.toString());
  }

  @Test
  void aLinkToNowhereInAFolder() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("Right.java"), "class Right {}\n");
    Path link = Files.createSymbolicLink(sources.resolve("Link.java"), Path.of("nowhere"));

    check(3, "'" + link + "' cannot be read", sources.toString());
  }

  @Test
  void aFolderThatIsNamedLikeASource() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("Folder.java"));

    check(2, "'" + sources + "' has no Java sources", sources.toString());
  }

  @Test
  void aSourceInAnotherEncoding() throws IOException {
    Path source = folder.resolve("Latin.java");
    Files.write(source, new byte[] {'/', '/', ' ', (byte) 0xe9, '\n'});

    check(
        3,
        source + ":1:4: error: unmappable character (0xE9) for encoding UTF-8",
        source.toString());
  }

  @Test
  void aClassPathEntryThatIsText() throws IOException {
    String text = file("text.jar", "text\n");

    check(
        3, "class path entry '" + text + "' cannot be read: zip END header not found", "-cp", text);
  }

  @Test
  void aClassPathEntryThatIsEmpty() throws IOException {
    String empty = file("empty.jar", "");

    check(3, "class path entry '" + empty + "' cannot be read: zip file is empty", "-cp", empty);
  }

  @Test
  void aClassFileThatIsCut() throws IOException {
    Path gate = library();
    Files.write(gate, Arrays.copyOf(Files.readAllBytes(gate), 60));

    Run run = Run.of("check", "-cp", folder.resolve("classes").toString(), useOfLibrary(), wrong);

    assertThat(run.err())
        .contains("Use.java:1:29: error: cannot access lib.Gate; bad class file: " + gate)
        .doesNotContain("\tat ");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("Wrong.java:8:5: error: [UnguardedAccess]");
  }

  @Test
  void aClassFileOfAReleaseToCome() throws IOException {
    Path gate = library();
    byte[] bytes = Files.readAllBytes(gate);
    bytes[MAJOR_VERSION] = 120;
    Files.write(gate, bytes);

    Run run = Run.of("check", "-cp", folder.resolve("classes").toString(), useOfLibrary(), wrong);

    assertThat(run.err())
        .contains("cannot access lib.Gate; bad class file: " + gate, "wrong version 120")
        .doesNotContain("\tat ");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("Wrong.java:8:5: error: [UnguardedAccess]");
  }

  @Test
  void anEmptyModelSaysNothing() throws IOException {
    Run run = Run.of("check", "--models", file("empty.model", ""), wrong);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aModelThatIsNoText() throws IOException {
    Path model = folder.resolve("binary.model");
    Files.write(model, new byte[] {(byte) 0xff, 0, 1});

    check(3, model + ": the model file is no UTF-8 text", "--models", model.toString());
  }

  @Test
  void aModelThatIsAFolder() throws IOException {
    Path model = Files.createDirectory(folder.resolve("folder.model"));

    check(
        3, model + ": the model file cannot be read: Is a directory", "--models", model.toString());
  }

  @Test
  void aModelOfAMethodThatIsNotThere() throws IOException {
    String model =
        file(
            "own.model",
            """
            package java.util;

            class Map {
              int size();
              int length();
              @Since("99") int width();
            }
            """);

    check(3, model + ":5: 'Map' declares no 'length()'", "--models", model);
  }

  @Test
  void aModelOfATypeThatIsNotThere() throws IOException {
    String model =
        file("own.model", "package java.util; class Maps {} class Map { class Entry {} }");

    check(3, model + ": there is no type 'java.util.Maps'", "--models", model);
  }

  @Test
  void aModelOfALibraryThatIsNotThereSaysNothing() throws IOException {
    String model = file("own.model", "package no.such; class Type { void run(); }");
    Run run = Run.of("check", "--models", model, wrong);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }
}
