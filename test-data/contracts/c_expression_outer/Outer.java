package c_expression_outer;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An expression may name a member of the type around: of an instance where the nested type is an
 * inner class, of the type alone where it is static.
 */
@DefinesLock(name = "mmap", label = "mmap lock")
final class Outer {
  final ReentrantLock lock = new ReentrantLock();
  static final ReentrantLock SHARED = new ReentrantLock();

  ReentrantLock lockOf() {
    return lock;
  }

  static ReentrantLock shared() {
    return SHARED;
  }

  final class Inner {
    @GuardedBy("lock")
    int field;

    @GuardedBy("lockOf()")
    int method;

    @GuardedBy("Outer.this.lock")
    int qualified;

    @Requires("lockOf()")
    void required() {
      field = 3;
      method = 5;
      qualified = 7;
    }

    void notRequired() {
      required(); // expect: LockNotHeld "lock"
      method = 9; // expect: UnguardedAccess "lock"
    }

    @Requires("mmap")
    void defined() {}

    @RequiresMmapWrite
    void alias() {}

    final class Innermost {
      @Requires("lockOf()")
      void required() {
        Inner.this.method = 11;
      }
    }

    record Value(int number) {
      @Requires("lockOf()") // expect: InvalidContract "'lockOf' is no static method"
      void ofNoInner() {}
    }
  }

  static final class Nested {
    @GuardedBy("lock") // expect: InvalidContract "there is no 'Outer' around 'Nested', which is static"
    int field;

    @GuardedBy("lockOf()") // expect: InvalidContract "there is no 'Outer' around 'Nested', which is static"
    int method;

    @GuardedBy("Outer.this.lock") // expect: InvalidContract "there is no 'Outer' around 'Nested', which is static"
    int qualified;

    @GuardedBy("shared()")
    int ofStaticMethod;

    @Requires("lockOf()") // expect: InvalidContract "'lockOf' is no static method"
    void required() {}

    @Requires("mmap") // expect: InvalidContract "'mmap' is the lock of an instance"
    void defined() {}

    @RequiresMmapWrite // expect: InvalidContract "there is no 'Outer' around 'Nested', which is static"
    void alias() {}

    @Requires("lockOf()") // expect: InvalidContract "stands on a static member"
    static void onStatic() {}

    @Requires("SHARED")
    void ofStaticField() {
      ofStaticMethod = 3;
    }

    final class InnerOfNested {
      @Requires("lockOf()") // expect: InvalidContract "there is no 'Outer' around 'Nested', which is static"
      void required() {}
    }
  }

  void inMethod() {
    final class Local {
      @Requires("lockOf()")
      void required() {}
    }
    new Local().required(); // expect: LockNotHeld "lock"
  }

  static void inStaticMethod() {
    final class Local {
      @Requires("lockOf()") // expect: InvalidContract "there is no 'Outer' around 'Local'"
      void required() {}
    }
    new Local().required();
  }
}
