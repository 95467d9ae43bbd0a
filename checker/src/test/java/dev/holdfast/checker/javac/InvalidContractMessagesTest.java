package dev.holdfast.checker.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an expression that names no lock: what is wrong, and what was meant. */
final class InvalidContractMessagesTest {
  @TempDir private Path folder;

  private List<String> messages(String contract) throws Exception {
    String text =
        """
        import dev.holdfast.annotations.*;
        import java.util.concurrent.locks.*;

        class Store {
          static final Object LOCK = new Object();
          final ReentrantLock lock = new ReentrantLock();
          final ReadWriteLock table = new ReentrantReadWriteLock();
          final int look = 1;
          Lock tableLock() { return table.readLock(); }

          %s
        }
        """
            .formatted(contract);
    Path source = Files.writeString(folder.resolve("Store.java"), text);
    Path annotations =
        Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return CheckSession.run(
            new CheckSession.Request(
                List.of(source), List.of(annotations), 0, List.of(), Options.DEFAULT))
        .findings()
        .stream()
        .map(Diagnostic::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "@GuardedBy(\"lok\") int a;|; did you mean 'lock'?",
        "@GuardedBy(\"tabel\") int a;|; did you mean 'table'?",
        "@GuardedBy(\"tableLock\") int a;|; did you mean 'tableLock()'?",
        "@GuardedBy(\"table.readLock\") int a;|; did you mean 'readLock()'?",
        "void take(@Requires(\"lokc\") Store s) {}|; did you mean 'lock'?",
        "@Requires(\"stor.lock\") void take(Store store) {}|; did you mean 'store'?",
        "class Inner { @GuardedBy(\"loc\") int a; }|; did you mean 'lock'?",
        "void take(@Requires(\"s.lock\") Store s) {}"
            + "|on parameter 's' the lock is named as a member of it, without 's.'",
        "@GuardedBy(\"nothingLikeThat\") int a;|is no lock, field, parameter or type here"
            + " (in 'Store')",
        "void take(@Requires(\"lock\") int i) {}|is no lock, field, parameter or type here",
      })
  void namesWhatWasMeant(String contract, String end) throws Exception {
    assertThat(messages(contract)).singleElement().asString().endsWith(end);
  }
}
