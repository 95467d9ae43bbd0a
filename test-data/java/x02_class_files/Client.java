// The same contracts as in source bind callers of compiled classes, without parameter names.
package x02_class_files;

import x02_class_files.lib.Store;

class Client {
  void unheld(Store a, Store b) {
    a.update(); // expect: LockNotHeld "a.lock"
    a.value++; // expect: UnguardedAccess "a.lock"
    a.end(); // expect: ReleaseNotHeld "a.lock"
    b.refresh();
  }

  void ignored(Store a) {
    a.tryBegin(); // expect: UncheckedTryLock "a.lock"
  }

  void held(Store a) {
    a.begin();
    try {
      a.update();
      a.value++;
      Store.inline(() -> a.value--);
    } finally {
      a.end();
    }
    a.value--; // expect: UnguardedAccess "a.lock"
  }

  void getter(Store a) {
    a.theLock().lock();
    try {
      a.value++;
    } finally {
      a.lock.unlock();
    }
  }

  void byNumber(Store a, Store b) {
    a.lock.lock();
    try {
      Store.copy(a, b); // expect: LockNotHeld "b.lock"
      Store.copy(b, a); // expect: LockNotHeld "b.lock"
      Store.copy(a, a);
      a.refresh(); // expect: LockExcluded "a.lock"
    } finally {
      a.lock.unlock();
    }
  }

  void tried(Store a) {
    if (a.tryBegin()) {
      try {
        a.value++;
      } finally {
        a.end();
      }
    }
  }
}
