package n10;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Unlocked in the catch and again in the finally: the second release is a finding. */
final class Twice {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  int rethrown(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
      return 1;
    } catch (NumberFormatException e) {
      lock.unlock();
      throw e;
    } finally {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    }
  }

  void swallowed(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      lock.unlock();
    } finally {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    }
  }

  void stamp(String text) {
    long stamp = stamped.writeLock();
    try {
      Integer.parseInt(text);
    } catch (NumberFormatException e) {
      stamped.unlockWrite(stamp);
    } finally {
      stamped.unlockWrite(stamp); // expect: ReleaseNotHeld "stamped"
    }
  }

  void straight() {
    lock.lock();
    lock.unlock();
    lock.unlock(); // expect: ReleaseNotHeld "lock"
  }

  void once(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      count = -1;
    } finally {
      lock.unlock();
    }
  }

  void eitherCatchOrEnd(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } catch (RuntimeException | Error e) {
      lock.unlock();
      return;
    }
    lock.unlock();
  }
}
