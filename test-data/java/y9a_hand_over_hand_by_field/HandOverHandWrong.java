// The same with mistakes.
package y9a_hand_over_hand_by_field;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

final class HandOverHandWrong {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    Node next;

    @GuardedBy("lock")
    int value;
  }

  // lets go before it has the next
  void early(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) {
      Node old = p;
      old.lock.unlock();
      p = p.next; // expect: UnguardedAccess
      p.lock.lock();
    }
    p.lock.unlock();
  }

  // forgets to let go
  void forgets(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) {
      p.next.lock.lock();
      p = p.next;
    }
    p.lock.unlock();
  } // expect: LockLeak, LockLeak

  // gives up the wrong one
  void wrong(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) { // expect: UnguardedAccess
      p.next.lock.lock();
      p = p.next;
      p.lock.unlock();
    }
    p.lock.unlock();
  }

  // writes what it let go
  void writes(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) {
      p.next.lock.lock();
      Node old = p;
      p = p.next;
      old.lock.unlock();
      old.value = 1; // expect: UnguardedAccess
    }
    p.lock.unlock();
  }

  // does not lock the next
  void not(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) { // expect: UnguardedAccess
      Node old = p;
      p = p.next;
      old.lock.unlock();
    }
    p.lock.unlock();
  }

  // moves on by two
  void two(Node first) {
    Node p = first;
    p.lock.lock();
    while (p.next != null) { // expect: UnguardedAccess
      p.next.lock.lock(); // expect: LockLeakOnThrow
      Node old = p;
      p = p.next.next;
      old.lock.unlock();
    }
    p.lock.unlock();
  }
}
