package c_defines_lock_on_interface;

import dev.holdfast.annotations.GuardedBy;

/** Users of the interface, of an implementation and of a bounded type variable. */
final class Users {
  abstract static class Texts implements Store<String, String> {
    @GuardedBy("rows")
    String last;

    @Override
    public void put(String key, String value) {
      last = value;
    }

    void touch() {
      last = "none"; // expect: UnguardedAccess "row lock"
    }
  }

  static String through(Store<String, String> store) {
    store.lockRead();
    try {
      store.put("a", "b"); // expect: LockNotHeld "row lock"
      return store.get("a");
    } finally {
      store.unlockRead();
    }
  }

  static <S extends Store<String, Integer>> void bounded(S store) {
    store.lockWrite();
    try {
      store.put("a", 3);
    } finally {
      store.unlockWrite();
    }
    store.put("b", 5); // expect: LockNotHeld "row lock"
  }

  static void implementation(Texts texts) {
    texts.lockWrite();
    try {
      texts.put("a", "b");
      texts.last = "c";
    } finally {
      texts.unlockWrite();
    }
    texts.last = "d"; // expect: UnguardedAccess "row lock"
  }
}
