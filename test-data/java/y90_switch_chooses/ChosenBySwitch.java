package y90_switch_chooses;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The lock, or the locked object, that a switch expression chooses is one of its results. */
class ChosenBySwitch {
  enum Mode {
    READ,
    WRITE,
    NONE
  }

  static final class Account {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int balance;
  }

  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final ReentrantLock first = new ReentrantLock();
  private final ReentrantLock second = new ReentrantLock();

  @GuardedBy("rw")
  private int value;

  @GuardedBy({"first", "second"})
  private int either;

  int view(Mode mode) {
    Lock lock =
        switch (mode) {
          case READ -> rw.readLock();
          case WRITE -> rw.writeLock();
          case NONE -> throw new IllegalArgumentException();
        };
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  int assigned(int mode) {
    Lock lock;
    lock =
        switch (mode) {
          case 0:
            yield rw.readLock();
          case 1:
          default:
            if (mode < 0) {
              yield rw.readLock();
            }
            yield rw.writeLock();
        };
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  int returnsBySwitch(String mode) {
    final Lock lock =
        switch (mode) {
          case "a" -> first;
          case "b" -> second;
          default -> mode.isEmpty() ? first : second;
        };
    lock.lock();
    try {
      return either;
    } finally {
      lock.unlock();
    }
  }

  void inPlace(Mode mode) {
    synchronized (switch (mode) {
      case READ -> first;
      default -> second;
    }) {
      System.out.println(mode);
    }
  }

  static void sameTest(Account one, Account other, int k) {
    Account account =
        switch (k) {
          case 0 -> one;
          default -> other;
        };
    account.lock.lock();
    try {
      account.balance++;
      if (k == 0) {
        one.balance++;
      } else {
        other.balance++;
      }
    } finally {
      account.lock.unlock();
    }
  }

  static void noneOnSome(Account one, Account other, Mode mode) {
    Account account =
        switch (mode) {
          case READ -> one;
          case WRITE -> other;
          case NONE -> null;
        };
    if (account != null) {
      account.lock.lock();
    }
    try {
      System.out.println(mode);
      if (account != null && mode == Mode.READ) {
        one.balance++;
      }
    } finally {
      if (account != null) {
        account.lock.unlock();
      }
    }
  }

  static void nested(Account one, Account other, int k) {
    Account account =
        k > 5
            ? one
            : switch (k) {
              case 0 -> one;
              case 1 -> {
                System.out.println("one");
                yield other;
              }
              default -> k == 3 ? one : other;
            };
    account.lock.lock();
    try {
      account.balance++;
    } finally {
      account.lock.unlock();
    }
  }

  /* What is wrong. */

  void written(Mode mode) {
    Lock lock =
        switch (mode) {
          case READ -> rw.readLock();
          default -> rw.writeLock();
        };
    lock.lock();
    try {
      value++; // expect: UnguardedAccess "rw"
    } finally {
      lock.unlock();
    }
  }

  int another(Mode mode) {
    Lock lock =
        switch (mode) {
          case READ -> rw.readLock();
          case WRITE -> rw.writeLock();
          case NONE -> first;
        };
    lock.lock();
    try {
      return value; // expect: UnguardedAccess "rw"
    } finally {
      lock.unlock();
    }
  }

  void oneOfTwo(Mode mode) {
    Lock lock =
        switch (mode) {
          case READ -> first;
          default -> second;
        };
    lock.lock();
    try {
      either++; // expect: UnguardedAccess, UnguardedAccess
    } finally {
      lock.unlock();
    }
  }

  static void otherTest(Account one, Account other, int k) {
    Account account =
        switch (k) {
          case 0 -> one;
          default -> other;
        };
    account.lock.lock();
    try {
      if (k == 1) {
        one.balance++; // expect: UnguardedAccess "one.lock"
      }
    } finally {
      account.lock.unlock();
    }
  }

  void chosenAgain(Mode mode) {
    Lock lock =
        switch (mode) {
          case READ -> first;
          default -> second;
        };
    lock.lock(); // expect: LockLeakOnThrow
    System.out.println(mode);
    lock =
        switch (mode) {
          case WRITE -> first;
          default -> second;
        };
    lock.unlock(); // expect: ReleaseNotHeld
  }
}
