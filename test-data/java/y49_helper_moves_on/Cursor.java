// A helper may let the field change by which it names the lock that it needs: the lock stays held,
// under the name that its caller has for it.
package y49_helper_moves_on;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

abstract class Cursor {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int uses;

    Node next;
  }

  Node at;

  abstract Node other();

  private void use() {
    at.uses++;
  }

  private void useAndMoveOn() {
    at.uses++;
    at = at.next;
  }

  private void useAndJump(boolean far) {
    at.uses++;
    if (far) {
      at = other();
    }
  }

  private void useAndMoveTwice() {
    at.uses++;
    at = at.next;
    at = at.next;
  }

  @Releases("at.lock") // expect: UnstableLock "at.lock"
  private void leave() {
    at.uses--;
    at.lock.unlock();
    at = at.next;
  }

  void moves() {
    Node node = at;
    node.lock.lock();
    try {
      use();
      useAndMoveOn();
      node.uses++;
    } finally {
      node.lock.unlock();
    }
  }

  void jumps(boolean far) {
    Node node = at;
    node.lock.lock();
    try {
      useAndJump(far);
      node.uses++;
    } finally {
      node.lock.unlock();
    }
  }

  void movesTwice() {
    Node node = at;
    node.lock.lock(); // expect: LockLeakOnThrow "at.lock"
    useAndMoveTwice();
    node.uses++;
    node.lock.unlock();
  }

  void leaves() {
    Node node = at;
    node.lock.lock();
    leave();
  }

  void leavesTwice() {
    Node node = at;
    node.lock.lock();
    leave();
    node.lock.unlock(); // expect: ReleaseNotHeld "node.lock"
  }

  void usesAfterLeaving() {
    Node node = at;
    node.lock.lock();
    leave();
    node.uses++; // expect: UnguardedAccess "node.lock"
  }

  void without() {
    useAndMoveOn(); // expect: LockNotHeld "at.lock"
  }

  void keeps() {
    Node node = at;
    node.lock.lock(); // expect: LockLeakOnThrow "at.lock"
    useAndJump(true);
  } // expect: LockLeak "at.lock"
}
