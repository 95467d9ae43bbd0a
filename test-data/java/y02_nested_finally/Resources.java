// Resources that are no lock scopes, with locks around and inside them.
package y02_nested_finally;

import dev.holdfast.annotations.GuardedBy;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

class Resources {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void lockAround(Supplier<Closeable> source) throws IOException {
    mutex.lock();
    try (Closeable resource = source.get()) {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void lockInside(Supplier<Closeable> source) throws IOException {
    try (Closeable resource = source.get()) {
      mutex.lock();
      try {
        count++;
      } finally {
        mutex.unlock();
      }
    } catch (RuntimeException e) {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void lambdaAsResource() {
    mutex.lock();
    try (AutoCloseable resource = () -> mutex.unlock()) {
      count++;
    } catch (Exception e) {
      System.out.println(e);
    } finally {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void resourceWithoutContract() {
    mutex.lock();
    try (Guard guard = new Guard()) {
      count++;
    } finally {
      mutex.unlock();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  static class Guard implements AutoCloseable {
    @Override
    public void close() {}
  }
}
