// Parameters and results of one name or number with locks of different kinds.
package y25_parameter_types;

import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class Third {
  static void exclusive(@Requires("this") Object lock) {
    System.out.println(lock);
  }

  @Requires("lock.readLock()")
  static void shared(ReentrantReadWriteLock lock) {
    System.out.println(lock);
  }

  @Requires("lock")
  static void stamped(StampedLock lock) {
    System.out.println(lock);
  }

  @Requires("#1.writeLock()")
  static void written(ReadWriteLock table) {
    System.out.println(table);
  }

  @Requires(" #1 . readLock( ) ") // expect: InvalidContract "no read mode"
  static void noReadModeEither(ReentrantLock table) {
    System.out.println(table);
  }

  @Requires("#1.readLock()") // expect: InvalidContract "#1.readLock()"
  static void noReadMode(ReentrantLock table) {
    System.out.println(table);
  }

  static void callers(Object a, ReentrantReadWriteLock b, StampedLock c) {
    synchronized (a) {
      exclusive(a);
    }
    b.readLock().lock();
    try {
      shared(b);
      written(b); // expect: LockNotHeld "b"
    } finally {
      b.readLock().unlock();
    }
    long stamp = c.writeLock();
    try {
      stamped(c);
    } finally {
      c.unlockWrite(stamp);
    }
    stamp = c.readLock();
    try {
      stamped(c); // expect: LockNotHeld "c"
    } finally {
      c.unlockRead(stamp);
    }
  }
}
