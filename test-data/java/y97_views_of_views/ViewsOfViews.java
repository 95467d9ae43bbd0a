package y97_views_of_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** A view of a view, and a wrapper, show the guarded object too. */
class ViewsOfViews {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private final Map<String, Integer> map = new HashMap<>();

  @GuardedBy("lock")
  private final List<String> list = new ArrayList<>();

  @GuardedBy("lock")
  private List<String> batch = new ArrayList<>();

  @GuardedBy("rw")
  private final List<String> shared = new ArrayList<>();

  void insideOnly() {
    lock.lock();
    try {
      Stream<Integer> s = map.values().stream();
      s.forEach(System.out::println);
      List<String> l = Collections.unmodifiableList(list);
      System.out.println(l.get(0) + l.size());
      for (String each : Collections.synchronizedList(list)) {
        System.out.println(each);
      }
    } finally {
      lock.unlock();
    }
  }

  List<String> handedOut() {
    lock.lock();
    try {
      return Collections.unmodifiableList(new ArrayList<>(list));
    } finally {
      lock.unlock();
    }
  }

  void copied() {
    List<String> copy;
    lock.lock();
    try {
      copy = Collections.unmodifiableList(new ArrayList<>(list));
    } finally {
      lock.unlock();
    }
    System.out.println(copy.size());
  }

  void ownOnly(List<String> given) {
    List<String> l = Collections.unmodifiableList(given);
    System.out.println(l.size());
  }

  String reads() {
    rw.readLock().lock();
    try {
      return Collections.max(Collections.unmodifiableList(shared), Comparator.naturalOrder());
    } finally {
      rw.readLock().unlock();
    }
  }

  void takesBatch() {
    List<String> old;
    lock.lock();
    try {
      old = Collections.unmodifiableList(batch);
      batch = new ArrayList<>();
    } finally {
      lock.unlock();
    }
    System.out.println(old.size());
  }

  void iteratesBatch() {
    Iterator<String> all;
    lock.lock();
    try {
      all = batch.iterator();
      this.batch = new ArrayList<>();
    } finally {
      lock.unlock();
    }
    while (all.hasNext()) {
      System.out.println(all.next());
    }
  }

  /* What is wrong. */

  void streamOfView() {
    Stream<Integer> s;
    lock.lock();
    try {
      s = map.values().stream();
    } finally {
      lock.unlock();
    }
    s.forEach(System.out::println); // expect: UnguardedAccess "map"
  }

  void streamOfWrapper() {
    Stream<String> s;
    lock.lock();
    try {
      s = Collections.unmodifiableList(list).stream();
    } finally {
      lock.unlock();
    }
    System.out.println(s.count()); // expect: UnguardedAccess "list"
  }

  void wrapper() {
    List<String> l;
    lock.lock();
    try {
      l = Collections.unmodifiableList(list);
    } finally {
      lock.unlock();
    }
    System.out.println(l.get(0)); // expect: UnguardedAccess "list"
  }

  void wrapperOfView() {
    Set<String> keys;
    lock.lock();
    try {
      keys = Collections.unmodifiableSet(map.keySet());
    } finally {
      lock.unlock();
    }
    for (String key : keys) { // expect: UnguardedAccess "map"
      System.out.println(key);
    }
  }

  void writesThrough() {
    Collection<String> c = Collections.synchronizedList(list); // expect: UnguardedAccess "list"
    rw.readLock().lock();
    try {
      List<String> l = Collections.checkedList(shared, String.class);
      l.add("x"); // expect: UnguardedAccess "shared"
    } finally {
      rw.readLock().unlock();
    }
    lock.lock();
    try {
      c.clear();
    } finally {
      lock.unlock();
    }
  }
}
