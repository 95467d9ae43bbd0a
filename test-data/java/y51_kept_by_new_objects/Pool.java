// What the constructor of a new object merely keeps is no more reachable for others than that object is.
package y51_kept_by_new_objects;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.StampedLock;

class Pool {
  private static final List<Object> ALL = new ArrayList<>();
  private static Pool last;

  private final StampedLock lock = new StampedLock();

  @GuardedBy("lock")
  private Part[] parts;

  @GuardedBy("lock")
  private int size;

  private Part first;

  private static class Base extends StampedLock {
    private final Pool pool;

    private Base(Pool pool, boolean shared) {
      this.pool = pool;
    }
  }

  private static final class Part extends Base {
    private final AtomicLong used;
    private Pool owner;

    Part(Pool pool) {
      this(pool, true);
      owner = pool;
    }

    Part(Pool pool, boolean shared) {
      super(pool, shared);
      used = new AtomicLong();
    }
  }

  private static class Registered {
    private final Pool pool;

    Registered(Pool pool) {
      this.pool = pool;
      ALL.add(this);
    }
  }

  private static final class AlsoRegistered extends Registered {
    AlsoRegistered(Pool pool) {
      super(pool);
    }
  }

  private static class Handing {
    private final Pool pool;

    Handing(Pool pool) {
      this.pool = pool;
      ALL.add(this.pool);
    }
  }

  private static class Storing {
    Storing(Pool pool) {
      last = pool;
    }
  }

  private static class Listening {
    private final Pool pool;

    Listening(Pool pool) {
      this.pool = pool;
      ALL.add((Runnable) () -> System.out.println(this.pool));
    }
  }

  private static class Starting extends Thread {
    private final Pool pool;

    Starting(Pool pool) {
      this.pool = pool;
      start();
    }
  }

  Pool(int count) {
    Part[] made = new Part[count];
    for (int i = 0; i < made.length; i++) {
      made[i] = new Part(this);
    }
    parts = made;
    first = new Part(this, false);
    size = count;
  }

  Pool(List<Object> seen) {
    Part part = new Part(this);
    size = 1;
    seen.add(part);
    size = 2; // expect: UnguardedAccess "this.lock"
  }

  Pool(Registered unused) {
    new Registered(this);
    size = 1; // expect: UnguardedAccess "this.lock"
  }

  Pool(AlsoRegistered unused) {
    new AlsoRegistered(this);
    size = 1; // expect: UnguardedAccess "this.lock"
  }

  Pool(Handing unused) {
    new Handing(this);
    size = 1; // expect: UnguardedAccess "this.lock"
  }

  Pool(Storing unused) {
    new Storing(this);
    size = 1; // expect: UnguardedAccess "this.lock"
  }

  Pool(Listening unused) {
    new Listening(this);
    size = 1; // expect: UnguardedAccess "this.lock"
  }

  Pool(Starting unused) {
    new Starting(this);
    size = 1; // expect: UnguardedAccess "this.lock"
  }

  static Pool make(List<Object> seen) {
    Pool pool = new Pool(1);
    Part part = new Part(pool);
    pool.size = 2;
    seen.add(part);
    pool.size = 3; // expect: UnguardedAccess "pool.lock"
    return pool;
  }
}
