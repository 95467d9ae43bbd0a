// A helper may give up the locks of all that its callers keep in a collection, and leave it empty.
package y82_kept_by_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Crabbing {
  abstract static class Page {
    final ReentrantReadWriteLock latch = new ReentrantReadWriteLock();

    @GuardedBy("latch")
    int size;

    abstract Page child(int key);

    abstract boolean isSafe();
  }

  private static void releaseAll(Deque<Page> held) {
    while (!held.isEmpty()) held.pop().latch.writeLock().unlock();
  }

  private void drain(Deque<Page> held) {
    Page page;
    while ((page = held.poll()) != null) page.latch.writeLock().unlock();
  }

  private void releaseEach(Deque<Page> held) {
    for (Page page : held) page.latch.writeLock().unlock();
    held.clear();
  }

  private void releaseByIterator(Deque<Page> held) {
    Iterator<Page> all = held.iterator();
    while (all.hasNext()) {
      all.next().latch.writeLock().unlock();
      all.remove();
    }
  }

  private void releaseRead(Deque<Page> held) {
    while (!held.isEmpty()) held.removeLast().latch.readLock().unlock();
  }

  private void handsOn(Deque<Page> held) {
    drain(held);
  }

  // ---- right

  void insert(Page root, int key) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock();
    held.push(root);
    try {
      Page at = root;
      while (at.child(key) != null) {
        Page next = at.child(key);
        boolean safe = next.isSafe();
        next.latch.writeLock().lock();
        if (safe) {
          releaseAll(held);
        }
        held.push(next);
        at = next;
      }
      at.size++;
    } finally {
      drain(held);
    }
  }

  void one(Page root) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock();
    held.push(root);
    root.size++;
    releaseEach(held);
  }

  void again(Page root, Page next) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock();
    held.push(root);
    handsOn(held);
    next.latch.writeLock().lock();
    held.push(next);
    releaseByIterator(held);
  }

  void perhaps(Page root, boolean both) {
    Deque<Page> held = new ArrayDeque<>();
    if (both) {
      root.latch.readLock().lock();
      held.push(root);
    }
    releaseRead(held);
  }

  void nothing() {
    Deque<Page> held = new ArrayDeque<>();
    releaseAll(held);
    releaseAll(held);
  }

  // ---- wrong

  void forgotten(Page root) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock(); // expect: LockLeakOnThrow
    held.push(root);
    if (root.isSafe()) {
      releaseAll(held);
    }
  } // expect: LockLeak

  void inWrongMode(Page root) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.readLock().lock();
    held.push(root);
    releaseAll(held); // expect: LockNotHeld
  }

  void unlocked(Page root, Page next) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock();
    held.push(root);
    releaseAll(held);
    held.push(next);
    drain(held); // expect: LockNotHeld
  }

  void twice(Page root) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock();
    held.push(root);
    releaseAll(held);
    root.latch.writeLock().unlock(); // expect: ReleaseNotHeld
  }

  void afterwards(Page root) {
    Deque<Page> held = new ArrayDeque<>();
    root.latch.writeLock().lock();
    held.push(root);
    drain(held);
    root.size++; // expect: UnguardedAccess
  }
}
