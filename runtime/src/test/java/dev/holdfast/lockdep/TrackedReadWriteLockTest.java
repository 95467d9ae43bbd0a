package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

final class TrackedReadWriteLockTest {
  private final Lab lab = new Lab();
  private final TrackedReadWriteLock users = lab.readWriteLock("users");
  private final TrackedReadWriteLock orders = lab.readWriteLock("orders");

  @Test
  void acceptsRecursiveReadsInBothOrders() {
    lab.order(users.readLock(), orders.readLock());
    lab.order(orders.readLock(), users.readLock());

    lab.assertSilent();
  }

  @Test
  void reportsReadsInBothOrdersIfReadersAreNotRecursive() {
    TrackedReadWriteLock first = nonRecursive("first");
    TrackedReadWriteLock second = nonRecursive("second");
    lab.order(first.readLock(), second.readLock());
    lab.order(second.readLock(), first.readLock());

    lab.assertReported(Kind.ORDER_CYCLE);
    assertThat(lab.onlyReport().scenario()).contains("as soon as a writer is queued for");
  }

  @Test
  void reportsAWriteInTheOppositeOrderOfReads() {
    lab.order(users.readLock(), orders.writeLock());
    lab.order(orders.readLock(), users.writeLock());

    lab.assertReported(Kind.ORDER_CYCLE);
    assertThat(lab.onlyReport().scenario()).doesNotContain("queued");
  }

  @Test
  void acceptsOneReadInTheOppositeOrder() {
    lab.order(users.readLock(), orders.readLock());
    lab.order(orders.readLock(), users.writeLock());

    lab.assertSilent();
  }

  @Test
  void reportsAnUpgradeThatWaitsForItself() {
    lab.validator()
        .onReport(
            report -> {
              throw new LockDepException(report);
            });
    users.readLock().lock();

    try {
      users.writeLock().lock();
      throw new AssertionError("the upgrade went through");
    } catch (LockDepException e) {
      assertThat(e.report().kind()).isEqualTo(Kind.RECURSION);
    }
    assertThat(lab.holds(users)).containsExactly(true);
  }

  @Test
  void acceptsAnUpgradeThatIsOnlyTried() {
    users.readLock().lock();

    assertThat(users.writeLock().tryLock()).isFalse();
    lab.assertSilent();
  }

  @Test
  void downgradesByReadingUnderTheWriteLock() {
    users.writeLock().lock();
    users.readLock().lock();
    users.writeLock().unlock();

    Query query = new Query(lab.validator());
    assertThat(query.isHeld(users, Mode.SHARED)).isEqualTo(Held.HELD);
    assertThat(query.isHeld(users, Mode.EXCLUSIVE)).isEqualTo(Held.NOT_HELD);
    users.readLock().unlock();
    assertThat(lab.holds(users)).containsExactly(false);
    lab.assertSilent();
  }

  @Test
  void countsReentrantHoldsInBothModes() {
    users.writeLock().lock();
    users.writeLock().lock();
    users.readLock().lock();
    users.writeLock().unlock();

    assertThat(lab.validator().held()).extracting(Hold::depth).containsExactly(2);
    assertThat(lab.holds(users.writeLock())).containsExactly(true);
  }

  @Test
  void takesTheWriteHoldForTheReadView() {
    users.writeLock().lock();

    assertThat(lab.holds(users.readLock(), users.writeLock())).containsExactly(true, true);
  }

  @Test
  void doesNotTakeTheReadHoldForTheWriteView() {
    users.readLock().lock();

    assertThat(lab.holds(users.readLock(), users.writeLock())).containsExactly(true, false);
  }

  private TrackedReadWriteLock nonRecursive(String cls) {
    return Tracked.readWriteLock(
        lab.validator(), new StampedLock().asReadWriteLock(), LockClass.of(cls));
  }
}
