package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.Report.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

final class TrackedStampedLockTest {
  private final Lab lab = new Lab();
  private final TrackedStampedLock map = lab.stampedLock("map");
  private final TrackedLock log = lab.lock("log");
  private final Query query = new Query(lab.validator());

  @Test
  void overridesEveryMethodThatTouchesTheState() {
    assertThat(StampedLock.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .allMatch(TrackedStampedLockTest::isOverridden);
  }

  @Test
  void recordsEachWayOfTakingIt() throws InterruptedException {
    map.unlockWrite(checked(map.writeLock(), Mode.EXCLUSIVE));
    map.unlockWrite(checked(map.tryWriteLock(), Mode.EXCLUSIVE));
    map.unlockWrite(checked(map.tryWriteLock(1, TimeUnit.HOURS), Mode.EXCLUSIVE));
    map.unlockWrite(checked(map.writeLockInterruptibly(), Mode.EXCLUSIVE));
    map.unlockRead(checked(map.readLock(), Mode.SHARED));
    map.unlockRead(checked(map.tryReadLock(), Mode.SHARED));
    map.unlockRead(checked(map.tryReadLock(1, TimeUnit.HOURS), Mode.SHARED));
    map.unlock(checked(map.readLockInterruptibly(), Mode.SHARED));

    assertThat(lab.validator().held()).isEmpty();
    lab.assertSilent();
  }

  @Test
  void reportsReadsInBothOrders() {
    TrackedStampedLock other = lab.stampedLock("other");
    nest(map, other);
    nest(other, map);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void acceptsReadsInOneOrder() {
    TrackedStampedLock other = lab.stampedLock("other");
    nest(map, other);
    nest(map, other);

    lab.assertSilent();
  }

  @Test
  void reportsASecondReadByOneThread() {
    map.readLock();
    map.readLock();

    lab.assertReported(Kind.RECURSION);
  }

  @Test
  void acceptsASecondReadThatIsOnlyTried() {
    map.readLock();
    map.tryReadLock();

    lab.assertSilent();
    assertThat(lab.validator().held()).extracting(Hold::depth).containsExactly(2);
  }

  @Test
  void holdsNothingForAnOptimisticRead() {
    long stamp = map.tryOptimisticRead();

    assertThat(map.validate(stamp)).isTrue();
    assertThat(lab.holds(map)).containsExactly(false);
  }

  @Test
  void convertsBetweenModes() {
    long stamp = map.tryConvertToWriteLock(map.tryOptimisticRead());
    assertHeld(Mode.EXCLUSIVE);
    stamp = map.tryConvertToReadLock(stamp);
    assertHeld(Mode.SHARED);
    stamp = map.tryConvertToWriteLock(stamp);
    assertHeld(Mode.EXCLUSIVE);
    stamp = map.tryConvertToOptimisticRead(stamp);
    assertThat(lab.validator().held()).isEmpty();
    assertThat(map.tryConvertToReadLock(stamp)).isNotZero();
    assertHeld(Mode.SHARED);
    assertThat(map.tryUnlockRead()).isTrue();
    assertThat(lab.validator().held()).isEmpty();
    lab.assertSilent();
  }

  @Test
  void doesNotOrderAConversionAfterOtherLocks() {
    long stamp = map.writeLock();
    log.lock();
    log.unlock();
    map.unlockWrite(stamp);
    log.lock();
    map.tryConvertToWriteLock(map.tryOptimisticRead());

    lab.assertSilent();
  }

  @Test
  void keepsTheRecordIfTheStampIsNotValid() {
    long stamp = map.writeLock();

    assertThatThrownBy(() -> map.unlockWrite(stamp + 256))
        .isInstanceOf(IllegalMonitorStateException.class);
    assertHeld(Mode.EXCLUSIVE);
    map.unlockWrite(stamp);
    assertThat(lab.validator().held()).isEmpty();
  }

  @Test
  void followsItsViews() {
    map.asReadLock().lock();
    assertHeld(Mode.SHARED);
    map.asReadLock().unlock();
    map.asWriteLock().lock();
    assertHeld(Mode.EXCLUSIVE);
    map.asReadWriteLock().writeLock().unlock();

    assertThat(lab.validator().held()).isEmpty();
  }

  private static boolean isOverridden(Method method) {
    try {
      Class<?>[] types = method.getParameterTypes();
      return TrackedStampedLock.class.getDeclaredMethod(method.getName(), types) != null;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private long checked(long stamp, Mode mode) {
    assertHeld(mode);
    return stamp;
  }

  private void assertHeld(Mode mode) {
    assertThat(query.isHeld(map, mode)).isEqualTo(Held.HELD);
    assertThat(lab.validator().held()).hasSize(1).allMatch(hold -> hold.depth() == 1);
  }

  private static void nest(TrackedStampedLock outer, TrackedStampedLock inner) {
    long first = outer.readLock();
    inner.unlockRead(inner.readLock());
    outer.unlockRead(first);
  }
}
