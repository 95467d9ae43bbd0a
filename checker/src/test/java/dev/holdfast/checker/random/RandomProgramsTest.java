package dev.holdfast.checker.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.javac.CheckSession;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares findings in random programs with what an oracle knows that runs all their paths. How
 * many files of sixty programs, and from which seed on, can be said with {@code -Drandom.files} and
 * {@code -Drandom.seed}; a quarter as many are about nodes.
 */
final class RandomProgramsTest {
  private static final int PROGRAMS = 60;
  private static final int[] CARELESSNESS = {0, 3, 12, 40};

  @TempDir Path work;

  /** Makes the program of a seed. */
  private interface Maker {
    Program program(long seed, int carelessness, String name);
  }

  /** A program, what was found in it, and where it stands. */
  private record Checked(
      Program program, List<Diagnostic> findings, SourceWriter source, int index) {
    Checked with(List<Diagnostic> others) {
      return new Checked(program, others, source, index);
    }

    Checked withoutLock(Lock lock) {
      return with(findings.stream().filter(f -> !Comparison.isAbout(f, lock.object)).toList());
    }

    Checked without(String rule) {
      return with(findings.stream().filter(finding -> !finding.rule().equals(rule)).toList());
    }
  }

  @Test
  void findsWhatIsWrongOnSomePathAndNothingElse() throws IOException, URISyntaxException {
    agrees(Generator::of, Integer.getInteger("random.files", 24), 4, 1);
  }

  @Test
  void findsTheSameAsIsWrongWithNodes() throws IOException, URISyntaxException {
    agrees(Generator::withNodes, Integer.getInteger("random.files", 24) / 4, 8, 4);
  }

  /** At least one in so many programs has a finding. */
  private void agrees(Maker maker, int files, int oneIn, int percent)
      throws IOException, URISyntaxException {
    long seed = Long.getLong("random.seed", 1);
    int findings = 0;
    List<String> uncorrelated = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      for (Checked each : check(maker, seed + file, CARELESSNESS[file % CARELESSNESS.length])) {
        Comparison compared = compared(each);
        if (compared == null) {
          continue;
        }
        String where = "seed " + (seed + file) + "\n" + each.source.excerpt(each.index);
        assertThat(compared.missed()).as(where).isEmpty();
        if (each.program.hasNodes()) {
          /* Objects are told apart, but not among any number of paths. */
          compared.invented().forEach(words -> uncorrelated.add(words + "\n" + where));
        } else {
          assertThat(compared.invented()).as(where).isEmpty();
        }
        compared.uncorrelated().forEach(words -> uncorrelated.add(words + "\n" + where));
        findings += each.findings.size();
      }
    }
    assertThat(findings).isGreaterThan(files * PROGRAMS / oneIn);
    /* Conditions are tracked, but not for ever, and what a call gives need not be new. */
    assertThat(uncorrelated)
        .hasSizeLessThanOrEqualTo(Math.max(2 + percent / 2, findings * percent / 100));
  }

  @Test
  void aFindingLessIsMissed() throws IOException, URISyntaxException {
    int missed = 0;
    for (Checked each : check(1, 12)) {
      Comparison compared = compared(each);
      if (compared != null && !each.findings.isEmpty()) {
        missed += compared(each.with(List.of())).missed().isEmpty() ? 0 : 1;
      }
    }
    assertThat(missed).isGreaterThan(PROGRAMS / 4);
  }

  @Test
  void noRuleCanBeLeftOut() throws IOException, URISyntaxException {
    List<Checked> all = new ArrayList<>(check(1, 40));
    all.addAll(check(4, 40));
    for (String rule : Comparison.RULES) {
      int missed = 0;
      for (Checked each : all) {
        Comparison compared = compared(each.without(rule));
        missed += compared == null ? 0 : compared.missed().size();
      }
      assertThat(missed).as(rule).isPositive();
    }
  }

  @Test
  void noLockCanBeLeftOut() throws IOException, URISyntaxException {
    List<Checked> all = check(1, 40);
    for (Lock lock : Lock.values()) {
      int missed = 0;
      for (Checked each : all) {
        Comparison compared = compared(each.withoutLock(lock));
        missed += compared == null ? 0 : compared.missed().size();
      }
      assertThat(missed).as(lock.object).isPositive();
    }
  }

  @Test
  void aFindingInTheWrongProgramIsInvented() throws IOException, URISyntaxException {
    List<Checked> all = check(1, 12);
    List<Diagnostic> strange = new ArrayList<>();
    all.forEach(each -> strange.addAll(each.findings));
    int invented = 0;
    for (Checked each : all) {
      Comparison compared = compared(each.with(strange));
      invented += compared == null || compared.invented().isEmpty() ? 0 : 1;
    }
    assertThat(invented).isGreaterThan(PROGRAMS / 2);
  }

  /** Null where nobody knows what is wrong. */
  private static Comparison compared(Checked each) {
    try {
      return Comparison.of(each.program, each.findings, each.source::line);
    } catch (State.Undecided e) {
      return null;
    }
  }

  /** Writes and checks a file of programs; those that were given up are left out. */
  private List<Checked> check(long seed, int carelessness) throws IOException, URISyntaxException {
    return check(Generator::of, seed, carelessness);
  }

  private List<Checked> check(Maker maker, long seed, int carelessness)
      throws IOException, URISyntaxException {
    SourceWriter source = new SourceWriter();
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      programs.add(maker.program(seed * PROGRAMS + i, carelessness, "m" + i));
      source.program(programs.get(i));
    }
    CheckSession.Result result = Checks.check(work, source.source(), PROGRAMS);
    List<Checked> checked = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      String name = ".m" + i;
      if (result.notAnalysed().stream()
          .noneMatch(words -> words.contains(name + "(") || words.contains(name + "h"))) {
        checked.add(new Checked(programs.get(i), in(source, i, result.findings()), source, i));
      }
    }
    return checked;
  }

  private static List<Diagnostic> in(SourceWriter source, int index, List<Diagnostic> findings) {
    return findings.stream().filter(f -> source.programAt(f.range().line()) == index).toList();
  }
}
