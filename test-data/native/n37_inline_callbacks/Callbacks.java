package n37;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A callback that is known to run at once sees the locks at the call; one that runs later does not.
 */
final class Callbacks {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int total;

  private Runnable later;

  static void inline(@RunsInline Runnable action) {
    action.run();
  }

  static void unknown(Runnable action) {
    action.run();
  }

  void forEach(List<Integer> numbers) {
    lock.lock();
    try {
      numbers.forEach(n -> total += n);
    } finally {
      lock.unlock();
    }
  }

  void declaredInline() {
    lock.lock();
    try {
      inline(() -> total = 3);
      inline(
          () -> {
            total = 5;
          });
      inline(this::add);
    } finally {
      lock.unlock();
    }
  }

  void maps(Map<String, Integer> map) {
    synchronized (this) {
      map.computeIfAbsent("a", key -> total); // expect: UnguardedAccess "lock"
    }
    lock.lock();
    try {
      map.computeIfAbsent("b", key -> total);
      map.forEach((key, value) -> total = value);
    } finally {
      lock.unlock();
    }
  }

  void streams(List<Integer> numbers) {
    lock.lock();
    try {
      total = numbers.stream().mapToInt(n -> n + total).sum();
    } finally {
      lock.unlock();
    }
  }

  void executor(Executor executor) {
    lock.lock();
    try {
      executor.execute(() -> total = 7); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  void thread() {
    lock.lock();
    try {
      new Thread(() -> total = 9).start(); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  void notDeclaredInline() {
    lock.lock();
    try {
      unknown(() -> total = 11); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  void stored() {
    lock.lock();
    try {
      later = () -> total = 13; // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }

  void reference(Executor executor) {
    lock.lock();
    try {
      executor.execute(this::add); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }

  void forEachWithoutTheLock(List<Integer> numbers) {
    numbers.forEach(n -> total = n); // expect: UnguardedAccess "lock"
  }

  void anonymous() {
    lock.lock();
    try {
      unknown(
          new Runnable() {
            @Override
            public void run() {
              total = 15; // expect: UnguardedAccess "lock"
            }
          });
    } finally {
      lock.unlock();
    }
  }

  @Requires("lock")
  void add() {
    total++;
  }

  void invokedHere(Executor executor) {
    lock.lock();
    try {
      ((Runnable) () -> total = 11).run();
      Runnable local = () -> total = 13;
      local.run();
      Runnable handedOn = () -> total = 17; // expect: UnguardedAccess "lock"
      handedOn.run();
      executor.execute(handedOn);
    } finally {
      lock.unlock();
    }
    Runnable tooLate = () -> total = 19; // expect: UnguardedAccess "lock"
    tooLate.run();
  }

  void callsItself() {
    lock.lock();
    try {
      later =
          () -> {
            total++; // expect: UnguardedAccess "lock"
            later.run();
          };
      later.run();
    } finally {
      lock.unlock();
    }
  }
}
