// In a static initialiser the class's own static state is free, that of another class is not.
package j54_construction;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.Map;

class StaticInitialiser {
  static final Object LOCK = new Object();

  @GuardedBy("LOCK")
  static int value = 1;

  @GuardedBy("LOCK")
  static final Map<String, Integer> INDEX = new HashMap<>();

  static {
    value = 2;
    INDEX.put("a", value);
    fill();
  }

  private static void fill() {
    INDEX.put("b", value);
  }

  static class Other {
    static {
      value = 3; // expect: UnguardedAccess "LOCK"
    }
  }

  StaticInitialiser() {
    value = 4; // expect: UnguardedAccess "LOCK"
  }

  static void later() {
    synchronized (LOCK) {
      value++;
    }
    fill(); // expect: LockNotHeld "LOCK"
  }
}
