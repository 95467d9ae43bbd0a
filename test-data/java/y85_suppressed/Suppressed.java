// An exception out of close() does not take the place of one that is on its way, but is added to it.
package y85_suppressed;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

abstract class Suppressed {
  private static final class Resource implements AutoCloseable {
    @Override
    public void close() throws IOException {
      throw new IOException();
    }
  }

  private final ReentrantLock lock = new ReentrantLock();

  abstract void work();

  abstract void read() throws IOException;

  void takenInside() {
    try (Resource resource = new Resource()) {
      lock.lock(); // expect: LockLeakOnThrow
      work();
      lock.unlock();
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  void takenInsideTwo() {
    try (Resource first = new Resource();
        Resource second = new Resource()) {
      lock.lock(); // expect: LockLeakOnThrow
      work();
      lock.unlock();
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  void givenUpInside() {
    try (Resource resource = new Resource()) {
      lock.lock();
      try {
        work();
      } finally {
        lock.unlock();
      }
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  void readInside() {
    try (Resource resource = new Resource()) {
      lock.lock(); // expect: LockLeakOnThrow
      read();
      lock.unlock();
    } catch (IOException e) {
      System.out.println(e);
    }
  } // expect: LockLeak

  void closedWithLock() {
    try (Resource resource = new Resource()) {
      lock.lock(); // expect: LockLeakOnThrow
    } catch (IOException e) {
      return; // expect: LockLeak
    }
    lock.unlock();
  }

  void takenAround() {
    lock.lock(); // expect: LockLeakOnThrow
    try (Resource resource = new Resource()) {
      System.out.flush();
    } catch (IOException e) {
      System.out.println(e);
    }
    lock.unlock();
  }
}
