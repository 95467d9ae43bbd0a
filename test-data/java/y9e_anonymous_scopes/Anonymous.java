// What a method takes for a scope of an anonymous class, that one gives up when it is closed.
package y9e_anonymous_scopes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Anonymous {
  @LockScope
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  @LockScope
  abstract static class Section implements AutoCloseable {
    int sections;

    @Override
    public abstract void close();
  }

  final ReentrantLock mu = new ReentrantLock();
  final ReentrantLock other = new ReentrantLock();
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  static final ReentrantLock SHARED = new ReentrantLock();

  @GuardedBy("mu")
  int n;

  @GuardedBy("other")
  int o;

  // ---- right

  @Acquires("mu")
  Held plain() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        mu.unlock();
      }
    };
  }

  @Acquires("mu")
  Held once() {
    mu.lock();
    return new Held() {
      boolean done;

      @Override
      public void close() {
        if (!done) {
          done = true;
          Anonymous.this.mu.unlock();
        }
      }
    };
  }

  @Acquires("mu")
  Held counting() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        n++;
        mu.unlock();
      }
    };
  }

  @Acquires("mu")
  Section ofClass() {
    mu.lock();
    return new Section() {
      @Override
      public void close() {
        sections++;
        mu.unlock();
      }
    };
  }

  @Acquires("rw.readLock()")
  Held reading() {
    rw.readLock().lock();
    return new Held() {
      @Override
      public void close() {
        rw.readLock().unlock();
      }
    };
  }

  @Acquires("l.mu")
  static Held of(Anonymous l) {
    l.mu.lock();
    return new Held() {
      @Override
      public void close() {
        l.mu.unlock();
      }
    };
  }

  @Acquires("SHARED")
  static Held shared() {
    SHARED.lock();
    return new Held() {
      @Override
      public void close() {
        SHARED.unlock();
      }
    };
  }

  @AcquiresIf(value = "mu", result = When.NON_NULL)
  Held tried() {
    if (!mu.tryLock()) {
      return null;
    }
    return new Held() {
      @Override
      public void close() {
        mu.unlock();
      }
    };
  }

  @Acquires("mu")
  Held byHelper() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        leave();
        mu.unlock();
      }
    };
  }

  private void leave() {
    n--;
  }

  void uses() {
    try (Held held = plain()) {
      n++;
    }
    try (Section section = ofClass()) {
      n++;
    }
  }

  // ---- wrong

  @Acquires("mu")
  Held another() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        other.unlock(); // expect: ReleaseNotHeld
      }
    };
  }

  @Acquires("mu")
  Held twice() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        mu.unlock();
        mu.unlock(); // expect: ReleaseNotHeld
      }
    };
  }

  @Acquires("mu")
  Held otherField() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        o++; // expect: UnguardedAccess
        mu.unlock();
      }
    };
  }

  @Acquires("mu")
  Held tooLate() {
    mu.lock();
    return new Held() {
      @Override
      public void close() {
        mu.unlock();
        n++; // expect: UnguardedAccess
      }
    };
  }

  @Acquires("rw.readLock()")
  Held otherMode() {
    rw.readLock().lock();
    return new Held() {
      @Override
      public void close() {
        rw.writeLock().unlock(); // expect: ReleaseNotHeld
      }
    };
  }
}
