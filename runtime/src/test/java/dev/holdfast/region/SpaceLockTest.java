package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SpaceLockTest {
  private final SpaceLock lock = new SpaceLock("the space");

  @Test
  void readersShare() {
    lock.lockRead();
    Actor.run(
        () -> {
          lock.lockRead();
          assertThat(lock.isReader()).isTrue();
          lock.unlockRead();
        });
    lock.unlockRead();
  }

  @Test
  void writerExcludesEverybody() {
    lock.lockWrite();
    Actor.run(
        () -> {
          assertThat(lock.tryLockRead()).isFalse();
          assertThat(lock.tryLockWrite()).isFalse();
        });
    lock.unlockWrite();
    Actor.run(
        () -> {
          assertThat(lock.tryLockWrite()).isTrue();
          lock.unlockWrite();
        });
  }

  @Test
  void waitingWriterKeepsNewReadersOut() {
    lock.lockRead();
    Actor writer =
        Actor.start(
            () -> {
              lock.lockWrite();
              lock.unlockWrite();
            });
    writer.awaitBlocked();
    Actor.run(() -> assertThat(lock.tryLockRead()).isFalse());
    Actor reader =
        Actor.start(
            () -> {
              lock.lockRead();
              lock.unlockRead();
            });
    reader.awaitBlocked();
    lock.unlockRead();
    writer.join();
    reader.join();
  }

  @Test
  void recursionIsRefusedInsteadOfWaitingForOneself() {
    lock.lockRead();
    assertThatThrownBy(lock::lockRead).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(lock::lockWrite)
        .isInstanceOf(IllegalMonitorStateException.class)
        .hasMessageContaining("the space")
        .hasMessageContaining("holds it for reading already");
    assertThat(lock.tryLockRead()).isFalse();
    assertThat(lock.tryLockWrite()).isFalse();
    lock.unlockRead();
    lock.lockWrite();
    assertThatThrownBy(lock::lockWrite).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(lock::lockReadInterruptibly)
        .isInstanceOf(IllegalMonitorStateException.class);
    assertThat(lock.tryLockRead()).isFalse();
    assertThat(lock.tryLockWrite()).isFalse();
    lock.unlockWrite();
    assertFree();
  }

  @Test
  void releaseOfWhatIsNotHeldNamesTheHolderAndChangesNothing() {
    assertThatThrownBy(lock::unlockRead)
        .isInstanceOf(IllegalMonitorStateException.class)
        .hasMessageContaining("nobody holds it");
    assertThatThrownBy(lock::unlockWrite).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(lock::downgrade).isInstanceOf(IllegalMonitorStateException.class);
    assertFree();
    lock.lockWrite();
    String holder = Thread.currentThread().getName();
    Actor.run(
        () -> {
          assertThatThrownBy(lock::unlockWrite)
              .isInstanceOf(IllegalMonitorStateException.class)
              .hasMessageContaining("held for writing by thread `" + holder + "`");
          assertThatThrownBy(lock::unlockRead).isInstanceOf(IllegalMonitorStateException.class);
        });
    assertThatThrownBy(lock::unlockRead)
        .hasMessageContaining("holds it for writing, not for reading");
    assertThat(lock.isWriter()).isTrue();
    lock.unlockWrite();
    lock.lockRead();
    assertThatThrownBy(lock::unlockWrite)
        .hasMessageContaining("holds it for reading, not for writing");
    lock.unlockRead();
    assertThatThrownBy(lock::unlockRead).isInstanceOf(IllegalMonitorStateException.class);
    assertFree();
  }

  @Test
  void interruptedWaitsLeaveNothingHeld() {
    lock.lockWrite();
    Actor reader = Actor.start(lock::lockReadInterruptibly).awaitBlocked();
    Actor writer = Actor.start(lock::lockWriteInterruptibly).awaitBlocked();
    reader.interrupt();
    writer.interrupt();
    assertThat(reader.end()).isInstanceOf(InterruptedException.class);
    assertThat(writer.end()).isInstanceOf(InterruptedException.class);
    lock.unlockWrite();
    assertFree();
  }

  @Test
  void uninterruptibleWaitKeepsTheInterruptStatus() {
    lock.lockWrite();
    Actor writer =
        Actor.start(
            () -> {
              lock.lockWrite();
              assertThat(Thread.interrupted()).isTrue();
              lock.unlockWrite();
            });
    writer.awaitBlocked().interrupt();
    writer.awaitBlocked();
    lock.unlockWrite();
    writer.join();
  }

  @Test
  void downgradeLetsWaitingReadersIn() {
    lock.lockWrite();
    Actor reader =
        Actor.start(
            () -> {
              lock.lockRead();
              lock.unlockRead();
            });
    reader.awaitBlocked();
    lock.downgrade();
    reader.join();
    assertThat(lock.isReader()).isTrue();
    assertThat(lock.isWriter()).isFalse();
    lock.unlockRead();
    assertFree();
  }

  @Kills(Mutant.GAP_IN_DOWNGRADE)
  void noWriterComesInDuringADowngrade(TestParts parts) {
    parts.exclusion();
    SpaceLock lock = parts.lock("s");
    AtomicBoolean wrote = new AtomicBoolean();
    lock.lockWrite();
    Actor writer =
        Actor.start(
            () -> {
              lock.lockWrite();
              wrote.set(true);
              lock.unlockWrite();
            });
    writer.awaitBlocked();
    lock.downgrade();
    assertThat(wrote).isFalse();
    writer.awaitBlocked();
    lock.unlockRead();
    writer.join();
  }

  /** Two downgraded holders would each have had to be alone after the other. */
  @Kills(Mutant.GAP_IN_DOWNGRADE)
  void downgradedHoldersExcludeEachOther(TestParts parts) {
    parts.exclusion();
    SpaceLock lock = parts.lock("s");
    AtomicBoolean downgraded = new AtomicBoolean();
    lock.lockWrite();
    Actor other =
        Actor.start(
            () -> {
              lock.lockWrite();
              downgraded.set(true);
              lock.downgrade();
              lock.unlockRead();
            });
    other.awaitBlocked();
    lock.downgrade();
    assertThat(downgraded).isFalse();
    lock.unlockRead();
    other.join();
  }

  private void assertFree() {
    Actor.run(
        () -> {
          assertThat(lock.tryLockWrite()).isTrue();
          lock.unlockWrite();
        });
  }
}
