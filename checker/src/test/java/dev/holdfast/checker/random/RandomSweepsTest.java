package dev.holdfast.checker.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.javac.CheckSession;
import dev.holdfast.checker.random.Judge.Kind;
import dev.holdfast.checker.random.Run.Answer;
import dev.holdfast.checker.random.SweepGenerator.Made;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares findings in random programs that take the locks of the elements of an array or list one
 * by one with what an oracle knows that runs all their paths. How many files there are, and from
 * which seed on, is said as for {@link RandomProgramsTest}.
 */
final class RandomSweepsTest {
  private static final int PROGRAMS = 60;
  private static final int[] CARELESSNESS = {0, 4, 0, 12};

  private static final String HEAD =
      """
      import dev.holdfast.annotations.*;
      import java.util.List;
      import java.util.concurrent.locks.ReentrantLock;

      abstract class Programs {
        static final class Shard {
          final ReentrantLock lock = new ReentrantLock();
          @GuardedBy("lock") int size;
        }

        abstract boolean unknown();
        abstract void work();
      """;

  private static final Map<String, Kind> KINDS =
      Map.of(
          "UnguardedAccess", Kind.ACCESS,
          "ReleaseNotHeld", Kind.RELEASE,
          /* of what a helper gives up */
          "LockNotHeld", Kind.RELEASE,
          "LockLeak", Kind.LEAK,
          "LockLeakOnThrow", Kind.LEAK_ON_THROW);

  @TempDir Path work;

  /** A program, where it stands, and what was found in it. */
  private record Checked(Made program, int from, List<Diagnostic> findings) {
    String text() {
      StringBuilder result = new StringBuilder();
      int line = from;
      for (List<String> part : List.of(program.method().lines(), program.helpers())) {
        for (String each : part) {
          result.append("%4d %s%n".formatted(line++, each));
        }
      }
      findings.forEach(
          f -> result.append("%4d %s: %s%n".formatted(f.range().line(), f.rule(), f.message())));
      return result.toString();
    }

    /** What was found; null stands for what cannot be wrong in these programs. */
    List<Kind> found() {
      return findings.stream().map(finding -> KINDS.get(finding.rule())).toList();
    }

    /** Where several elements are left held, others may have been given up in their place. */
    boolean speaksOf(Kind kind) {
      return found().contains(kind)
          || kind == Kind.RELEASE && findings.stream().anyMatch(Checked::isOfSeveral);
    }

    /**
     * Whether another finding about the same locks may keep it silent: what is not held is told
     * once, be it that it is needed or given up, and so is what is given up in place of another.
     */
    boolean hides(Kind kind) {
      return kind == Kind.RELEASE && found().contains(Kind.ACCESS)
          || (kind == Kind.LEAK || kind == Kind.LEAK_ON_THROW) && found().contains(Kind.RELEASE);
    }

    private static boolean isOfSeveral(Diagnostic finding) {
      return finding.message().contains(" element");
    }
  }

  @Test
  void findsWhatIsWrongOnSomePathAndNothingElse() throws IOException, URISyntaxException {
    long seed = Long.getLong("random.seed", 1);
    int files = Integer.getInteger("random.files", 24) / 2;
    int right = 0;
    int wrong = 0;
    int hidden = 0;
    for (int file = 0; file < files; file++) {
      for (Checked each : check(seed + file, CARELESSNESS[file % CARELESSNESS.length])) {
        Answer exact = Run.ask(each.program.method().effect(), false);
        String where = "seed " + (seed + file) + "\n" + each.text();
        List<Kind> missed = missed(each, exact);
        assertThat(missed).as(where).allMatch(each::hides);
        hidden += missed.isEmpty() ? 0 : 1;
        if (!exact.first().isEmpty()) {
          wrong++;
        } else if (!each.program.isCareless()) {
          assertThat(isInvented(each)).as(where).isFalse();
          right++;
        }
      }
    }
    assertThat(right).isGreaterThan(files * PROGRAMS / 3);
    assertThat(wrong).isGreaterThan(files * PROGRAMS / 10);
    assertThat(hidden).isLessThanOrEqualTo(1 + wrong / 50);
  }

  @Test
  void noRuleCanBeLeftOut() throws IOException, URISyntaxException {
    Set<Kind> needed = EnumSet.noneOf(Kind.class);
    for (Checked each : check(1, 12)) {
      Answer exact = Run.ask(each.program.method().effect(), false);
      needed.addAll(missed(new Checked(each.program, each.from, List.of()), exact));
    }
    assertThat(needed).isEqualTo(Set.copyOf(KINDS.values()));
  }

  private static List<Kind> missed(Checked each, Answer exact) {
    return exact.first().stream().filter(kind -> !each.speaksOf(kind)).toList();
  }

  /** Whether something was found in a program in which nothing is wrong even if elements throw. */
  private static boolean isInvented(Checked each) {
    Answer wide = Run.ask(each.program.method().effect(), true);
    boolean onlyOnThrow = EnumSet.of(Kind.LEAK_ON_THROW).containsAll(wide.all());
    return wide.all().isEmpty() && !each.findings.isEmpty()
        || onlyOnThrow && each.found().stream().anyMatch(kind -> kind != Kind.LEAK_ON_THROW);
  }

  /** Writes and checks a file of programs; those that were given up are left out. */
  private List<Checked> check(long seed, int carelessness) throws IOException, URISyntaxException {
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    List<Made> programs = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      programs.add(SweepGenerator.of(seed * PROGRAMS + i, carelessness));
      lines.add("void m" + i);
      starts.add(lines.size() + 1);
      lines.addAll(programs.get(i).method().lines());
      lines.addAll(programs.get(i).helpers());
    }
    starts.add(lines.size() + 1);
    lines.add("}");
    CheckSession.Result result = Checks.check(work, String.join("\n", lines), PROGRAMS);
    List<Checked> checked = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      String name = ".m" + i + "(";
      if (result.notAnalysed().stream().anyMatch(words -> words.contains(name))) {
        continue;
      }
      int from = starts.get(i);
      int to = starts.get(i + 1);
      List<Diagnostic> findings =
          result.findings().stream()
              .filter(f -> f.range().line() >= from && f.range().line() < to)
              .toList();
      checked.add(new Checked(programs.get(i), from, findings));
    }
    return checked;
  }
}
