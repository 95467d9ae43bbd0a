package c_invalid_expression;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.SameObject;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Expressions that cannot be resolved: each an invalid contract, at the annotation. */
class Unresolved {
  static final ReentrantLock SHARED = new ReentrantLock();
  final ReentrantLock lock = new ReentrantLock();
  int number;
  String text;

  @GuardedBy("missing") // expect: InvalidContract "missing"
  int first;

  @GuardedBy("lock.missing") // expect: InvalidContract "missing"
  int second;

  @GuardedBy("Missing.LOCK") // expect: InvalidContract "Missing"
  int third;

  @GuardedBy("lock(") // expect: InvalidContract "lock("
  int fourth;

  @GuardedBy("lock..lock") // expect: InvalidContract "lock..lock"
  int fifth;

  @GuardedBy("") // expect: InvalidContract
  int sixth;

  @Requires("missing") // expect: InvalidContract "missing"
  void method() {}

  @Requires("#2.lock") // expect: InvalidContract "#2"
  void numbered(Unresolved other) {}

  @Requires("#0.lock") // expect: InvalidContract "#0"
  void zero(Unresolved other) {}

  void parameter(@Requires("missing") Unresolved other) {} // expect: InvalidContract "missing"

  @Acquires("lock + lock") // expect: InvalidContract
  void sum() {}

  @Releases("this.") // expect: InvalidContract "this."
  void dangling() {}

  @Returns("missing") // expect: InvalidContract "missing"
  Lock getter() {
    return lock;
  }

  @SameObject({"return.missing", "this"}) // expect: InvalidContract "missing"
  Unresolved same() {
    return this;
  }

  @AcquiredBefore("missing") // expect: InvalidContract "missing"
  final ReentrantLock ordered = new ReentrantLock();

  Lock lockOf(Object key) {
    return lock;
  }

  static Lock shared(Object key) {
    return SHARED;
  }

  @Requires("lockOf(String)") // expect: InvalidContract "'lockOf' is given a type"
  void ofType() {}

  @Requires("lockOf(String.class)")
  void ofClassObject() {}

  @Requires("getter()") // expect: InvalidContract "'getter' is no static method"
  static void withoutInstance() {}

  @Requires("shared(#1)")
  static void ofStaticMethod(Object key) {}

  @Requires("Unresolved.getter()") // expect: InvalidContract "'Unresolved.getter' is not static"
  void ofNoInstance() {}

  @Requires("Unresolved.shared(#1)")
  void ofType(Object key) {}
}
