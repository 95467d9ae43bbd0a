// Which object a final field holds: what a getter gave is the same each time, what a factory made
// is another one.
package y29_field_values;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class FieldValues {
  static final class Store {
    final ReentrantLock lock = new ReentrantLock();

    ReentrantLock lock() {
      return lock;
    }

    static Store create() {
      return new Store();
    }
  }

  static ReentrantLock make() {
    return new ReentrantLock();
  }

  private final ReentrantLock first = make();
  private final ReentrantLock second = make();
  private final Condition ready = first.newCondition();
  private final Store left = Store.create();
  private final Store right = Store.create();
  private final ReentrantLock got = left.lock();

  void ofOneFactory() {
    first.lock();
    second.unlock(); // expect: ReleaseNotHeld "'this.first' is held"
  }

  void ofTwoInstances(FieldValues a, FieldValues b) {
    a.first.lock();
    b.first.unlock(); // expect: ReleaseNotHeld "'a.first' is held"
  }

  void throughTwoOwners() {
    left.lock.lock();
    right.lock.unlock(); // expect: ReleaseNotHeld "'this.left.lock' is held"
  }

  void throughGetter() {
    left.lock.lock();
    got.unlock();
    got.lock();
    left.lock().unlock();
  }

  void conditionOfItsLock() throws InterruptedException {
    first.lock();
    try {
      ready.await();
    } finally {
      first.unlock();
    }
    second.lock();
    try {
      ready.signal(); // expect: LockNotHeld "first"
    } finally {
      second.unlock();
    }
  }

  /** Only one of the ways to make it shares the store's lock. */
  static final class Perhaps {
    private final Store store;
    private final ReentrantLock lock;

    Perhaps(Store store, boolean own) {
      this.store = store;
      if (own) {
        this.lock = new ReentrantLock();
      } else {
        this.lock = store.lock;
      }
    }

    Perhaps(Store store) {
      this.store = store;
      this.lock = store.lock;
    }

    void perhapsAnother() {
      store.lock.lock();
      lock.unlock(); // expect: ReleaseNotHeld "'this.store.lock' is held"
    }
  }

  /** Every way to make it does. */
  static final class Always {
    private final Store store;
    private final ReentrantLock lock;

    Always(Store store, boolean fresh) {
      this.store = store;
      if (fresh) {
        this.lock = store.lock;
      } else {
        this.lock = store.lock;
      }
    }

    Always(Store store) {
      this.store = store;
      this.lock = store.lock;
    }

    void theSame() {
      store.lock.lock();
      lock.unlock();
    }
  }

  void leaksOnceByEitherName(Store store, Runnable task) {
    store.lock.lock(); // expect: LockLeakOnThrow "store.lock"
    {
      ReentrantLock lock = store.lock;
      task.run();
    }
    task.run();
    store.lock.unlock();
  }
}
