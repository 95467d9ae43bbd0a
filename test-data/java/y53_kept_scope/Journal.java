// A lambda or method reference that is a scope releases what the scope took, wherever it is made: in the method that takes the
// lock, in a field, in a constructor. Whatever else runs later runs with nothing held.
package y53_kept_scope;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Journal {
  @LockScope
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int pages;

  @GuardedBy("this")
  private int closed;

  // ---- right

  private final Scope byReference = this::unlockRead;
  private final Scope byLambda = () -> lock.readLock().unlock();
  private final Scope byBlock =
      () -> {
        System.out.println(pages);
        lock.readLock().unlock();
      };
  private final Scope byConstructor;

  Journal() {
    byConstructor = lock.readLock()::unlock;
  }

  @Releases("lock.readLock()")
  private void unlockRead() {
    lock.readLock().unlock();
  }

  @Acquires("lock.readLock()")
  Scope reference() {
    lock.readLock().lock();
    return byReference;
  }

  @Acquires("lock.readLock()")
  Scope lambda() {
    lock.readLock().lock();
    return byLambda;
  }

  @Acquires("lock.readLock()")
  Scope block(boolean first) {
    lock.readLock().lock();
    return first ? byBlock : byConstructor;
  }

  @Acquires("lock.readLock()")
  Scope fresh() {
    lock.readLock().lock();
    return this::unlockRead;
  }

  int read() {
    try (Scope outer = reference();
        Scope inner = lambda()) {
      return pages;
    }
  }

  // ---- wrong

  private final Runnable noScope = this::unlockRead; // expect: ReleaseNotHeld "lock"
  private final Runnable noScopeEither = () -> lock.readLock().unlock(); // expect: ReleaseNotHeld "lock"
  private final Scope afterwards =
      () -> {
        lock.readLock().unlock();
        System.out.println(pages); // expect: UnguardedAccess "lock"
      };
  private final Scope twice =
      () -> {
        unlockRead();
        unlockRead(); // expect: ReleaseNotHeld "lock"
      };

  int afterClose() {
    try (Scope scope = reference()) {
      System.out.println(pages);
    }
    return pages; // expect: UnguardedAccess "lock"
  }

  @Acquires("lock.readLock()")
  Scope forgotten() {
    return byReference; // expect: BrokenContract "lock"
  }
}
