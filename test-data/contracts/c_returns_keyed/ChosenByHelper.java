package c_returns_keyed;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A stripe may be chosen by a method of one's own, from an array or from a list. */
final class ChosenByHelper {
  private static final int MASK = 15;

  private final ReentrantLock[] table = new ReentrantLock[16];
  private final List<Lock> list = new ArrayList<>();
  private final int shift;
  private final AtomicInteger turn = new AtomicInteger();
  private int moved;

  ChosenByHelper(int shift) {
    this.shift = shift;
  }

  // ---- right: the result depends on the argument and on what cannot change

  private static int slot(Object key) {
    int hash = key.hashCode();
    hash ^= hash >>> 16;
    return hash & MASK;
  }

  private int shifted(int key) {
    return key < 0 ? 0 : Math.max(0, slot(key) >>> shift) % table.length;
  }

  @Returns("table[#1]")
  Lock ofKey(Object key) {
    return table[slot(key)];
  }

  @Returns("table[#1]")
  Lock ofNumber(int key) {
    return table[shifted(key)];
  }

  @Returns("list[#1]")
  Lock inList(Object key) {
    return list.get(slot(key));
  }

  @Returns("list[#1]")
  Lock inListDirectly(String key) {
    return list.get(key.hashCode() & MASK);
  }

  @Acquires("list[#1]")
  void lock(Object key) {
    inList(key).lock();
  }

  @Releases("list[#1]")
  void unlock(Object key) {
    inList(key).unlock();
  }

  void use(Object key, int number) {
    lock(key);
    try {
      table[slot(key)].lock();
      table[slot(key)].unlock();
    } finally {
      unlock(key);
    }
  }

  // ---- wrong: it depends on more

  private int next(int key) {
    return (key + turn.incrementAndGet()) & MASK;
  }

  private int drifting(int key) {
    return (key + moved) & MASK;
  }

  private int counting(int key) {
    moved++;
    return key & MASK;
  }

  @Returns("table[#1]")
  Lock ofTurn(int key) {
    return table[next(key)]; // expect: BrokenContract "is not what is returned"
  }

  @Returns("table[#1]")
  Lock ofDrift(int key) {
    return table[drifting(key)]; // expect: BrokenContract
  }

  @Returns("table[#1]")
  Lock ofCount(int key) {
    return table[counting(key)]; // expect: BrokenContract
  }

  @Returns("list[#1]")
  Lock ofOther(Object key, Object other) {
    return list.get(slot(other)); // expect: BrokenContract
  }

  @Returns("list[#1]")
  Lock ofSize(Object key) {
    return list.get(slot(key) % list.size()); // expect: BrokenContract
  }

  void otherKey(Object key, Object other) {
    lock(key);
    unlock(other); // expect: ReleaseNotHeld "list["
    unlock(key);
  }
}
