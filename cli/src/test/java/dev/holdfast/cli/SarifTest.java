package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SARIF says of real findings. */
final class SarifTest {
  private static final String SILENCED =
      """
      package p;

      import dev.holdfast.annotations.GuardedBy;
      import dev.holdfast.annotations.LockUnchecked;

      final class Counter {
        private final Object lock = new Object();

        @GuardedBy("lock")
        private int count;

        int open() {
          return count;
        }

        @LockUnchecked(reason = "called before the threads start")
        int unchecked() {
          return count;
        }

        @SuppressWarnings("holdfast:UnguardedAccess")
        int suppressed() {
          return count;
        }
      }
      """;

  private static final String RELEASED =
      """
      package p;

      import dev.holdfast.annotations.Requires;
      import java.util.concurrent.locks.ReentrantLock;

      final class Pager {
        final ReentrantLock lock = new ReentrantLock();

        @Requires("lock")
        void flush() {}

        void use() {
          lock.lock();
          lock.unlock();
          flush();
        }
      }
      """;

  @TempDir private Path folder;

  private JsonArray results(String... options) {
    List<String> words = new ArrayList<>(List.of("check", "--format", "sarif"));
    words.addAll(List.of(options));
    words.add(folder.toString());
    JsonObject run =
        JsonParser.parseString(Run.of(words.toArray(String[]::new)).out())
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    return run.getAsJsonArray("results");
  }

  private void source(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Member, and kind and justification of its suppression. */
  private static List<String> suppressions(JsonArray results) {
    List<String> shown = new ArrayList<>();
    for (JsonElement each : results) {
      JsonObject result = each.getAsJsonObject();
      String member =
          at(result, "locations", "logicalLocations").get("fullyQualifiedName").getAsString();
      String suppression = "";
      if (result.has("suppressions")) {
        JsonObject first = result.getAsJsonArray("suppressions").get(0).getAsJsonObject();
        suppression =
            " " + first.get("kind").getAsString() + ": " + first.get("justification").getAsString();
      }
      shown.add(member.replaceAll(".*#", "") + suppression);
    }
    return shown;
  }

  private static JsonObject at(JsonObject from, String... arrays) {
    JsonObject found = from;
    for (String name : arrays) {
      found = found.getAsJsonArray(name).get(0).getAsJsonObject();
    }
    return found;
  }

  @Test
  void whatTheSourceSilencesIsThereWithItsReason() throws IOException {
    source("Counter.java", SILENCED);

    assertThat(suppressions(results()))
        .containsExactlyInAnyOrder(
            "open()",
            "unchecked() inSource: called before the threads start",
            "suppressed() inSource: @SuppressWarnings(\"holdfast:UnguardedAccess\")");
    assertThat(Run.of("check", folder.toString()).out().lines().filter(l -> l.contains(": error:")))
        .hasSize(1);
  }

  @Test
  void whatABaselineAcceptsIsThereWithItsFile(@TempDir Path elsewhere) throws IOException {
    source("Counter.java", SILENCED);
    String baseline = elsewhere.resolve("baseline.txt").toString();
    Run.of("check", "--write-baseline", baseline, folder.toString());

    assertThat(suppressions(results("--baseline", baseline)))
        .contains("open() external: accepted by the baseline '" + baseline + "'");
  }

  @Test
  void codeFlowLeadsFromTheAcquisitionOverTheReleaseToTheUse() throws IOException {
    source("Pager.java", RELEASED);
    JsonObject result = results().get(0).getAsJsonObject();

    List<Integer> lines = new ArrayList<>();
    at(result, "codeFlows", "threadFlows")
        .getAsJsonArray("locations")
        .forEach(step -> lines.add(line(step.getAsJsonObject().getAsJsonObject("location"))));

    assertThat(lines).containsExactly(13, 14, 15);
    assertThat(line(result.getAsJsonArray("locations").get(0).getAsJsonObject())).isEqualTo(15);
    List<Integer> related = new ArrayList<>();
    result
        .getAsJsonArray("relatedLocations")
        .forEach(location -> related.add(line(location.getAsJsonObject())));
    assertThat(related).contains(9, 14);
  }

  private static int line(JsonObject location) {
    return location
        .getAsJsonObject("physicalLocation")
        .getAsJsonObject("region")
        .get("startLine")
        .getAsInt();
  }
}
