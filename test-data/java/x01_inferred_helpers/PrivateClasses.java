// What a method of a private class needs is inferred like that of a private method: no other source
// can call it.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

class PrivateClasses {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Leaf> leaves = new ArrayList<>();

  @GuardedBy("lock")
  private int total;

  private class Leaf {
    private int own;

    void add(int amount) {
      own += amount;
      total += amount;
    }

    public void addTwice(int amount) {
      add(amount);
      add(amount);
    }

    void grow() {
      new Twig().shake();
    }

    class Twig {
      void shake() {
        addTwice(1);
      }
    }

    void nobodyCallsThis() {
      total++; // expect: UnguardedAccess "lock"
    }
  }

  private static final class Cell {
    final ReentrantLock mutex = new ReentrantLock();

    @GuardedBy("mutex")
    int value;

    int next() {
      return ++value;
    }

    static int sum(Cell a, Cell b) {
      return a.value + b.value;
    }

    boolean isMine() {
      return mutex.isHeldByCurrentThread();
    }

    void open() {
      mutex.lock();
    } // expect: LockLeak "mutex"
  }

  void held(Leaf leaf) {
    lock.lock();
    try {
      leaf.addTwice(3);
      leaves.forEach(each -> each.add(1));
      leaves.forEach(Leaf::grow);
    } finally {
      lock.unlock();
    }
  }

  void unheld(Leaf leaf, Executor executor) {
    leaf.add(1); // expect: LockNotHeld "it is needed here"
    leaf.addTwice(2); // expect: LockNotHeld "lock"
    leaf.grow(); // expect: LockNotHeld "lock"
    lock.lock();
    try {
      executor.execute(() -> leaf.add(1)); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }

  int cells(Cell a, Cell b) {
    a.mutex.lock();
    try {
      b.next(); // expect: LockNotHeld "b.mutex"
      Cell.sum(a, b); // expect: LockNotHeld "b.mutex"
      return a.next() + Cell.sum(a, a);
    } finally {
      a.mutex.unlock();
    }
  }

  int effects(Cell cell) {
    if (cell.isMine()) {
      return cell.value;
    }
    cell.open();
    try {
      return cell.next();
    } finally {
      cell.mutex.unlock();
    }
  }

  int local() {
    class Reader {
      int read() {
        return total;
      }
    }
    Reader reader = new Reader();
    reader.read(); // expect: LockNotHeld "lock"
    lock.lock();
    try {
      return reader.read();
    } finally {
      lock.unlock();
    }
  }

  Runnable anonymous() {
    return new Runnable() {
      void step() {
        total++;
      }

      @Override
      public void run() {
        step(); // expect: LockNotHeld "lock"
        lock.lock();
        try {
          step();
        } finally {
          lock.unlock();
        }
      }
    };
  }
}
