package c_access_sites;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A guarded field is found wherever an expression may stand: each access here is a finding. */
class Sites {
  static final Object LOCK = new Object();

  @GuardedBy("LOCK")
  static int count;

  @GuardedBy("LOCK")
  static String name;

  @GuardedBy("LOCK")
  static int[] cells;

  @GuardedBy("LOCK")
  static boolean flag;

  @GuardedBy("LOCK")
  static final Object TOKEN = new Object();

  private int free;
  private final int[] array = {1, 2, 3};

  void conditions(int n) {
    if (flag) { // expect: UnguardedAccess
      free = 1;
    }
    while (count > n) { // expect: UnguardedAccess
      n++;
    }
    do {
      n--;
    } while (flag); // expect: UnguardedAccess
    for (int i = count; // expect: UnguardedAccess
        i < count; // expect: UnguardedAccess
        i += count) { // expect: UnguardedAccess
      free = i;
    }
    for (int cell : cells) { // expect: UnguardedAccess
      free = cell;
    }
    assert flag; // expect: UnguardedAccess
    assert n > 3 : name; // expect: UnguardedAccess
  }

  int expressions(int n) {
    free = n > 3 ? count : n; // expect: UnguardedAccess
    free = n > 3 && flag ? 1 : 2; // expect: UnguardedAccess
    String text = "a" + count; // expect: UnguardedAccess
    int length = name.length(); // expect: UnguardedAccess
    int cell = array[count]; // expect: UnguardedAccess
    cell = cells[n]; // expect: UnguardedAccess
    cells = array; // expect: UnguardedAccess
    int[] copy = {count}; // expect: UnguardedAccess
    long wide = (long) count; // expect: UnguardedAccess
    boolean same = name instanceof Object; // expect: UnguardedAccess
    int negated = -count; // expect: UnguardedAccess
    Integer boxed = count; // expect: UnguardedAccess
    Math.max(n, count); // expect: UnguardedAccess
    new StringBuilder(name); // expect: UnguardedAccess
    Supplier<Integer> reference = name::length; // expect: UnguardedAccess
    ++count; // expect: UnguardedAccess
    count <<= 2; // expect: UnguardedAccess
    Sites.count = n; // expect: UnguardedAccess
    return count; // expect: UnguardedAccess
  }

  int statements(int n) throws IOException {
    switch (count) { // expect: UnguardedAccess
      case 1:
        free = 1;
        break;
      default:
        free = 2;
    }
    int yielded =
        switch (n) {
          case 1 -> count; // expect: UnguardedAccess
          default -> {
            yield count; // expect: UnguardedAccess
          }
        };
    synchronized (TOKEN) { // expect: UnguardedAccess
      free = 3;
    }
    try (java.io.StringReader reader = new java.io.StringReader(name)) { // expect: UnguardedAccess
      free = reader.read();
    }
    if (n == 7) {
      throw new IllegalStateException(name); // expect: UnguardedAccess
    }
    return yielded;
  }

  static void bodies() {
    Runnable lambda = () -> count = 1; // expect: UnguardedAccess
    IntSupplier value = () -> count; // expect: UnguardedAccess
    Runnable nested =
        () -> {
          Runnable inner = () -> count = 2; // expect: UnguardedAccess
        };
    Object anonymous =
        new Object() {
          private final int copy = count; // expect: UnguardedAccess

          {
            count = 3; // expect: UnguardedAccess
          }

          @Override
          public String toString() {
            return name; // expect: UnguardedAccess
          }
        };
    class Local {
      int read() {
        return count; // expect: UnguardedAccess
      }
    }
  }

  static final class Other {
    private final int copy = count; // expect: UnguardedAccess
    private static int stat = count; // expect: UnguardedAccess

    static {
      count = 4; // expect: UnguardedAccess
    }

    {
      count = 5; // expect: UnguardedAccess
    }

    Other() {
      this(count); // expect: UnguardedAccess
    }

    Other(int n) {
      free(count); // expect: UnguardedAccess
    }

    static void free(int n) {}
  }

  interface Defaults {
    default int read() {
      return count; // expect: UnguardedAccess
    }

    static int readStatic() {
      return count; // expect: UnguardedAccess
    }

    private int readPrivate() {
      return count; // expect: UnguardedAccess
    }
  }

  enum Kind {
    FIRST {
      @Override
      int read() {
        return count; // expect: UnguardedAccess
      }
    },
    SECOND;

    private final int copy = count; // expect: UnguardedAccess

    int read() {
      return 6;
    }
  }

  record Pair(int left) {
    Pair {
      left = count; // expect: UnguardedAccess
    }

    int sum() {
      return left + count; // expect: UnguardedAccess
    }
  }
}
