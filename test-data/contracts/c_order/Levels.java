package c_order;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.When;

/**
 * An order declared with the lock itself, and two instances of one lock without a common parent.
 */
final class Levels {
  @DefinesLock(name = "index", label = "index lock", after = "table")
  @DefinesLock(name = "table", label = "table lock")
  abstract static class Store {
    @Acquires("table")
    abstract void lockTable();

    @Releases("table")
    abstract void unlockTable();

    @Acquires("index")
    abstract void lockIndex();

    @Releases("index")
    abstract void unlockIndex();

    @AcquiresIf(value = "table", result = When.TRUE)
    abstract boolean tryLockTable();
  }

  void right(Store store) {
    store.lockTable();
    try {
      store.lockIndex();
      store.unlockIndex();
    } finally {
      store.unlockTable();
    }
  }

  void wrong(Store store) {
    store.lockIndex();
    try {
      store.lockTable(); // expect: LockOrder "table lock"
      store.unlockTable();
    } finally {
      store.unlockIndex();
    }
  }

  void tried(Store store) {
    store.lockIndex();
    try {
      if (store.tryLockTable()) {
        store.unlockTable();
      }
    } finally {
      store.unlockIndex();
    }
  }

  void twoInstances(Store a, Store b) {
    if (a == b) {
      return;
    }
    a.lockTable();
    try {
      b.lockTable();
      b.unlockTable();
    } finally {
      a.unlockTable();
    }
  }
}
