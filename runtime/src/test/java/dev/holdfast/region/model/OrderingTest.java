package dev.holdfast.region.model;

import static dev.holdfast.region.model.Orderings.Point.END_CYCLE;
import static dev.holdfast.region.model.Orderings.Point.END_WRITE;
import static dev.holdfast.region.model.Orderings.Point.INCLUDE;
import static dev.holdfast.region.model.Orderings.Point.PIN;
import static dev.holdfast.region.model.Orderings.Point.PUBLISH;
import static dev.holdfast.region.model.Orderings.Point.REGION_NUMBER;
import static dev.holdfast.region.model.Orderings.Point.SPACE_NUMBER;
import static dev.holdfast.region.model.Orderings.Point.UNPIN;
import static dev.holdfast.region.model.Orderings.Point.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.region.model.HappensBefore.Add;
import dev.holdfast.region.model.HappensBefore.Await;
import dev.holdfast.region.model.HappensBefore.Field;
import dev.holdfast.region.model.HappensBefore.Step;
import dev.holdfast.region.model.HappensBefore.Store;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the access modes of the compiled classes order what must be ordered, and that weaker ones do
 * not.
 */
public final class OrderingTest {
  private static final int COUNT = 0;
  private static final int NUMBER = 1;
  private static final Step WRITE = new Field(0, true);
  private static final Step READ = new Field(0, false);

  /** Small programs, each of which has no race if the modes are right. */
  enum Program {
    /** A reader that enters after a cycle sees what was written in it. */
    END_OF_CYCLE {
      @Override
      boolean races(Orderings modes) {
        return HappensBefore.races(
            new int[] {1, 1},
            List.of(
                List.of(WRITE, new Store(NUMBER, modes.of(END_CYCLE), 2)),
                List.of(new Await(NUMBER, modes.of(SPACE_NUMBER), n -> n == 2), READ)));
      }
    },
    /**
     * A reader that enters after the explicit end of a write lock sees what was written under it.
     */
    END_OF_WRITE {
      @Override
      boolean races(Orderings modes) {
        return HappensBefore.races(
            new int[] {1, 1},
            List.of(
                List.of(WRITE, new Store(NUMBER, modes.of(END_WRITE), -1)),
                List.of(new Await(NUMBER, modes.of(REGION_NUMBER), n -> n == -1), READ)));
      }
    },
    /** A reader that pins a recycled region sees its new key and value. */
    RECYCLING {
      @Override
      boolean races(Orderings modes) {
        return HappensBefore.races(
            new int[] {0},
            List.of(
                List.of(WRITE, new Store(COUNT, modes.of(PUBLISH), 1)),
                List.of(new Add(COUNT, modes.of(PIN), 1, n -> n > 0), READ)));
      }
    },
    /** Two readers leave in turn, then the writer writes: the first one's reads come before. */
    TWO_READERS_LEAVE {
      @Override
      boolean races(Orderings modes) {
        List<Step> reader = List.of(READ, new Add(COUNT, modes.of(UNPIN), -1, n -> true));
        return HappensBefore.races(
            new int[] {3},
            List.of(reader, reader, List.of(new Await(COUNT, modes.of(WAIT), n -> n == 1), WRITE)));
      }
    },
    /**
     * Two readers enter in turn after the flag was removed: the second sees the number that was
     * stored before. The number is accessed as a field, so that a missing edge shows.
     */
    TWO_READERS_ENTER {
      @Override
      boolean races(Orderings modes) {
        return HappensBefore.races(
            new int[] {17},
            List.of(
                List.of(WRITE, new Add(COUNT, modes.of(INCLUDE), -16, n -> true)),
                List.of(new Add(COUNT, modes.of(PIN), 1, n -> n < 16)),
                List.of(new Add(COUNT, modes.of(PIN), 1, n -> n < 16), READ)));
      }
    };

    abstract boolean races(Orderings modes);
  }

  @ParameterizedTest
  @EnumSource
  void compiledModesLeaveNoRace(Program program) throws IOException {
    assertThat(program.races(Orderings.compiled())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "END_OF_CYCLE,      END_CYCLE,     OPAQUE",
    "END_OF_CYCLE,      SPACE_NUMBER,  OPAQUE",
    "END_OF_WRITE,      END_WRITE,     OPAQUE",
    "END_OF_WRITE,      REGION_NUMBER, OPAQUE",
    "RECYCLING,         PUBLISH,       OPAQUE",
    "RECYCLING,         PIN,           OPAQUE",
    "RECYCLING,         PIN,           RELEASE",
    "TWO_READERS_LEAVE, UNPIN,         OPAQUE",
    "TWO_READERS_LEAVE, UNPIN,         RELEASE",
    "TWO_READERS_LEAVE, UNPIN,         ACQUIRE",
    "TWO_READERS_LEAVE, WAIT,          OPAQUE",
    "TWO_READERS_ENTER, PIN,           ACQUIRE",
    "TWO_READERS_ENTER, INCLUDE,       OPAQUE",
    "TWO_READERS_ENTER, INCLUDE,       ACQUIRE",
  })
  void weakerModeRaces(Program program, Orderings.Point point, Access access) throws IOException {
    assertThat(program.races(Orderings.compiled().with(point, access))).isTrue();
  }

  /** What a store-load order needs is beyond edges: both sides must be volatile. */
  @Test
  void everyReadModifyWriteOfTheCountIsVolatile() throws IOException {
    Orderings modes = Orderings.compiled();
    for (Orderings.Point point :
        List.of(PIN, UNPIN, WAIT, INCLUDE, Orderings.Point.EXCLUDE, Orderings.Point.UNPUBLISH)) {
      assertThat(modes.of(point)).as(point.name()).isEqualTo(Access.VOLATILE);
    }
  }
}
