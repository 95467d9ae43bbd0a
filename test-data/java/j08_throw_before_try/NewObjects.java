// What is made from nothing does not fail; what is made from something may.
package j08_throw_before_try;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

class NewObjects {
  static final class Names extends ArrayList<String> {}

  static final class Counter extends AtomicInteger {
    Counter(int start) {
      super(start);
    }
  }

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private List<String> names;

  @GuardedBy("lock")
  private Map<String, AtomicInteger> counts;

  @GuardedBy("lock")
  private Object other;

  void renew() {
    lock.lock();
    names = new ArrayList<>();
    counts = new HashMap<>();
    other = new ConcurrentLinkedQueue<String>();
    lock.unlock();
  }

  void clear() {
    lock.lock();
    names = Collections.emptyList();
    counts = Map.of();
    other = null;
    lock.unlock();
  }

  void others(int n) {
    lock.lock();
    other = new AtomicInteger(n);
    other = new CompletableFuture<String>();
    other = new StringBuilder();
    other = new ReentrantLock();
    lock.unlock();
  }

  void own(int n) {
    lock.lock();
    names = new Names();
    other = new Counter(n);
    lock.unlock();
  }

  void copy(List<String> from) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    names = new ArrayList<>(from);
    lock.unlock();
  }

  void sized(int n) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    counts = new HashMap<>(n);
    lock.unlock();
  }

  void listed(String name) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    names = List.of(name);
    lock.unlock();
  }
}
