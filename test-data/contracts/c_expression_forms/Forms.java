package c_expression_forms;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every way to name a lock by an expression: with the lock held all right, without it a finding.
 */
class Forms {
  static final Object LOCK = new Object();

  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("this")
  int byThis;

  @GuardedBy("lock")
  int byField;

  @GuardedBy("this.lock")
  int byThisField;

  @GuardedBy("Forms.LOCK")
  int byStatic;

  @GuardedBy("LOCK")
  static int byBareStatic;

  @GuardedBy("Forms.class")
  static int byClass;

  synchronized void self(int n) {
    byThis = n;
    byField = n; // expect: UnguardedAccess "lock"
  }

  void field(int n) {
    lock.lock();
    byField = n;
    byThisField = n;
    byThis = n; // expect: UnguardedAccess "this"
    lock.unlock();
    byThisField = n; // expect: UnguardedAccess "lock"
  }

  void statics(int n) {
    synchronized (LOCK) {
      byStatic = n;
      byBareStatic = n;
    }
    synchronized (Forms.LOCK) {
      byStatic = n;
    }
    byStatic = n; // expect: UnguardedAccess "LOCK"
    synchronized (Forms.class) {
      byClass = n;
      byBareStatic = n; // expect: UnguardedAccess "LOCK"
    }
    byClass = n; // expect: UnguardedAccess "Forms.class"
  }

  static synchronized void staticMethod(int n) {
    byClass = n;
  }

  @Requires("shard.lock")
  void parameter(Forms shard, int n) {
    shard.byField = n;
    byField = n; // expect: UnguardedAccess "shard.lock"
  }

  @Requires("#1.lock")
  void firstParameter(Forms shard, int n) {
    shard.byField = n;
  }

  @Requires("#2.lock")
  void secondParameter(Forms first, Forms second, int n) {
    second.byField = n;
    first.byField = n; // expect: UnguardedAccess "first.lock"
  }

  void callers(Forms a, Forms b) {
    a.lock.lock();
    try {
      parameter(a, 3);
      firstParameter(a, 5);
      secondParameter(b, a, 7);
      parameter(b, 9); // expect: LockNotHeld "b.lock"
      firstParameter(b, 11); // expect: LockNotHeld "b.lock"
      secondParameter(a, b, 13); // expect: LockNotHeld "b.lock"
    } finally {
      a.lock.unlock();
    }
  }

  class Inner {
    @GuardedBy("Forms.this.lock")
    int count;

    @Requires("Forms.this.lock")
    void byContract(int n) {
      count = n;
      byField = n;
    }

    void direct(int n) {
      lock.lock();
      count = n;
      Forms.this.byField = n;
      lock.unlock();
      count = n; // expect: UnguardedAccess "lock"
    }
  }
}
