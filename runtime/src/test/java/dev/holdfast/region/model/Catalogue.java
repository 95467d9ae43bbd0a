package dev.holdfast.region.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The defects of the abstract machine and of the access modes, with what caught them, as rows of a
 * table.
 */
public final class Catalogue {
  private Catalogue() {}

  /** Defect, invariant, and number of steps of a shortest trace; each is explored anew. */
  public static List<String> machine() {
    List<String> rows = new ArrayList<>();
    for (Defect defect : Defect.values()) {
      if (defect != Defect.NONE) {
        Explorer.Result result = ModelCheckTest.find(defect);
        rows.add(
            "| `%s` | %s | %s | %d |"
                .formatted(
                    defect,
                    defect.words(),
                    result.violation().getMessage(),
                    result.trace().size()));
      }
    }
    return rows;
  }

  /** Step, weaker mode, and the program that races with it. */
  public static List<String> modes() {
    CsvSource cases =
        Arrays.stream(OrderingTest.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("weakerModeRaces"))
            .findFirst()
            .orElseThrow()
            .getAnnotation(CsvSource.class);
    return Arrays.stream(cases.value()).map(Catalogue::mode).toList();
  }

  private static String mode(String row) {
    String[] cells = row.split(",");
    return "| `%s` | %s | `%s` |"
        .formatted(cells[1].strip(), cells[2].strip().toLowerCase(Locale.ROOT), cells[0].strip());
  }
}
