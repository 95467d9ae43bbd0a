package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Earlier rules for "this thread has the region locked", each with the mistakes that made it
 * earlier. The situations that tell them from the right rule are shown to do so.
 */
final class AssertionHistoryTest {
  /** A rule, with the situations in which it accuses wrongly and those in which it misses. */
  enum Rule {
    ANY_HOLDER(
        "locked by anyone passes",
        Set.of(),
        Set.of(
            Situation.OTHERS_READ,
            Situation.OTHERS_READ_UNDER_MY_MMAP_READ,
            Situation.OTHERS_WRITE,
            Situation.OTHERS_WRITE_WITH_SPURIOUS_READER)) {
      @Override
      boolean passes(Situation.Scene scene) {
        return scene.region().count() > 1
            || scene.space().exclusion().isWriteLocked(scene.region());
      }
    },
    COUNT_ABOVE_ONE(
        "a count above one passes",
        Set.of(),
        Set.of(
            Situation.OTHERS_READ,
            Situation.OTHERS_READ_UNDER_MY_MMAP_READ,
            Situation.OTHERS_WRITE_WITH_SPURIOUS_READER)) {
      @Override
      boolean passes(Situation.Scene scene) {
        return scene.region().count() > 1 || Checks.isWriteLockedByMe(scene.region());
      }
    },
    COUNT_DECIDES_THE_MODE(
        "a count above one, unless the writer is alone, must be this thread's read lock",
        Set.of(Situation.REGION_WRITE_WITH_SPURIOUS_READER),
        Set.of()) {
      @Override
      boolean passes(Situation.Scene scene) {
        int count = scene.region().count();
        return count > 1 && !RegionState.mayEndWait(count)
            ? Holds.readHeld(scene.region()) == dev.holdfast.lockdep.Held.HELD
            : Checks.isWriteLockedByMe(scene.region());
      }
    },
    COUNT_BELOW_FLAG(
        "read-locked is a count between one and the flag",
        Set.of(
            Situation.REGION_WRITE_WITH_SPURIOUS_READER,
            Situation.REGION_READ_WHILE_A_WRITER_WAITS),
        Set.of()) {
      @Override
      boolean passes(Situation.Scene scene) {
        int count = scene.region().count();
        return 1 < count && count < RegionState.EXCLUDE
            ? Holds.readHeld(scene.region()) == dev.holdfast.lockdep.Held.HELD
            : Checks.isWriteLockedByMe(scene.region());
      }
    },
    IF_HELD_THEN_HELD(
        "asserts that what is held is held",
        Set.of(),
        Arrays.stream(Situation.values())
            .filter(s -> !s.regionRead && !s.regionWrite)
            .collect(Collectors.toSet())) {
      @Override
      boolean passes(Situation.Scene scene) {
        boolean held = Holds.readHeld(scene.region()) == dev.holdfast.lockdep.Held.HELD;
        return !held || held;
      }
    },
    STATE("this runtime, without tracking", Set.of(), missedByState()) {
      @Override
      boolean passes(Situation.Scene scene) {
        return decide(scene, AssertionMode.STATE);
      }
    },
    OWNERSHIP("this runtime, with tracking", Set.of(), Set.of()) {
      @Override
      boolean passes(Situation.Scene scene) {
        return decide(scene, AssertionMode.OWNERSHIP);
      }
    };

    final String words;
    final Set<Situation> accuses;
    final Set<Situation> misses;

    Rule(String words, Set<Situation> accuses, Set<Situation> misses) {
      this.words = words;
      this.accuses = accuses;
      this.misses = misses;
    }

    abstract boolean passes(Situation.Scene scene);

    private static Set<Situation> missedByState() {
      return Set.of(Situation.OTHERS_READ, Situation.OTHERS_READ_UNDER_MY_MMAP_READ);
    }

    private static boolean decide(Situation.Scene scene, AssertionMode mode) {
      try {
        Checks.locked(scene.region(), mode);
        return true;
      } catch (AssertionError e) {
        return false;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void accusesWronglyExactlyHere(Rule rule) {
    Set<Situation> accused = new TreeSet<>();
    for (Situation situation : Situation.values()) {
      situation.stage(
          scene -> {
            boolean locked = situation.regionRead || situation.regionWrite;
            if (locked && !rule.passes(scene)) {
              accused.add(situation);
            }
          });
    }
    assertThat(accused).as(rule.words).isEqualTo(rule.accuses);
  }

  @ParameterizedTest
  @EnumSource
  void missesExactlyHere(Rule rule) {
    Set<Situation> missed = new TreeSet<>();
    for (Situation situation : Situation.values()) {
      situation.stage(
          scene -> {
            boolean locked = situation.regionRead || situation.regionWrite;
            if (!locked && rule.passes(scene)) {
              missed.add(situation);
            }
          });
    }
    assertThat(missed).as(rule.words).isEqualTo(rule.misses);
  }
}
