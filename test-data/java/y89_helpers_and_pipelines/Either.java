// Where one of several callbacks is handed on, or one that was made of another, each counts as run
// with what is held there.
package y89_helpers_and_pipelines;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

class Either {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();

  @GuardedBy("lock")
  private int limit;

  @GuardedBy("other")
  private int most;

  @GuardedBy("lock")
  private final List<String> names = new ArrayList<>();

  private void either(boolean first, Predicate<String> p, Predicate<String> q) {
    names.removeIf(first ? p : q);
  }

  private void locked(Predicate<String> p) {
    other.lock();
    try {
      names.removeIf(p);
    } finally {
      other.unlock();
    }
  }

  private void lockedNot(Predicate<String> p) {
    locked(p.negate());
  }

  private void unlocked(List<String> all, Predicate<String> p) {
    lock.unlock();
    try {
      all.removeIf(p);
    } finally {
      lock.lock();
    }
  }

  private void unlockedEither(
      boolean first, List<String> all, Predicate<String> p, Predicate<String> q) {
    lock.unlock();
    try {
      all.removeIf(first ? p : q);
    } finally {
      lock.lock();
    }
  }

  private void unlockedStage(
      boolean first, List<String> all, Predicate<String> p, Predicate<String> q) {
    lock.unlock();
    try {
      System.out.println(all.stream().filter(first ? p : q).count());
    } finally {
      lock.lock();
    }
  }

  private void unlockedNot(List<String> all, Predicate<String> p) {
    unlocked(all, p.negate());
  }

  private void unlockedNotBy(List<String> all, Predicate<String> p) {
    unlocked(all, Predicate.not(p));
  }

  private void unlockedOne(
      boolean first, List<String> all, Predicate<String> p, Predicate<String> q) {
    unlocked(all, first ? p : q.negate());
  }

  void right(boolean first, List<String> all) {
    lock.lock();
    try {
      either(first, s -> s.length() > limit, s -> s.length() < limit);
      all.removeIf(first ? s -> s.length() > limit : s -> s.length() < limit);
      locked(first ? s -> s.length() > limit : s -> s.length() < most);
      locked(((Predicate<String>) s -> s.length() > limit + most).negate());
      lockedNot(s -> s.length() > limit + most);
      Predicate<String> longer = s -> s.length() > limit + most;
      locked(longer.negate());
    } finally {
      lock.unlock();
    }
  }

  void wrong(boolean first, List<String> all) {
    all.removeIf(
        first
            ? s -> s.length() > limit // expect: UnguardedAccess "lock"
            : s -> s.length() < limit); // expect: UnguardedAccess "lock"
    locked(s -> s.length() > most); // expect: LockNotHeld "lock"
    lock.lock();
    try {
      unlocked(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
      unlockedEither(
          first,
          all,
          s -> s.length() > limit, // expect: UnguardedAccess "lock"
          s -> s.length() < limit); // expect: UnguardedAccess "lock"
      unlockedStage(
          first,
          all,
          s -> s.length() > limit, // expect: UnguardedAccess "lock"
          s -> s.length() < limit); // expect: UnguardedAccess "lock"
      unlockedNot(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
      unlockedNotBy(all, s -> s.length() > limit); // expect: UnguardedAccess "lock"
      unlockedOne(
          first,
          all,
          s -> s.length() > limit, // expect: UnguardedAccess "lock"
          s -> s.length() < limit); // expect: UnguardedAccess "lock"
      unlocked(
          all,
          ((Predicate<String>) s -> s.length() > limit) // expect: UnguardedAccess "lock"
              .negate());
    } finally {
      lock.unlock();
    }
  }
}
