// Switch: an arm that yields inside synchronized is guarded, a bare arm is not; a fall-through
// case merges the states.
package j44_switch;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Switches {
  enum Kind {
    READ,
    WRITE,
    NONE
  }

  private final Object monitor = new Object();
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("monitor")
  private int count;

  @GuardedBy("mutex")
  private int size;

  int yields(int kind) {
    return switch (kind) {
      case 0 -> {
        synchronized (monitor) {
          yield count;
        }
      }
      case 1 -> {
        synchronized (monitor) {
          count++;
        }
        yield count; // expect: UnguardedAccess "monitor"
      }
      default -> count; // expect: UnguardedAccess "monitor"
    };
  }

  int underOuterBlock(int kind) {
    synchronized (monitor) {
      return switch (kind) {
        case 0 -> count;
        case 1 -> {
          count++;
          yield count;
        }
        default -> -count;
      };
    }
  }

  void arrows(Kind kind) {
    mutex.lock();
    switch (kind) {
      case READ -> {}
      case WRITE -> size++;
      case NONE -> size = 0;
    }
    mutex.unlock();
  }

  void fallThrough(int kind) {
    switch (kind) {
      case 0:
        mutex.lock();
      // fall through
      case 1:
        size++; // expect: UnguardedAccess "mutex"
        mutex.unlock();
        break;
      default:
        break;
    }
  }

  void fallThroughHeld(int kind) {
    mutex.lock();
    switch (kind) {
      case 0:
        size = 0;
      // fall through
      case 1:
        size++;
        break;
      default:
        size--;
    }
    mutex.unlock();
  }

  void everyArmLocks(int kind) {
    switch (kind) {
      case 0:
        mutex.lock();
        size = 0;
        break;
      case 1:
        mutex.lock();
        size = 1;
        break;
      default:
        mutex.lock();
    }
    size++;
    mutex.unlock();
  }

  void noDefault(int kind) {
    switch (kind) {
      case 0:
        mutex.lock();
        break;
      case 1:
        mutex.lock();
        break;
    }
    size++; // expect: UnguardedAccess "mutex"
    mutex.unlock();
  }

  int selector(int[] table) {
    switch (size) { // expect: UnguardedAccess "mutex"
      case 0:
        return 0;
      default:
        return table[0];
    }
  }

  int returnsHolding(Kind kind) {
    mutex.lock();
    switch (kind) {
      case READ:
        return size; // expect: LockLeak "mutex"
      case WRITE:
        size++;
        break;
      default:
        break;
    }
    mutex.unlock();
    return 0;
  }

  boolean switchOverTry(int kind) {
    boolean ok =
        switch (kind) {
          case 0 -> mutex.tryLock();
          default -> false;
        };
    if (ok) {
      size++;
      mutex.unlock();
    }
    return ok;
  }
}
