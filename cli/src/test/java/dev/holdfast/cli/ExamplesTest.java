package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of right code that people read: the checker finds nothing in them. */
final class ExamplesTest {
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* }</pre>", Pattern.DOTALL);
  private static final Pattern MARKDOWN = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      import dev.holdfast.annotations.*;
      import dev.holdfast.annotations.region.*;
      import java.lang.annotation.*;
      import java.util.*;
      import java.util.concurrent.locks.*;

      """;

  @TempDir private Path folder;

  private int written;

  private void write(List<Path> files, Pattern example) throws IOException {
    for (Path file : files) {
      Matcher found = example.matcher(Files.readString(file).replace("\r\n", "\n"));
      while (found.find()) {
        String code = found.group(1).replaceAll("(?m)^ \\* ?", "");
        String name = "example" + written++;
        Files.writeString(
            Files.createDirectory(folder.resolve(name)).resolve("Example.java"),
            "package " + name + "; // " + file.getFileName() + "\n" + IMPORTS + code + "\n");
      }
    }
  }

  private static List<Path> below(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
    }
  }

  @Test
  void ofTheAnnotationsAreRight() throws IOException {
    write(below(Path.of("../annotations/src/main/java")), JAVADOC);

    assertThat(written).isGreaterThan(30);
    assertThat(Run.of("check", folder.toString())).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void ofTheGuidesAreRight() throws IOException {
    write(List.of(Path.of("../README.md"), Path.of("../docs/adoption.md")), MARKDOWN);

    assertThat(written).isGreaterThan(5);
    assertThat(Run.of("check", folder.toString())).isEqualTo(new Run(0, "", ""));
  }
}
