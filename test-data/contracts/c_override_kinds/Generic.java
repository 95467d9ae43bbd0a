package c_override_kinds;

import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The contract is found through a type variable's bound, through a bridge and through an interface.
 */
final class Generic {
  interface Guarded {
    @Requires("this")
    void touch();
  }

  abstract static class Box<T> {
    final ReentrantLock lock = new ReentrantLock();

    @Requires("lock")
    abstract void put(T value);
  }

  static final class Texts extends Box<String> {
    @Override
    void put(String value) {}
  }

  static <G extends Guarded> void bound(G guarded) {
    synchronized (guarded) {
      guarded.touch();
    }
    guarded.touch(); // expect: LockNotHeld "guarded"
  }

  static <T> void variable(Box<T> box, T value) {
    box.put(value); // expect: LockNotHeld "box.lock"
  }

  static void bridged(Texts texts) {
    texts.lock.lock();
    try {
      texts.put("a");
    } finally {
      texts.lock.unlock();
    }
    texts.put("b"); // expect: LockNotHeld "texts.lock"
  }
}
