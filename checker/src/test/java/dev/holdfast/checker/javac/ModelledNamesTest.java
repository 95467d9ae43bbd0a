package dev.holdfast.checker.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names mean in a model, where the class knows the same things by other names. */
final class ModelledNamesTest {
  private static final String SOURCE =
      """
      import java.util.concurrent.locks.*;

      class Held implements AutoCloseable {
        private final Lock underlying;

        private Held(Lock underlying) {
          this.underlying = underlying;
        }

        static Held of(Lock underlying, boolean now) {
          underlying.lock();
          return new Held(underlying);
        }

        public void close() {
          underlying.unlock();
        }
      }

      class Use {
        private final ReentrantLock lock = new ReentrantLock();

        @dev.holdfast.annotations.GuardedBy("lock")
        private int count;

        void held() {
          try (Held held = Held.of(lock, true)) {
            count++;
          }
        }

        void after() {
          try (Held held = Held.of(lock, true)) {
          }
          count++;
        }
      }
      """;

  @TempDir private Path folder;

  private CheckSession.Result check(String model) throws IOException, URISyntaxException {
    Path source = Files.writeString(folder.resolve("Use.java"), SOURCE);
    Path models = Files.writeString(folder.resolve("own.model"), model);
    Path annotations =
        Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Options options = new Options(Map.of(), List.of(), List.of(), List.of(models), null, false);
    return CheckSession.run(
        new CheckSession.Request(List.of(source), List.of(annotations), 0, List.of(), options));
  }

  private static String held(String lock, String parameters) {
    return "@LockScope class Held { @Acquires(\""
        + lock
        + "\") static Held of("
        + parameters
        + "); }";
  }

  @Test
  void aParameterGoesByTheNameInTheModel() throws Exception {
    for (String model :
        List.of(
            held("taken", "Lock taken, boolean now"),
            held("underlying", "Lock, boolean"),
            held("#1", "Lock taken, boolean now"))) {
      CheckSession.Result result = check(model);

      assertThat(result.problems()).isEmpty();
      assertThat(result.findings())
          .extracting(Diagnostic::rule, finding -> finding.range().line())
          .containsExactly(tuple("UnguardedAccess", 35));
    }
  }

  @Test
  void aNameThatNothingBearsIsAnErrorInTheModel() throws Exception {
    assertThat(check(held("tkaen", "Lock taken, boolean now")).problems())
        .singleElement()
        .asString()
        .contains("own.model:1", "'tkaen' is no lock, field, parameter or type here");
  }

  /** A relation that the class does not show is named by a field of the model. */
  @Test
  void aFieldOfTheModelMayBeNamed() throws Exception {
    String model = "class Held { Lock owner; @Requires(\"owner\") void close(); }";

    assertThat(check(model).problems()).isEmpty();
    assertThat(check(model.replace("Lock owner; ", "")).problems()).hasSize(1);
  }
}
