package c_joins;

import dev.holdfast.annotations.GuardedBy;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that nothing names any more is a leak, however many paths lost one; what is still named is
 * told apart path by path.
 */
abstract class LostLocks {
  private final ReentrantLock own = new ReentrantLock();

  @GuardedBy("own")
  private int count;

  abstract Lock find(String name);

  void commands(Iterator<String> lines, Map<String, Lock> all, List<String> names) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("lock")) {
        for (String name : names) {
          Lock lock = find(name);
          lock.lock(); // expect: LockLeakOnThrow
        }
      } else if (line.startsWith("unlock")) {
        for (String name : names) {
          Lock lock = find(name);
          if (lock != null) {
            lock.unlock(); // expect: ReleaseNotHeld
          }
        }
      } else if (line.startsWith("try")) {
        for (String name : names) {
          Lock lock = find(name);
          boolean taken = line.length() > 3 ? lock.tryLock() : lock.tryLock(); // expect: LockLeakOnThrow
          System.out.println(taken);
        }
      } else if (line.startsWith("all")) {
        for (Lock each : all.values()) {
          each.unlock(); // expect: ReleaseNotHeld
        }
      }
    }
  } // expect: LockLeak "find(name)"

  void handedOver(Iterator<String> names) {
    Lock last = null;
    while (names.hasNext()) {
      Lock next = find(names.next());
      next.lock(); // expect: LockLeakOnThrow
      if (last != null) {
        last.unlock();
      }
      last = next;
    }
    if (last != null) {
      last.unlock();
    }
  }

  void lostBesideOwn(Iterator<String> names) {
    while (names.hasNext()) {
      find(names.next()).lock(); // expect: LockLeakOnThrow
      own.lock();
      count++;
      own.unlock();
      count++; // expect: UnguardedAccess "own"
    }
  } // expect: LockLeak

  void keptBesideLost(Iterator<String> names, boolean keep) {
    while (names.hasNext()) {
      if (keep) {
        find(names.next()).lock(); // expect: LockLeakOnThrow
      }
    }
    if (keep) {
      own.lock();
    }
    count++; // expect: UnguardedAccess "own"
    if (keep) {
      own.unlock();
    }
  } // expect: LockLeak
}
