// Local records, enums, interfaces and classes inside methods that hold locks.
package y13_local_types;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

class LocalTypes {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  int localRecord() {
    record Snapshot(int value) {
      Snapshot {
        if (value < 0) {
          throw new IllegalArgumentException();
        }
      }
    }
    mutex.lock();
    try {
      return new Snapshot(count).value();
    } finally {
      mutex.unlock();
    }
  }

  int localGuarded() {
    class Cell implements IntSupplier {
      @GuardedBy("this")
      private int value;

      synchronized void set(int value) {
        this.value = value;
      }

      @Override
      public int getAsInt() {
        return value; // expect: UnguardedAccess "this"
      }
    }
    Cell cell = new Cell();
    cell.set(1);
    return cell.getAsInt();
  }

  int localInterface() {
    interface Reader {
      @Requires("#1.mutex")
      int read(LocalTypes types);
    }
    Reader reader = types -> types.count;
    mutex.lock();
    try {
      return reader.read(this);
    } finally {
      mutex.unlock();
    }
  }

  int localInterfaceUnheld() {
    interface Reader {
      @Requires("#1.mutex")
      int read(LocalTypes types);
    }
    Reader reader = types -> types.count;
    return reader.read(this); // expect: LockNotHeld "mutex"
  }

  void captured(Executor executor) {
    final ReentrantLock local = new ReentrantLock();
    class Task implements Runnable {
      @Override
      public void run() {
        local.lock();
        try {
          count++; // expect: UnguardedAccess "mutex"
        } finally {
          local.unlock();
        }
      }
    }
    executor.execute(new Task());
  }
}
