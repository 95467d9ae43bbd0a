package dev.holdfast.checker.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.javac.CheckSession;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks files of random programs. */
final class Checks {
  private Checks() {}

  /** What the checker says of a file with so many programs, of which few may be given up. */
  static CheckSession.Result check(Path folder, String source, int programs)
      throws IOException, URISyntaxException {
    Path annotations =
        Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path file = Files.writeString(folder.resolve("Programs.java"), source);
    CheckSession.Result result =
        CheckSession.run(
            new CheckSession.Request(
                List.of(file), List.of(annotations), 0, List.of(), Options.DEFAULT));
    assertThat(result.compileErrors()).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(result.notAnalysed()).hasSizeLessThanOrEqualTo(programs / 10);
    return result;
  }
}
