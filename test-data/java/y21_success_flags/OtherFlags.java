package y21_success_flags;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** What was taken is told by a number, an enum constant, or a condition of several results. */
class OtherFlags {
  enum Taken {
    NOTHING,
    LEFT,
    RIGHT
  }

  private static final int HELD = 3;
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();

  @GuardedBy("left")
  private int a;

  @GuardedBy("right")
  private int b;

  void conjunction() {
    boolean l = left.tryLock();
    boolean r = right.tryLock();
    boolean both = l && r;
    if (both) {
      a = b;
    }
    boolean neither = !l && !r;
    if (neither) {
      return;
    }
    if (l) {
      left.unlock();
    }
    if (r) {
      right.unlock();
    }
  }

  void disjunction() {
    boolean l = left.tryLock();
    boolean r = right.tryLock();
    boolean any = l | r;
    if (any) {
      a = 3; // expect: UnguardedAccess "left"
    }
    if (l) {
      left.unlock();
    }
    if (any) {
      right.unlock(); // expect: ReleaseNotHeld "right"
    }
  }

  void number() {
    int state = left.tryLock() ? 1 : 0;
    if (state == 1) {
      a = 5;
    }
    if (state != 0) {
      left.unlock();
    }
  }

  void numberOfSeveral() {
    int state = 0;
    if (left.tryLock()) {
      state = 1;
    } else if (right.tryLock()) {
      state = 2;
    }
    switch (state) {
      case 1:
        a = 7;
        left.unlock();
        break;
      case 2:
        b = 7;
        right.unlock();
        break;
      default:
        break;
    }
  }

  void namedNumber() {
    int state = left.tryLock() ? HELD : -1;
    if (state < 0) {
      return;
    }
    if (state == HELD) {
      a = 9;
      left.unlock();
    }
  }

  void otherNumber() {
    int state = 0;
    if (left.tryLock()) {
      state = 1;
    } else if (right.tryLock()) {
      state = 2;
    }
    if (state == 2) {
      left.unlock(); // expect: ReleaseNotHeld "'this.right' is held"
    } else if (state == 1) {
      return; // expect: LockLeak "left"
    }
  }

  void changedNumber(int other) {
    int state = left.tryLock() ? 1 : 0;
    state = other;
    if (state == 1) {
      left.unlock(); // expect: ReleaseNotHeld "left"
    }
  }

  void enumConstant() {
    Taken taken = Taken.NOTHING;
    if (left.tryLock()) {
      taken = Taken.LEFT;
    } else if (right.tryLock()) {
      taken = Taken.RIGHT;
    }
    if (taken == Taken.LEFT) {
      a = 11;
    }
    switch (taken) {
      case LEFT -> left.unlock();
      case RIGHT -> right.unlock();
      default -> {}
    }
  }

  void otherEnumConstant() {
    Taken taken = left.tryLock() ? Taken.LEFT : Taken.NOTHING;
    if (taken != Taken.LEFT) {
      left.unlock(); // expect: ReleaseNotHeld "left"
    }
    if (taken == Taken.RIGHT) {
      right.unlock();
    }
  } // expect: LockLeak "left"

  void onFirstPassOnly(int n) {
    for (int i = 0; i < n; i++) {
      if (i == 0) {
        left.lock();
      }
      a = i;
    }
  } // expect: LockLeak "left"

  void onLaterPassesOnly(int n) {
    for (int i = 0; i < n; i++) {
      if (i > 0) {
        left.lock();
      }
      a = i; // expect: UnguardedAccess "left"
      if (i > 0) {
        left.unlock();
      }
    }
  }

  void onEveryPass(int n) {
    for (int i = 0; i < n; i++) {
      left.lock();
      a = i;
      left.unlock();
    }
    for (int i = 0; i < 10; i++) {
      a = i; // expect: UnguardedAccess "left"
    }
  }

  void counted(boolean wanted) {
    int depth = 0;
    if (wanted) {
      left.lock();
      depth++;
    }
    if (depth > 0) {
      a = 15;
      left.unlock();
    }
  }

  void givenNumber(int kind) {
    if (kind == 4) {
      left.lock();
    }
    if (kind == 5) {
      b = kind; // expect: UnguardedAccess "right"
    }
    if (kind == 4) {
      a = kind;
      left.unlock();
    }
  }

  void letter(boolean wanted) {
    char kind = wanted ? 'w' : 'n';
    if (kind == 'w') {
      left.lock();
    }
    if (kind != 'w') {
      a = 17; // expect: UnguardedAccess "left"
    } else {
      left.unlock();
    }
  }
}
