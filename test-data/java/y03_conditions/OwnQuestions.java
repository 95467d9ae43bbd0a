// A method of one's own that computes its answer from its arguments and from what cannot change gives the same answer
// to the same question.
package y03_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class OwnQuestions {
  private final ReentrantLock lock = new ReentrantLock();
  private final int limit;
  private int moving;

  @GuardedBy("lock")
  private int used;

  OwnQuestions(int limit) {
    this.limit = limit;
  }

  private static boolean isLarge(int size) {
    return size > 16;
  }

  private boolean isOver(int size) {
    int rest = limit - size;
    return rest < 0;
  }

  private boolean hasMoved(int size) {
    return size > moving;
  }

  void move() {
    moving++;
  }

  // ---- right

  void large(int size) {
    if (isLarge(size)) {
      lock.lock();
    }
    try {
      work();
    } finally {
      if (isLarge(size)) {
        lock.unlock();
      }
    }
  }

  void over(int size) {
    if (isOver(size)) {
      lock.lock();
    }
    try {
      work();
      if (isOver(size)) {
        used++;
      }
    } finally {
      if (isOver(size)) {
        lock.unlock();
      }
    }
  }

  void ofAnother(OwnQuestions other, int size) {
    boolean over = other.isOver(size);
    if (over) {
      lock.lock();
    }
    if (!other.isOver(size)) {
      return;
    }
    lock.unlock();
  }

  // ---- wrong

  void otherQuestion(int size, int count) {
    if (isLarge(size)) {
      lock.lock();
    }
    if (isLarge(count)) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void changedQuestion(int size) {
    if (isLarge(size)) {
      lock.lock();
    }
    size++;
    if (isLarge(size)) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void askedOfOther(OwnQuestions one, OwnQuestions other, int size) {
    if (one.isOver(size)) {
      lock.lock();
    }
    if (other.isOver(size)) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void otherAnswer(int size) {
    if (hasMoved(size)) {
      lock.lock();
    }
    if (hasMoved(size)) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void work() {}
}
