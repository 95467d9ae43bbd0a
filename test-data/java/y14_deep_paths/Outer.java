// Deeply nested paths: a lock of a lock holder's holder.
package y14_deep_paths;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Outer {
  final Middle middle = new Middle();

  static class Middle {
    final Inner inner = new Inner();

    @GuardedBy("inner.lock")
    int viaInner;
  }

  static class Inner {
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int value;
  }

  @GuardedBy("middle.inner.lock")
  int deep;

  @GuardedBy(read = "middle.inner.lock.readLock()", write = "middle.inner.lock.writeLock()")
  int spelled;

  void write() {
    middle.inner.lock.writeLock().lock();
    try {
      deep++;
      spelled++;
      middle.viaInner++;
      middle.inner.value++;
    } finally {
      middle.inner.lock.writeLock().unlock();
    }
  }

  void throughLocals() {
    Middle m = middle;
    Inner i = m.inner;
    ReentrantReadWriteLock.WriteLock w = i.lock.writeLock();
    w.lock();
    try {
      deep++;
      spelled++;
      middle.viaInner++;
    } finally {
      middle.inner.lock.writeLock().unlock();
    }
  }

  void read() {
    middle.inner.lock.readLock().lock();
    try {
      System.out.println(deep + spelled);
      deep = 1; // expect: UnguardedAccess "middle.inner.lock"
    } finally {
      middle.inner.lock.readLock().unlock();
    }
  }

  void otherTree(Outer other) {
    other.middle.inner.lock.writeLock().lock();
    try {
      other.deep++;
      deep++; // expect: UnguardedAccess "middle.inner.lock"
      middle.inner.value++; // expect: UnguardedAccess "middle.inner.lock"
    } finally {
      other.middle.inner.lock.writeLock().unlock();
    }
  }

  @Requires("middle.inner.lock.readLock()")
  int contract() {
    return deep;
  }

  int caller(Outer other) {
    other.middle.inner.lock.readLock().lock();
    try {
      return other.contract() + contract(); // expect: LockNotHeld "middle.inner.lock"
    } finally {
      other.middle.inner.lock.readLock().unlock();
    }
  }
}
