package sample.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake is found by the checker where it is made, and by the runtime when it is made. */
final class MistakesTest {
  private static final Path SOURCE = Path.of("src/main/java/sample/paging/BrokenStore.java");

  @TempDir Path classes;

  /** Prints the table. */
  @Test
  void theCheckerAndTheRuntimeFindEveryMistake() throws Exception {
    List<String> source = Files.readAllLines(SOURCE);
    var found = Findings.found(SOURCE, classes);
    assertEquals(Findings.marked(source), found);
    assertEquals(Mistake.all().size(), found.size());

    StringBuilder table =
        new StringBuilder(
            "| Mistake | The checker, at compile time | The runtime |\n|---|---|---|\n");
    for (Mistake mistake : Mistake.all()) {
      String rule = Findings.in(mistake.method(), source, found);
      table.append("| `%s` | %s | %s |%n".formatted(mistake.method(), rule, mistake.make()));
    }
    System.out.print(table);
    assertFalse(table.toString().contains("| " + Findings.NOTHING), table.toString());
  }

  @Test
  void theCheckerIsSilentWhereAMistakeIsMended() throws Exception {
    List<String> source = Files.readAllLines(SOURCE);
    Path mended = classes.resolve("BrokenStore.java");
    Files.writeString(
        mended,
        Files.readString(SOURCE)
            .replace(
                "return size(region); // expect",
                "return region == null ? 0 : size(region); // expect"));

    var found = Findings.found(mended, classes);

    assertEquals(Findings.NOTHING, Findings.in("sizeWithoutNullCheck", source, found));
    assertEquals(Mistake.all().size() - 1, found.size());
  }

  @Test
  void theRuntimeIsSilentWhereThereIsNoMistake() throws Exception {
    Mistake none = new Mistake("sizeWithoutNullCheck", store -> store.sizeWithoutNullCheck(0));
    assertEquals(Findings.NOTHING, none.make());
  }
}
