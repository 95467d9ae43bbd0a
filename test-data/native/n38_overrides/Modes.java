package n38;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Requiring less is requiring a weaker mode too; an effect must be kept. */
final class Modes {
  abstract static class Base {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Requires("rw.readLock()")
    abstract int read();

    @Requires("rw.writeLock()")
    abstract void write(int n);

    @Acquires("rw.writeLock()")
    abstract void begin();

    @Releases("rw.writeLock()")
    abstract void end();
  }

  static class Weaker extends Base {
    private int value;

    @Override
    int read() {
      return value;
    }

    @Override
    @Requires("rw.readLock()")
    void write(int n) {
      value = n;
    }

    @Override
    void begin() {
      rw.writeLock().lock();
    }

    @Override
    void end() {
      rw.writeLock().unlock();
    }
  }

  static class Stronger extends Base {
    private int value;

    @Override
    @Requires("rw.writeLock()") // expect: IncompatibleOverride "rw"
    int read() {
      return value;
    }

    @Override
    void write(int n) {
      value = n;
    }

    @Override
    @Acquires("rw.readLock()") // expect: IncompatibleOverride "rw"
    void begin() {
      rw.readLock().lock();
    }

    @Override
    void end() {} // expect: BrokenContract "rw"
  }
}
