package y62_generic_holders;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A lock that a generic class keeps is the lock of its type there, by field, getter and record. */
final class Holders {
  static class Holder<T> {
    final T held;

    Holder(T held) {
      this.held = held;
    }

    @Returns("held")
    final T get() {
      return held;
    }
  }

  record Pair<A, B>(A first, B second) {}

  private final Holder<ReentrantLock> holder = new Holder<>(new ReentrantLock());
  private final Holder<? extends ReentrantReadWriteLock> bounded =
      new Holder<>(new ReentrantReadWriteLock());
  private final Pair<String, ReentrantLock> pair = new Pair<>("pair", new ReentrantLock());
  private final Holder<Holder<ReentrantLock>> deep =
      new Holder<>(new Holder<>(new ReentrantLock()));

  @GuardedBy("holder.get()")
  private int byGetter;

  @GuardedBy("holder.held")
  private int byField;

  @GuardedBy("bounded.get()")
  private int byBound;

  @GuardedBy("pair.second()")
  private int byComponent;

  @GuardedBy("deep.get().held")
  private int byBoth;

  @Acquires("holder.get()")
  void take() {
    holder.get().lock();
  }

  @Releases("holder.held")
  void give() {
    holder.get().unlock();
  }

  void right() {
    take();
    byGetter++;
    byField++;
    give();
  }

  void inLocal() {
    ReentrantLock lock = holder.get();
    lock.lock();
    try {
      byGetter = 2;
      byField = 3;
    } finally {
      holder.held.unlock();
    }
  }

  int modes() {
    bounded.get().readLock().lock();
    try {
      byBound = 5; // expect: UnguardedAccess "for writing"
      return byBound;
    } finally {
      bounded.get().readLock().unlock();
    }
  }

  void component() {
    pair.second().lock();
    byComponent = 7;
    pair.second.unlock();
    byComponent = 8; // expect: UnguardedAccess "pair.second"
  }

  void deeper() {
    deep.held.get().lock();
    byBoth = 9;
    deep.get().get().unlock();
    byBoth = 10; // expect: UnguardedAccess "deep.held.held"
  }

  @Requires("other.holder.get()")
  static void change(Holders other) {
    other.byField = 11;
  }

  void ofAnother(Holders other) {
    holder.get().lock();
    try {
      change(other); // expect: LockNotHeld "other.holder.held"
    } finally {
      holder.get().unlock();
    }
    other.holder.get().lock();
    try {
      change(other);
    } finally {
      other.holder.held.unlock();
    }
  }

  void forgotten() {
    take();
    byGetter = 12;
  } // expect: LockLeak "holder.held"
}
