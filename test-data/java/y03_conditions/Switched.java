// A switch that takes locks, and a later one, or a test, that gives them up.
package y03_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Switched {
  enum Access {
    NONE,
    READ,
    SCAN,
    WRITE
  }

  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantLock journal = new ReentrantLock();

  @GuardedBy("table")
  private int size;

  void byMode(Access access) {
    switch (access) {
      case READ, SCAN -> table.readLock().lock();
      case WRITE -> table.writeLock().lock();
      default -> {}
    }
    try {
      if (access == Access.WRITE) {
        size++;
      }
    } finally {
      switch (access) {
        case READ, SCAN -> table.readLock().unlock();
        case WRITE -> table.writeLock().unlock();
        default -> {}
      }
    }
  }

  void oneConstantIsNoOther(Access access) {
    if (access == Access.READ) {
      mutex.lock();
    } else if (access == Access.WRITE) {
      journal.lock();
    }
    if (access == Access.WRITE) {
      journal.unlock();
    }
    if (access == Access.READ) {
      mutex.unlock();
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
    if (level == 1 || level == 2) {
      mutex.unlock();
    }
  }

  void defaultAmongOthers(int level) {
    switch (level) {
      case 1:
        break;
      case 2:
      default:
      case 3:
        mutex.lock();
    }
    if (level != 1) {
      mutex.unlock();
    }
  }

  void sameInTwoCases(int level) {
    switch (level) {
      case 1:
        mutex.lock();
        break;
      case 2:
        mutex.lock();
        break;
      case 3:
        journal.lock();
        break;
      default:
        break;
    }
    switch (level) {
      case 1, 2 -> mutex.unlock();
      case 3 -> journal.unlock();
      default -> {}
    }
  }

  void byName(String name) {
    switch (name) {
      case "table", "index":
        mutex.lock();
        break;
      case "journal":
        journal.lock();
        break;
      default:
        return;
    }
    switch (name) {
      case "index", "table":
        mutex.unlock();
        break;
      default:
        journal.unlock();
        break;
    }
  }

  void jumps(int level, boolean stop) {
    while (true) {
      if (level == 1) {
        mutex.lock();
        break;
      }
      if (level == 2) {
        mutex.lock();
        break;
      }
      if (stop) {
        break;
      }
    }
    if (level == 1 || level == 2) {
      mutex.unlock();
    }
  }
}
