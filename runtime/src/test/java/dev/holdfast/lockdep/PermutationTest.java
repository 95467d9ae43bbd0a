package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import org.junit.jupiter.api.Test;

/**
 * Every way for two threads to take two locks, and for three threads to take three, in a circle.
 * The verdict comes from who would wait for whom, written out here once more.
 */
final class PermutationTest {
  /** Row: holder. Column: newcomer. In the order of {@link Mode}. */
  private static final String[] WAITS = {"yyy", "yyn", "yyn"};

  @Test
  void judgesTwoLocksInAllModes() {
    int deadlocks = 0;
    for (int code = 0; code < 81; code++) {
      Mode[] held = {mode(code, 0), mode(code, 1)};
      Mode[] wanted = {mode(code, 2), mode(code, 3)};
      deadlocks += judge(held, wanted) ? 1 : 0;
    }
    assertThat(deadlocks).isBetween(1, 80);
  }

  @Test
  void judgesThreeLocksInAllModes() {
    int deadlocks = 0;
    for (int code = 0; code < 729; code++) {
      Mode[] held = {mode(code, 0), mode(code, 1), mode(code, 2)};
      Mode[] wanted = {mode(code, 3), mode(code, 4), mode(code, 5)};
      deadlocks += judge(held, wanted) ? 1 : 0;
    }
    assertThat(deadlocks).isBetween(1, 728);
  }

  @Test
  void acceptsOneOrderInAllModes() {
    for (int code = 0; code < 81; code++) {
      Lab lab = new Lab();
      step(lab, "a", mode(code, 0), "b", mode(code, 1));
      step(lab, "a", mode(code, 2), "b", mode(code, 3));
      lab.assertSilent();
    }
  }

  @Test
  void acceptsThreeLocksWithoutACircleInAllModes() {
    for (int code = 0; code < 729; code++) {
      Lab lab = new Lab();
      step(lab, "a", mode(code, 0), "b", mode(code, 1));
      step(lab, "b", mode(code, 2), "c", mode(code, 3));
      step(lab, "a", mode(code, 4), "c", mode(code, 5));
      lab.assertSilent();
    }
  }

  /**
   * Thread i holds lock i and waits for lock i + 1: all wait if each is kept out by the next one's
   * hold.
   */
  private static boolean judge(Mode[] held, Mode[] wanted) {
    int n = held.length;
    Lab lab = new Lab();
    boolean deadlock = true;
    for (int i = 0; i < n; i++) {
      int next = (i + 1) % n;
      step(lab, "lock" + i, held[i], "lock" + next, wanted[i]);
      deadlock &= WAITS[held[next].ordinal()].charAt(wanted[i].ordinal()) == 'y';
    }
    if (deadlock) {
      lab.assertReported(Kind.ORDER_CYCLE);
    } else {
      lab.assertSilent();
    }
    return deadlock;
  }

  private static void step(Lab lab, String outer, Mode held, String inner, Mode wanted) {
    Validator validator = lab.validator();
    Object first = new Object();
    Object second = new Object();
    validator.acquired(first, LockClass.of(outer), held, true);
    validator.acquiring(second, LockClass.of(inner), wanted);
    validator.acquired(second, LockClass.of(inner), wanted, false);
    assertThat(validator.released(second, wanted)).isTrue();
    assertThat(validator.released(first, held)).isTrue();
  }

  private static Mode mode(int code, int digit) {
    int shifted = code;
    for (int i = 0; i < digit; i++) {
      shifted /= 3;
    }
    return Mode.values()[shifted % 3];
  }
}
