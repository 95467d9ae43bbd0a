// A value that is none of the other constants of its enum is the one that is left.
package y42_enum_constants;

import java.util.concurrent.locks.ReentrantLock;

class EnumConstants {
  enum Two {
    A,
    B
  }

  enum Three {
    X,
    Y,
    Z
  }

  private final ReentrantLock lock = new ReentrantLock();
  private Two own = Two.A;

  void eachIf(Two two) {
    lock.lock();
    if (two == Two.A) {
      lock.unlock();
    }
    if (two == Two.B) {
      lock.unlock();
    }
  }

  void neither(Two two) {
    if (two != Two.A && two != Two.B) {
      lock.lock();
    }
  }

  void chain(Three three) {
    lock.lock();
    if (three == Three.X) {
      lock.unlock();
    } else if (three == Three.Y) {
      lock.unlock();
    } else if (Three.Z == three) {
      lock.unlock();
    }
  }

  void shortChain(Three three) {
    lock.lock();
    if (three == Three.X) {
      lock.unlock();
    } else if (three == Three.Y) {
      lock.unlock();
    }
  } // expect: LockLeak

  void labels(Three three) {
    lock.lock();
    switch (three) {
      case X:
        lock.unlock();
        break;
      case Y:
      case Z:
        lock.unlock();
    }
  }

  void fewLabels(Three three) {
    lock.lock();
    switch (three) {
      case X:
        lock.unlock();
        break;
      case Y:
        lock.unlock();
    }
  } // expect: LockLeak

  void arrows(Three three) {
    lock.lock();
    switch (three) {
      case X, Y -> lock.unlock();
      case Z -> lock.unlock();
    }
  }

  void testThenLabels(Three three) {
    lock.lock();
    if (three == Three.X) {
      lock.unlock();
      return;
    }
    switch (three) {
      case Y -> lock.unlock();
      case Z -> lock.unlock();
    }
  }

  int impossibleDefault(Two two) {
    lock.lock();
    switch (two) {
      case A:
        lock.unlock();
        return 1;
      case B:
        lock.unlock();
        return 2;
      default:
        throw new AssertionError();
    }
  }

  int possibleDefault(Three three) {
    lock.lock(); // expect: LockLeakOnThrow
    switch (three) {
      case X:
        lock.unlock();
        return 1;
      case Y:
        lock.unlock();
        return 2;
      default:
        throw new AssertionError();
    }
  }

  void otherWayRound(Three three) {
    if (three == Three.X || three == Three.Y) {
      lock.lock();
    }
    if (three != Three.Z) {
      lock.unlock();
    }
  }

  void otherWayRoundOfOne(Three three) {
    if (three == Three.X) {
      lock.lock();
    }
    if (three != Three.Z) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void theOneThatIsLeft(Two two) {
    if (two != Two.A) {
      lock.lock();
    }
    if (two == Two.B) {
      lock.unlock();
    }
  }

  void askedForNull(Two two) {
    lock.lock();
    if (two == null) {
      lock.unlock();
    } else if (two == Two.A) {
      lock.unlock();
    } else if (two == Two.B) {
      lock.unlock();
    }
  }

  void orNull(Two two) {
    if (two == null) {
      System.out.println("none");
    }
    if (two != Two.A && two != Two.B) {
      lock.lock();
    }
  } // expect: LockLeak

  void byMethod(Two two) {
    lock.lock();
    if (two.equals(Two.A)) {
      lock.unlock();
    } else if (two == Two.B) {
      lock.unlock();
    }
  }

  void byMethodTheWrongOne(Two two) {
    if (two.equals(Two.A)) {
      lock.lock();
    }
    if (two == Two.B) {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void mayChange() {
    lock.lock();
    if (own == Two.A) {
      lock.unlock();
    } else if (own == Two.B) {
      lock.unlock();
    }
  } // expect: LockLeak

  void change(Two two) {
    own = two;
  }

  void flag(boolean flag) {
    lock.lock();
    if (flag == true) {
      lock.unlock();
    } else if (flag == false) {
      lock.unlock();
    }
  }

  void boxed(Boolean flag) {
    lock.lock();
    if (flag) {
      lock.unlock();
    }
    if (!flag) {
      lock.unlock();
    }
  }
}
