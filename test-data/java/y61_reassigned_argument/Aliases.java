// Two fields are one lock where the constructor stores one argument in both, and only there.
package y61_reassigned_argument;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

final class Aliases {
  static final class Same {
    private final ReentrantLock a;
    private final ReentrantLock b;

    @GuardedBy("b")
    private int n;

    Same(ReentrantLock p) {
      this.a = p;
      this.b = p;
    }

    void add() {
      a.lock();
      try {
        n++;
      } finally {
        a.unlock();
      }
    }
  }

  static final class ParameterAssigned {
    private final ReentrantLock a;
    private final ReentrantLock b;

    @GuardedBy("b")
    private int n;

    ParameterAssigned(ReentrantLock p, ReentrantLock q) {
      this.a = p;
      p = q;
      this.b = p;
    }

    void add() {
      a.lock();
      try {
        n++; // expect: UnguardedAccess "b"
      } finally {
        a.unlock();
      }
    }
  }

  static final class FieldAssignedTwice {
    private ReentrantLock a;
    private final ReentrantLock b;

    @GuardedBy("b")
    private int n;

    FieldAssignedTwice(ReentrantLock p, ReentrantLock q) {
      this.a = p;
      this.b = p;
      this.a = q;
    }

    void add() {
      a.lock();
      try {
        n++; // expect: UnguardedAccess "b"
      } finally {
        a.unlock();
      }
    }
  }

  static final class Others {
    private final ReentrantLock a;
    private final ReentrantLock b;

    @GuardedBy("b")
    private int n;

    Others(ReentrantLock p, ReentrantLock q) {
      this.a = p;
      this.b = q;
    }

    Others(ReentrantLock p) {
      this(p, p);
    }

    void add() {
      a.lock();
      try {
        n++; // expect: UnguardedAccess "b"
      } finally {
        a.unlock();
      }
    }
  }
}
