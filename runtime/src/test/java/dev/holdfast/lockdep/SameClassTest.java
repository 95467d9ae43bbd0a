package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.Report.Kind;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

final class SameClassTest {
  private static final LockClass NODE = LockClass.of("node");

  private final Lab lab = new Lab();
  private final TrackedLock parent = lab.lock(NODE);
  private final TrackedLock child = lab.lock(NODE);

  @Test
  void reportsASecondLockOfTheClass() {
    lab.order(parent, child);

    lab.assertReported(Kind.SAME_CLASS);
  }

  @Test
  void acceptsASecondLockOfTheClassAtItsOwnLevel() {
    parent.lock();
    child.lockNested(1);

    lab.assertSilent();
  }

  @Test
  void reportsLevelsTakenInBothOrders() {
    parent.lock();
    child.lockNested(1);
    child.unlock();
    parent.unlock();
    child.lockNested(1);
    parent.lock();

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void reportsTwoLocksAtOneLevel() {
    parent.lockNested(1);
    child.lockNested(1);

    lab.assertReported(Kind.SAME_CLASS);
  }

  @Test
  void acceptsTwoReadersThatAreRecursive() {
    lab.order(lab.readWriteLock("node").readLock(), lab.readWriteLock("node").readLock());

    lab.assertSilent();
  }

  @Test
  void reportsTwoReadersThatAreNotRecursive() {
    lab.stampedLock("node").readLock();
    lab.stampedLock("node").readLock();

    lab.assertReported(Kind.SAME_CLASS);
  }

  @Test
  void acceptsASecondLockThatIsOnlyTried() {
    parent.lock();
    assertThat(child.tryLock()).isTrue();

    lab.assertSilent();
  }

  @Test
  void acceptsAnyOrderInsideALockThatSerialises() {
    TrackedLock tree = lab.lock("tree");
    for (int i = 0; i < 2; i++) {
      tree.lock();
      (i == 0 ? parent : child).lockNestedIn(tree);
      (i == 0 ? child : parent).lockNestedIn(tree);
      parent.unlock();
      child.unlock();
      tree.unlock();
    }

    lab.assertSilent();
    assertThat(lab.holds(tree, parent, child)).containsExactly(false, false, false);
  }

  @Test
  void reportsALockNestedInOneThatIsNotHeld() {
    parent.lockNestedIn(lab.lock("tree"));

    lab.assertReported(Kind.NEST_LOCK_NOT_HELD);
    assertThat(lab.holds(parent)).containsExactly(true);
  }

  @Test
  void ordersWhatIsTakenAfterNestedLocksAfterTheirClass() {
    TrackedLock tree = lab.lock("tree");
    TrackedLock log = lab.lock("log");
    tree.lock();
    parent.lockNestedIn(tree);
    log.lock();
    log.unlock();
    parent.unlock();
    tree.unlock();
    lab.order(log, child);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void keepsANestedLockHeldIfTheOuterOneIsReleasedFirst() {
    TrackedLock tree = lab.lock("tree");
    tree.lock();
    parent.lockNestedIn(tree);
    tree.unlock();

    assertThat(lab.holds(tree, parent)).containsExactly(false, true);
    parent.unlock();
    lab.assertSilent();
  }

  @Test
  void rejectsANestedReadLock() {
    TrackedLock read = lab.readWriteLock("table").readLock();

    assertThatThrownBy(() -> read.lockNestedIn(parent))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void rejectsALevelThatDoesNotExist() {
    assertThatThrownBy(() -> parent.lockNested(8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and 7");
    assertThatThrownBy(() -> NODE.subclass(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsAClassWithoutAName() {
    assertThatThrownBy(() -> LockClass.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesClassesOfOneNameAsOne() {
    assertThat(LockClass.of("node")).isEqualTo(NODE).hasSameHashCodeAs(NODE);
    assertThat(NODE.subclass(1)).isNotEqualTo(NODE).hasToString("node/1");
  }

  @Test
  void rejectsALockThatIsTrackedAlready() {
    TrackedStampedLock tracked = lab.stampedLock("node");

    assertThatThrownBy(() -> Tracked.stampedLock(tracked, NODE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tracked already");
    assertThat(Tracked.stampedLock(new StampedLock(), NODE)).isNotNull();
  }
}
