// A lambda runs later with nothing held, unless the method it is passed to is declared to run it
// inline.
package j49_lambda;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

class Lambdas {
  private final ReentrantLock mutex = new ReentrantLock();
  private Runnable stored;

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("this")
  private int own;

  static void inline(@RunsInline Runnable action) {
    action.run();
  }

  static void later(Runnable action, Executor executor) {
    executor.execute(action);
  }

  void passedInline() {
    mutex.lock();
    try {
      inline(() -> count++);
    } finally {
      mutex.unlock();
    }
    inline(() -> count--); // expect: UnguardedAccess "mutex"
  }

  synchronized void blockLambda() {
    inline(
        () -> {
          own++;
          count++; // expect: UnguardedAccess "mutex"
        });
  }

  synchronized void notInline(Executor executor) {
    executor.execute(() -> own++); // expect: UnguardedAccess "this"
    later(() -> own--, executor); // expect: UnguardedAccess "this"
  }

  synchronized void storedInField() {
    stored = () -> own++; // expect: UnguardedAccess "this"
  }

  synchronized Runnable returned() {
    return () -> own++; // expect: UnguardedAccess "this"
  }

  synchronized void thread() {
    new Thread(() -> own++).start(); // expect: UnguardedAccess "this"
  }

  void takesItself(Executor executor) {
    executor.execute(
        () -> {
          synchronized (this) {
            own++;
          }
          own--; // expect: UnguardedAccess "this"
        });
    executor.execute(
        () -> {
          mutex.lock();
          try {
            count++;
          } finally {
            mutex.unlock();
          }
        });
  }

  synchronized void nestedInline(Executor executor) {
    inline(() -> inline(() -> own++));
    executor.execute(() -> inline(() -> own++)); // expect: UnguardedAccess "this"
    inline(() -> executor.execute(() -> own++)); // expect: UnguardedAccess "this"
  }

  synchronized void libraryInline(
      List<String> names, Map<String, Integer> index, Optional<String> o) {
    names.forEach(name -> own++);
    index.computeIfAbsent("a", key -> own);
    o.ifPresent(name -> own--);
    names.removeIf(name -> name.length() > own);
  }

  void libraryUnheld(List<String> names, Map<String, Integer> index, Optional<String> o) {
    names.forEach(name -> own++); // expect: UnguardedAccess "this"
    index.computeIfAbsent("a", key -> own); // expect: UnguardedAccess "this"
    o.ifPresent(name -> own--); // expect: UnguardedAccess "this"
  }

  void leakInLambda(Executor executor) {
    executor.execute(
        () -> {
          mutex.lock();
          count++;
        }); // expect: LockLeak "mutex"
  }
}
