package c_unstable_lock;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.SameObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A lock that a call gives: the same each time by the call's contract, by a model, or where it is
 * seen to return what stays; else perhaps another one each time.
 */
abstract class Calls {
  record Shard(ReentrantLock lock) {}

  @DefinesLock(name = "gate")
  interface Gate {
    @Returns("gate")
    Lock gate();

    Lock other();

    @Requires("gate()")
    void throughContract();

    @Requires("other()") // expect: UnstableLock "'other()'"
    void throughAnyMethod();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Map<String, ReentrantLock> stripes = new HashMap<>();
  private final Calls parent = null;
  ReentrantLock changing = new ReentrantLock();

  final ReentrantLock getter() {
    return lock;
  }

  final ReentrantLock whicheverKey(int key) {
    return lock;
  }

  ReentrantLock fresh() {
    return new ReentrantLock();
  }

  ReentrantLock changing() {
    return changing;
  }

  ReentrantLock keyed(int key) {
    return key > 3 ? lock : fresh();
  }

  @SameObject({"return.parent", "this"})
  abstract Calls child();

  static native Object any();

  @GuardedBy("getter()")
  int first;

  @GuardedBy("whicheverKey(5)")
  int alsoFirst;

  @GuardedBy("parent.getter()")
  int second;

  @GuardedBy("rw.writeLock()")
  int third;

  @GuardedBy("fresh()") // expect: UnstableLock "'fresh', which may give another object each time"
  int fourth;

  @GuardedBy("changing()") // expect: UnstableLock "declare @Returns"
  int fifth;

  @GuardedBy("any()") // expect: UnstableLock "'any'"
  static int sixth;

  @Requires("stripes.get(#1)")
  void modelled(String name) {}

  @Requires("shard.lock()")
  void accessor(Shard shard) {}

  @Requires("child().parent.lock")
  void sameObject() {}

  @Requires("keyed(#1)") // expect: UnstableLock "'keyed(#1)' runs through 'keyed'"
  void argument(int key) {}

  @Requires("keyed(#1)")
  void saidOnce(int key) {}

  void heldThroughGetters(Calls other, int n) {
    other.lock.lock();
    other.first = n;
    other.lock.unlock();
    whicheverKey(n).lock();
    alsoFirst = n;
    whicheverKey(7).unlock();
  }
}
