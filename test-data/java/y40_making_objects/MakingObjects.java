// A constructor that only keeps what it is given is taken not to throw, as a method would be; so is
// what it passes on to, down to Object. One that calls, checks, or has such initialisers may throw.
package y40_making_objects;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class MakingObjects {
  @LockScope
  static final class Held implements AutoCloseable {
    private final Lock lock;

    Held(Lock lock) {
      this.lock = lock;
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  static class Sized {
    final int size;

    Sized(int size) {
      this.size = size;
    }
  }

  static final class Page extends Sized {
    boolean open = true;

    Page(int size) {
      super(size + 1);
    }

    Page() {
      this(3);
    }
  }

  static final class Plain {
    int count = 1;
  }

  record Ticket(int number, Page page) {}

  record Checked(int number) {
    Checked {
      if (number < 0) {
        throw new IllegalArgumentException();
      }
    }
  }

  static final class Listed {
    Listed(List<Listed> all) {
      all.add(this);
    }
  }

  static final class Filled {
    final int[] all = new int[1];
    final int last = all[0];
  }

  static final class Begun {
    int n;

    {
      n = Integer.parseInt("1");
    }
  }

  static final class Names extends Thread {}

  static final class OfNames extends Sized {
    OfNames(List<String> names) {
      super(names.size());
    }
  }

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int number;

  @Acquires("lock")
  Held hold() {
    lock.lock();
    return new Held(lock);
  }

  void kept() {
    lock.lock();
    Page page = new Page(number);
    lock.unlock();
  }

  void keptByAnother() {
    lock.lock();
    Page page = new Page();
    lock.unlock();
  }

  void nothingWritten() {
    lock.lock();
    Plain plain = new Plain();
    Object monitor = new Object();
    lock.unlock();
  }

  Ticket keptByRecord() {
    lock.lock();
    Ticket ticket = new Ticket(++number, new Page());
    lock.unlock();
    return ticket;
  }

  private Page made() {
    return new Page(number);
  }

  void throughHelper() {
    lock.lock();
    Page page = made();
    lock.unlock();
  }

  Checked checked() {
    lock.lock(); // expect: LockLeakOnThrow
    Checked checked = new Checked(++number);
    lock.unlock();
    return checked;
  }

  void listed(List<Listed> all) {
    lock.lock(); // expect: LockLeakOnThrow
    Listed listed = new Listed(all);
    lock.unlock();
  }

  void filled() {
    lock.lock(); // expect: LockLeakOnThrow
    Filled filled = new Filled();
    lock.unlock();
  }

  void begun() {
    lock.lock(); // expect: LockLeakOnThrow
    Begun begun = new Begun();
    lock.unlock();
  }

  void ofTheLibrary() {
    lock.lock(); // expect: LockLeakOnThrow
    Names names = new Names();
    lock.unlock();
  }

  void givenWhatThrows(List<String> names) {
    lock.lock(); // expect: LockLeakOnThrow
    Sized sized = new OfNames(names);
    lock.unlock();
  }
}
