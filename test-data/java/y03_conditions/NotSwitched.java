// The same shapes with a mistake in each.
package y03_conditions;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NotSwitched {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantLock journal = new ReentrantLock();

  void byMode(Switched.Access access) {
    switch (access) {
      case READ, SCAN -> table.readLock().lock();
      case WRITE -> table.writeLock().lock();
      default -> {}
    }
    switch (access) {
      case READ -> table.readLock().unlock();
      case WRITE, SCAN -> table.writeLock().unlock(); // expect: ReleaseNotHeld "reading"
      default -> {}
    }
  }

  void sharedBody(int level) {
    switch (level) {
      case 1:
      case 2:
        mutex.lock();
        break;
      default:
    }
    if (level == 2) {
      mutex.unlock();
    }
  } // expect: LockLeak

  void fallsThrough(int level) {
    switch (level) {
      case 1:
        mutex.lock();
      case 2:
        journal.lock();
        break;
      default:
        return;
    }
    if (level == 1) {
      mutex.unlock();
    }
    if (level == 1) {
      journal.unlock();
    }
  } // expect: LockLeak "journal"

  void twoConstants(int level) {
    switch (level) {
      case 1, 2 -> mutex.lock();
      default -> {}
    }
    switch (level) {
      case 2, 3 -> mutex.unlock(); // expect: ReleaseNotHeld
      default -> {}
    }
  }

  void otherName(String name) {
    switch (name) {
      case "table", "index" -> mutex.lock();
      default -> {}
    }
    if (name.isEmpty()) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  }
}
