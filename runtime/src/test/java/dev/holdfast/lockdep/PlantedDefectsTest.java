package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.Planted;
import dev.holdfast.lockdep.Report.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a validator must do, and validators that do not. */
final class PlantedDefectsTest {
  private static final int MANY = 10_000;
  private static final int LIMIT = 48;

  /** A validator of which a test overrides something. */
  private static class Defective extends Validator {
    Defective(Consumer<Report> reports) {
      super(reports, validator -> {}, new LockGraph());
    }
  }

  @Test
  @Planted("a lock that was only tried is ordered after what is held")
  void triedLocksAreNotOrdered() {
    isCaught(
        PlantedDefectsTest::tryAgainstTheOrder,
        new Lab(
            reports ->
                new Defective(reports) {
                  @Override
                  void acquired(Object lock, LockClass cls, Mode mode, boolean tried) {
                    if (tried) {
                      acquiring(lock, cls, mode);
                    }
                    super.acquired(lock, cls, mode, tried);
                  }
                }));
  }

  private static void tryAgainstTheOrder(Lab lab) {
    TrackedLock first = lab.lock("first");
    TrackedLock second = lab.lock("second");
    lab.order(first, second);
    second.lock();
    assertThat(first.tryLock()).isTrue();
    first.unlock();
    second.unlock();

    lab.assertSilent();
  }

  @Test
  @Planted("a cycle counts though it is weak")
  void weakCyclesAreNoDeadlock() {
    LockGraph blind =
        new LockGraph() {
          @Override
          boolean mayFollow(Edge last, Edge next) {
            return true;
          }
        };
    isCaught(
        PlantedDefectsTest::closeAWeakCycle,
        new Lab(reports -> new Validator(reports, validator -> {}, blind)));
  }

  private static void closeAWeakCycle(Lab lab) {
    learn(lab, "x", Mode.EXCLUSIVE, "y", Mode.SHARED);
    learn(lab, "y", Mode.SHARED, "z", Mode.SHARED_RECURSIVE);
    learn(lab, "z", Mode.SHARED, "x", Mode.SHARED);

    lab.assertSilent();
  }

  private static void learn(Lab lab, String held, Mode how, String wanted, Mode then) {
    Object lock = new Object();
    lab.validator().acquired(lock, LockClass.of(held), how, false);
    lab.validator().acquiring(new Object(), LockClass.of(wanted), then);
    lab.validator().released(lock, how);
  }

  @Test
  @Planted("what is held beyond a number of locks is forgotten")
  void recordsAsManyHoldsAsThereAre() {
    isCaught(
        PlantedDefectsTest::holdMany,
        new Lab(
            reports ->
                new Defective(reports) {
                  @Override
                  void nested(Object outer, Object inner, LockClass innerCls) {
                    if (held().size() < LIMIT) {
                      super.nested(outer, inner, innerCls);
                    }
                  }
                }));
  }

  private static void holdMany(Lab lab) {
    Object space = new Object();
    LockClass region = LockClass.of("region");
    lab.validator().acquired(space, LockClass.of("space"), Mode.EXCLUSIVE, false);
    for (int i = 0; i < MANY; i++) {
      lab.validator().nested(space, new Object(), region);
    }
    assertThat(lab.validator().held()).hasSize(1 + MANY);
    lab.validator().endNested(space);
    assertThat(lab.validator().held()).hasSize(1);
  }

  @Test
  @Planted("a thread that ends with a lock held goes unnoticed")
  void leaksAreReported() {
    isCaught(
        PlantedDefectsTest::endWithALockHeld,
        new Lab(
            reports ->
                new Defective(reports) {
                  @Override
                  void sweep() {}
                }));
  }

  private static void endWithALockHeld(Lab lab) {
    try {
      Lab.inThread(lab.lock("leaked")::lock);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    lab.validator().sweep();

    lab.assertReported(Kind.THREAD_ENDED);
  }

  /** A scenario goes well, and fails with the defect. */
  private static void isCaught(Consumer<Lab> scenario, Lab defective) {
    scenario.accept(new Lab());

    assertThatThrownBy(() -> scenario.accept(defective)).isInstanceOf(AssertionError.class);
  }
}
