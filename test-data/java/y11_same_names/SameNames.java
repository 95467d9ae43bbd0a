// Contracts of overloads, of equally named members of other classes, and of hidden static methods
// do not mix.
package y11_same_names;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class SameNames {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int value;

  @Requires("mutex")
  void set(int value) {
    this.value = value;
  }

  void set(String text) {
    System.out.println(text);
  }

  @Requires("mutex")
  void set(int... values) {
    value = values.length;
  }

  void overloads() {
    set("free");
    set(1); // expect: LockNotHeld "mutex"
    set(1, 2); // expect: LockNotHeld "mutex"
    set(); // expect: LockNotHeld "mutex"
  }

  static class Other {
    private final ReentrantLock mutex = new ReentrantLock();

    int value;

    void set(int value) {
      this.value = value;
    }

    void crossed(SameNames names) {
      mutex.lock();
      try {
        value++;
        names.value++; // expect: UnguardedAccess "names.mutex"
      } finally {
        mutex.unlock();
      }
      value--;
      set(1);
    }
  }

  void localShadowsField(ReentrantLock mutex) {
    mutex.lock();
    try {
      value++; // expect: UnguardedAccess "mutex"
    } finally {
      mutex.unlock();
    }
  }

  void localShadowsGuarded(int value) {
    value++;
    System.out.println(value);
  }

  void localVariableNamedLikeLock() {
    ReentrantLock mutex = new ReentrantLock();
    mutex.lock();
    try {
      this.value++; // expect: UnguardedAccess "mutex"
    } finally {
      mutex.unlock();
    }
  }

  @Requires("mutex")
  void parameterShadows(ReentrantLock mutex) {
    value++; // expect: UnguardedAccess "mutex"
  }

  @Requires("this.mutex")
  void qualifiedDespiteShadow(ReentrantLock mutex) {
    value++;
  }
}
