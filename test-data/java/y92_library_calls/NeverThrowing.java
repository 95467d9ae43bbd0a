package y92_library_calls;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What collections of a known class cannot throw, no lock can leak through. */
class NeverThrowing {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();

  @GuardedBy("lock")
  private final ArrayDeque<String> deque = new ArrayDeque<>();

  @GuardedBy("lock")
  private final Queue<String> queue = new LinkedList<>();

  @GuardedBy("lock")
  private final List<String> list;

  @GuardedBy("lock")
  private final Map<String, String> map = new HashMap<>();

  @GuardedBy("lock")
  private final Queue<String> ordered = new PriorityQueue<>();

  @GuardedBy("lock")
  private final Collection<String> given;

  @GuardedBy("lock")
  private final List<String> part;

  @GuardedBy("lock")
  private Deque<String> changing = new ArrayDeque<>();

  NeverThrowing(Collection<String> given) {
    this.given = given;
    this.list = new ArrayList<>();
    this.part = new ArrayList<>(given).subList(0, 1);
  }

  int size() {
    lock.lock();
    int n = deque.size() + queue.size() + list.size() + map.size() + ordered.size();
    lock.unlock();
    return n;
  }

  boolean empty() {
    lock.lock();
    boolean e = deque.isEmpty() || list.isEmpty() || map.isEmpty();
    lock.unlock();
    return e;
  }

  String poll() {
    lock.lock();
    String s = deque.poll();
    if (s == null) {
      s = queue.poll();
    }
    lock.unlock();
    return s;
  }

  String first() {
    lock.lock();
    String s = ordered.peek();
    lock.unlock();
    return s;
  }

  void fill(String s) {
    lock.lock();
    list.add(s);
    queue.offer(s);
    lock.unlock();
  }

  void reset() {
    lock.lock();
    deque.clear();
    map.clear();
    lock.unlock();
  }

  void put(String s) {
    lock.lock();
    try {
      deque.add(s);
    } finally {
      if (deque.peek() != null) {
        notEmpty.signal();
      }
      lock.unlock();
    }
  }

  static int local(ReentrantLock some) {
    Deque<String> own = new ArrayDeque<>();
    some.lock();
    int n = own.size();
    some.unlock();
    return n;
  }

  /* What can throw. */

  int sizeOfGiven() {
    lock.lock(); // expect: LockLeakOnThrow
    int n = given.size();
    lock.unlock();
    return n;
  }

  int sizeOfPart() {
    lock.lock(); // expect: LockLeakOnThrow
    int n = part.size();
    lock.unlock();
    return n;
  }

  int sizeOfChanging() {
    lock.lock(); // expect: LockLeakOnThrow
    int n = changing.size();
    lock.unlock();
    return n;
  }

  void use(Deque<String> other) {
    lock.lock();
    try {
      changing = other;
    } finally {
      lock.unlock();
    }
  }

  String byOrder() {
    lock.lock(); // expect: LockLeakOnThrow
    String s = ordered.poll();
    lock.unlock();
    return s;
  }

  void addNull(String s) {
    lock.lock(); // expect: LockLeakOnThrow
    deque.add(s);
    lock.unlock();
  }

  void byKey(String s) {
    lock.lock(); // expect: LockLeakOnThrow
    map.put(s, s);
    lock.unlock();
  }
}
