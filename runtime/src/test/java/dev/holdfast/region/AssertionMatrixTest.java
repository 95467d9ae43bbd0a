package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.region.Situation.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every assertion in every situation in every mode. Tracking is on in this JVM, so all modes can
 * decide side by side; that a JVM obeys the one it was started with is {@link AssertionModesTest}'s
 * business.
 */
final class AssertionMatrixTest {
  /** An assertion, with the truth about each situation. */
  enum Assertion {
    SPACE_LOCKED((scene, mode) -> Checks.spaceLocked(scene.space(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.mmapRead || s.mmapWrite;
      }
    },
    SPACE_WRITE_LOCKED((scene, mode) -> Checks.spaceWriteLocked(scene.space(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.mmapWrite;
      }
    },
    SPACE_NOT_LOCKED((scene, mode) -> Checks.spaceNotLocked(scene.space(), mode)) {
      @Override
      boolean holds(Situation s) {
        return !s.mmapRead && !s.mmapWrite;
      }
    },
    LOCKED((scene, mode) -> Checks.locked(scene.region(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.regionRead || s.regionWrite;
      }
    },
    WRITE_LOCKED((scene, mode) -> Checks.writeLocked(scene.region(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.regionWrite;
      }
    },
    STABILISED((scene, mode) -> Checks.stabilised(scene.region(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.mmapRead || s.mmapWrite || s.regionRead || s.regionWrite;
      }
    },
    ATTACHED((scene, mode) -> Checks.attached(scene.region(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.attached;
      }
    },
    DETACHED((scene, mode) -> Checks.detached(scene.region(), mode)) {
      @Override
      boolean holds(Situation s) {
        return !s.attached;
      }
    },
    MUTABLE((scene, mode) -> Checks.mutable(scene.region(), mode)) {
      @Override
      boolean holds(Situation s) {
        return s.regionWrite || !s.attached;
      }
    };

    private final BiConsumer<Scene, AssertionMode> check;

    Assertion(BiConsumer<Scene, AssertionMode> check) {
      this.check = check;
    }

    abstract boolean holds(Situation situation);

    /** Whether a state that forgets who reads may take a stranger for a reader here. */
    boolean mayMiss(Situation situation) {
      return (this == LOCKED || this == STABILISED) && situation.othersRead;
    }

    final boolean passes(Scene scene, AssertionMode mode) {
      try {
        check.accept(scene, mode);
        return true;
      } catch (AssertionError e) {
        return false;
      }
    }
  }

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (Assertion assertion : Assertion.values()) {
      for (Situation situation : Situation.values()) {
        for (AssertionMode mode : AssertionMode.values()) {
          cells.add(Arguments.of(assertion, situation, mode));
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void decides(Assertion assertion, Situation situation, AssertionMode mode) {
    boolean expected =
        switch (mode) {
          case OFF -> true;
          case STATE -> assertion.holds(situation) || assertion.mayMiss(situation);
          case OWNERSHIP -> assertion.holds(situation);
        };
    situation.stage(scene -> assertThat(assertion.passes(scene, mode)).isEqualTo(expected));
  }
}
