// A helper may put what it locks into a collection of its callers, where they find it.
package y82_kept_by_helpers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Lock;

class Filling {
  private void lockAll(Collection<Lock> wanted, Deque<Lock> held) {
    for (Lock lock : wanted) {
      lock.lock();
      held.push(lock);
    }
  }

  private boolean tryAll(Collection<Lock> wanted, Deque<Lock> held) {
    for (Lock lock : wanted) {
      if (!lock.tryLock()) return false;
      held.push(lock);
    }
    return true;
  }

  private static void lockOne(Lock lock, List<Lock> held) {
    lock.lock();
    held.add(lock);
  }

  private static void unlockAll(Deque<Lock> held) {
    for (Lock lock; (lock = held.poll()) != null; ) lock.unlock();
  }

  // ---- right

  void all(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    try {
      lockAll(wanted, held);
      work();
    } finally {
      unlockAll(held);
    }
  }

  void allHere(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    try {
      lockAll(wanted, held);
    } finally {
      while (!held.isEmpty()) held.pop().unlock();
    }
  }

  boolean some(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    try {
      return tryAll(wanted, held);
    } finally {
      unlockAll(held);
    }
  }

  boolean allOrNone(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    if (!tryAll(wanted, held)) {
      unlockAll(held);
      return false;
    }
    try {
      work();
      return true;
    } finally {
      unlockAll(held);
    }
  }

  void two(Lock first, Lock second) {
    List<Lock> held = new ArrayList<>();
    try {
      lockOne(first, held);
      lockOne(second, held);
    } finally {
      for (Lock lock : held) lock.unlock();
    }
  }

  // ---- wrong

  void lost(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    lockAll(wanted, held);
  } // expect: LockLeak

  void twice(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    lockAll(wanted, held);
    unlockAll(held);
    for (Lock lock : wanted) lock.unlock(); // expect: ReleaseNotHeld
  }

  boolean lostHalfway(List<Lock> wanted) {
    Deque<Lock> held = new ArrayDeque<>();
    if (!tryAll(wanted, held)) {
      return false; // expect: LockLeak
    }
    unlockAll(held);
    return true;
  }

  void onThrow(Lock first) {
    List<Lock> held = new ArrayList<>();
    lockOne(first, held); // expect: LockLeakOnThrow
    work();
    for (Lock lock : held) lock.unlock();
  }

  void unlocked(Lock first, Lock second) {
    List<Lock> held = new ArrayList<>();
    lockOne(first, held);
    held.add(second);
    for (Lock lock : held) lock.unlock(); // expect: ReleaseNotHeld
  }

  void work() {}
}
