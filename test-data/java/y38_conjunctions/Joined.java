// Locks that depend on several conditions together, asked again in the same or in other words.
package y38_conjunctions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Joined {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private boolean shared;
  private Object owner;

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void both(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    try {
      work();
    } finally {
      if (durable && open) {
        count++;
        mutex.unlock();
      }
    }
  }

  void otherOrder(int level, Object journal) {
    if (level > 3 && journal != null) {
      mutex.lock();
    }
    if (null != journal && 3 < level) {
      count++;
      mutex.unlock();
    }
  }

  void earlyReturn(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (!durable || !open) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void oneOfThem(boolean durable, boolean open) {
    if (durable || open) {
      mutex.lock();
    }
    if (!(open | durable)) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void three(boolean durable, boolean open, boolean dirty) {
    if (durable && (open && dirty)) {
      mutex.lock();
    }
    if ((dirty && durable) && open) {
      count++;
      mutex.unlock();
    }
  }

  void bitwise(boolean durable, boolean open) {
    if (durable & open) {
      mutex.lock();
    }
    if (durable && open) {
      count++;
      mutex.unlock();
    }
  }

  void kept(boolean durable, boolean open) {
    boolean locked = durable && open;
    if (locked) {
      mutex.lock();
    }
    if (durable && open) {
      count++;
      mutex.unlock();
    }
  }

  void oneByOne(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (durable) {
      if (open) {
        count++;
        mutex.unlock();
      }
    }
  }

  void restIsKnown(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (!durable) {
      return;
    }
    if (!open) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void copiesOfFields() {
    boolean now = shared;
    Object by = owner;
    if (now && by != this) {
      mutex.lock();
    }
    work();
    if (now && by != this) {
      count++;
      mutex.unlock();
    }
  }

  void typeOfCopy() {
    Object by = owner;
    if (by instanceof Thread) {
      mutex.lock();
    }
    work();
    if (by instanceof Thread) {
      count++;
      mutex.unlock();
    }
  }

  void modes(boolean write, boolean open) {
    if (write && open) {
      table.writeLock().lock();
    } else {
      table.readLock().lock();
    }
    try {
      if (open && write) {
        size++;
      }
    } finally {
      if (write && open) {
        table.writeLock().unlock();
      } else {
        table.readLock().unlock();
      }
    }
  }

  void change(boolean to, Object by) {
    shared = to;
    owner = by;
  }

  void otherObject(boolean durable, Object from, Object to) {
    if (durable && from != to) {
      mutex.lock();
    }
    if (durable && to != from) {
      count++;
      mutex.unlock();
    }
  }

  private void work() {
    Thread.onSpinWait();
  }
}
