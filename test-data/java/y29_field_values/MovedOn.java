// A field is assigned what it led to before: that is the object which its lock was taken of, and the
// field's own next one is another.
package y29_field_values;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class MovedOn {
  static class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int uses;

    @GuardedBy("lock")
    Node next;
  }

  @GuardedBy("this")
  private Node head = new Node();

  synchronized void nextIsLocked() {
    Node first = head;
    first.lock.lock(); // expect: LockLeakOnThrow
    head.next.lock.lock();
    head = head.next;
    head.uses++;
    first.lock.unlock();
    head.uses++;
    head.lock.unlock();
  }

  synchronized void underAnotherName() {
    head.lock.lock(); // expect: LockLeakOnThrow
    Node next = head.next;
    next.lock.lock();
    head.lock.unlock();
    head = next;
    head.uses++;
    next.lock.unlock();
  }

  synchronized void itself() {
    head.lock.lock();
    head = head;
    head.uses++;
    head.lock.unlock();
  }

  synchronized void onlyTheFirst() {
    Node first = head;
    first.lock.lock(); // expect: LockLeakOnThrow
    head = head.next;
    first.uses++;
    head.uses++; // expect: UnguardedAccess "head.lock"
    first.lock.unlock();
  }

  synchronized void givesUpTheNext() {
    head.lock.lock();
    head = head.next;
    head.lock.unlock(); // expect: ReleaseNotHeld "releases 'head.lock'"
  }

  synchronized void oneFurther() {
    Node first = head;
    first.lock.lock(); // expect: LockLeakOnThrow
    Node next = first.next;
    next.lock.lock(); // expect: LockLeakOnThrow
    head = next.next;
    head.uses++; // expect: UnguardedAccess "head.lock"
    next.lock.unlock();
    first.lock.unlock();
  }
}
