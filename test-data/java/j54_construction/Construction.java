// In a constructor or initialiser one's own guarded fields are free until this escapes; other
// objects' and static ones are not.
package j54_construction;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

class Construction {
  private static final List<Construction> ALL = new CopyOnWriteArrayList<>();

  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count = 1;

  @GuardedBy("this")
  private int own;

  @GuardedBy("Construction.class")
  private static int created;

  {
    count = 2;
    own = 2;
  }

  Construction() {
    count = 3;
    own++;
    fill(3);
  }

  private void fill(int value) {
    count = value;
    own = value;
  }

  Construction(Construction other) {
    count = other.count; // expect: UnguardedAccess "other.mutex"
    synchronized (other) {
      own = other.own;
    }
  }

  Construction(boolean early) {
    count = 4;
    ALL.add(this);
    count = 5; // expect: UnguardedAccess "mutex"
  }

  Construction(String name) {
    created++; // expect: UnguardedAccess "Construction.class"
    synchronized (Construction.class) {
      created++;
    }
  }

  Construction(Executor executor) {
    executor.execute(() -> count++); // expect: UnguardedAccess "mutex"
  }

  Construction(List<Construction> registry) {
    own = 1;
    if (registry != null) {
      registry.add(this);
    }
    own = 2; // expect: UnguardedAccess "this"
  }

  Construction(int[] escapesLocked) {
    ALL.add(this);
    mutex.lock();
    try {
      count = escapesLocked[0];
    } finally {
      mutex.unlock();
    }
  }
}
