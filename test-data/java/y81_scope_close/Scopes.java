// What the constructors of a scope take is held when it is closed, and has to be given up there.
package y81_scope_close;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class Scopes {
  // ---- right

  @LockScope
  static final class Once implements AutoCloseable {
    private final Lock lock;
    private boolean open = true;

    @Acquires("lock")
    Once(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        lock.unlock();
      }
    }
  }

  @LockScope
  static final class Delegating implements AutoCloseable {
    private final ReentrantReadWriteLock rw;

    @Acquires("lock.readLock()")
    Delegating(ReentrantReadWriteLock lock) {
      rw = lock;
      rw.readLock().lock();
    }

    @Override
    public void close() {
      System.out.println("closed");
      giveUp();
    }

    @Releases("rw.readLock()")
    private void giveUp() {
      rw.readLock().unlock();
    }
  }

  @LockScope
  static final class Either implements AutoCloseable {
    private final ReentrantReadWriteLock rw;
    private final boolean writes;

    @Acquires("rw.readLock()")
    Either(ReentrantReadWriteLock rw) {
      this.rw = rw;
      this.writes = false;
      rw.readLock().lock();
    }

    @Acquires("rw.writeLock()")
    Either(ReentrantReadWriteLock rw, String why) {
      this.rw = rw;
      this.writes = true;
      rw.writeLock().lock();
    }

    @Override
    public void close() {
      if (writes) {
        rw.writeLock().unlock();
      } else {
        rw.readLock().unlock();
      }
    }
  }

  @LockScope
  static final class Stamped implements AutoCloseable {
    private final StampedLock lock;
    private final long stamp;

    @Acquires("lock")
    Stamped(StampedLock lock) {
      this.lock = lock;
      this.stamp = lock.writeLock();
    }

    @Override
    public void close() {
      lock.unlock(stamp);
    }
  }

  @LockScope
  static final class View implements AutoCloseable {
    private final Lock read;

    @Acquires("rw.readLock()")
    View(ReentrantReadWriteLock rw) {
      this.read = rw.readLock();
      read.lock();
    }

    @Override
    public void close() {
      read.unlock();
    }
  }

  static final class Table {
    final ReentrantLock lock = new ReentrantLock();

    @Releases("lock")
    void leave() {
      lock.unlock();
    }
  }

  @LockScope
  static final class OfOwner implements AutoCloseable {
    private final Table table;

    @Acquires("table.lock")
    OfOwner(Table table) {
      this.table = table;
      table.lock.lock();
    }

    @Override
    public void close() {
      table.leave();
    }
  }

  final ReentrantLock own = new ReentrantLock();

  @LockScope
  final class Inner implements AutoCloseable {
    @Acquires("own")
    Inner() {
      own.lock();
    }

    @Override
    public void close() {
      own.unlock();
    }
  }

  /** What a factory takes is the factory's affair. */
  @LockScope
  static final class Made implements AutoCloseable {
    private final Lock lock;

    private Made(Lock lock) {
      this.lock = lock;
    }

    @Acquires("lock")
    static Made of(Lock lock) {
      lock.lock();
      return new Made(lock);
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  // ---- wrong

  @LockScope
  static final class Forgetful implements AutoCloseable {
    private final Lock lock;

    @Acquires("lock")
    Forgetful(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() { // expect: BrokenContract "lock"
      System.out.println("closed");
    }
  }

  @LockScope
  static final class WrongMode implements AutoCloseable {
    private final ReentrantReadWriteLock rw;

    @Acquires("rw.writeLock()")
    WrongMode(ReentrantReadWriteLock rw) {
      this.rw = rw;
      rw.writeLock().lock();
    }

    @Override
    public void close() {
      rw.readLock().unlock(); // expect: ReleaseNotHeld "rw"
    }
  }

  @LockScope
  static final class Twice implements AutoCloseable {
    private final ReentrantLock lock;

    @Acquires("lock")
    Twice(ReentrantLock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      lock.unlock();
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    }
  }

  @LockScope
  static final class Another implements AutoCloseable {
    private final ReentrantLock first;
    private final ReentrantLock second;

    @Acquires("first")
    Another(ReentrantLock first, ReentrantLock second) {
      this.first = first;
      this.second = second;
      first.lock();
    }

    @Override
    public void close() { // expect: BrokenContract "first"
      second.unlock();
    }
  }

  @LockScope
  static final class OneOfTwo implements AutoCloseable {
    private final ReentrantLock first;
    private final ReentrantLock second;

    @Acquires("first")
    @Acquires("second")
    OneOfTwo(ReentrantLock first, ReentrantLock second) {
      this.first = first;
      this.second = second;
      first.lock();
      second.lock();
    }

    @Override
    public void close() { // expect: BrokenContract "second"
      first.unlock();
    }
  }

  @LockScope
  final class InnerForgetful implements AutoCloseable {
    @Acquires("own")
    InnerForgetful() {
      own.lock();
    }

    @Override
    public void close() {} // expect: BrokenContract "own"
  }

  @LockScope
  static final class EitherForgetful implements AutoCloseable {
    private final ReentrantReadWriteLock rw;

    @Acquires("rw.readLock()")
    EitherForgetful(ReentrantReadWriteLock rw) {
      this.rw = rw;
      rw.readLock().lock();
    }

    @Acquires("rw.writeLock()")
    EitherForgetful(ReentrantReadWriteLock rw, String why) {
      this.rw = rw;
      rw.writeLock().lock();
    }

    @Override
    public void close() {} // expect: BrokenContract "rw"
  }
}
