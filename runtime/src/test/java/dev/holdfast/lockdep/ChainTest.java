package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hash by which a chain of locks is known again. */
final class ChainTest {
  private static final LockClass A = LockClass.of("a");
  private static final LockClass B = LockClass.of("b");
  private static final LockClass C = LockClass.of("c");

  @Test
  void isTheSameForOtherInstancesOfTheClasses() {
    assertThat(chain(A, Mode.EXCLUSIVE, B)).isEqualTo(chain(A, Mode.EXCLUSIVE, B));
    assertThat(chain(A, Mode.EXCLUSIVE, B))
        .isEqualTo(chain(LockClass.of("a"), Mode.EXCLUSIVE, LockClass.of("b")));
  }

  @Test
  void differsWhereTheRulesDiffer() {
    Set<Long> chains = new HashSet<>();
    for (Mode mode : Mode.values()) {
      chains.add(chain(A, mode, B));
      chains.add(chain(A, mode, C));
      chains.add(chain(B, mode, A));
      chains.add(chain(A.subclass(1), mode, B));
    }

    assertThat(chains).hasSize(12);
  }

  @Test
  void differsForWhatIsNested() {
    Object outer = new Object();
    HeldList list = new HeldList(Thread.currentThread());
    list.add(outer, A, Mode.EXCLUSIVE, false);
    long before = list.chain(C, Mode.EXCLUSIVE, null);
    list.nest(outer, new Object(), B);
    long nested = list.chain(C, Mode.EXCLUSIVE, null);
    list.nest(outer, new Object(), B);

    assertThat(nested).isNotEqualTo(before);
    assertThat(list.chain(C, Mode.EXCLUSIVE, null)).isEqualTo(nested);
    assertThat(list.chain(C, Mode.EXCLUSIVE, outer)).isNotEqualTo(nested);
  }

  private static long chain(LockClass held, Mode mode, LockClass wanted) {
    HeldList list = new HeldList(Thread.currentThread());
    list.add(new Object(), held, mode, false);
    return list.chain(wanted, Mode.EXCLUSIVE, null);
  }
}
