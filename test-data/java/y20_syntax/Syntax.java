// The syntax of Java 17 around guarded accesses: one access in each method is unguarded, the
// others are not.
package y20_syntax;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

class Syntax {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("mutex")
  private long bits;

  @GuardedBy("mutex")
  private String text = "";

  @GuardedBy("mutex")
  private int[][] grid = {{1, 2}, {3, 4}};

  void operators(int n) {
    mutex.lock();
    try {
      count = -count + ~n - (n << 2) * (n >>> 1);
      bits |= 1L << n;
      bits ^= bits & 0xFFL;
      bits >>>= 3;
      count += n > 3 ? n < 9 ? count : -count : 0;
      text += 'c' + text + count;
    } finally {
      mutex.unlock();
    }
    bits &= ~1L; // expect: UnguardedAccess "mutex"
  }

  void textBlock() {
    String block =
        """
        count
        """
            + text; // expect: UnguardedAccess "mutex"
    System.out.println(block);
  }

  void arrays(int i) {
    mutex.lock();
    try {
      grid[i][0]++;
      grid[i] = new int[] {count, grid[0][1]};
      grid = new int[count][3];
      for (int[] row : grid) {
        for (int cell : row) {
          count += cell;
        }
      }
    } finally {
      mutex.unlock();
    }
    int[] row = grid[i]; // expect: UnguardedAccess "mutex"
    System.out.println(row.length);
  }

  void elementStore(int i) {
    grid[i][1] = i; // expect: UnguardedAccess "mutex"
  }

  int switchInLambda(int n) {
    mutex.lock();
    try {
      return inline(
          () ->
              switch (n) {
                case 0, 1 -> count;
                case 2 -> {
                  int twice = count * 2;
                  yield twice;
                }
                default -> inline(() -> count + 1);
              });
    } finally {
      mutex.unlock();
    }
  }

  int switchInLambdaUnheld(int n) {
    return inline(
        () ->
            switch (n) {
              case 0, 1 -> 0;
              default -> count; // expect: UnguardedAccess "mutex"
            });
  }

  static <T> T inline(@RunsInline Supplier<T> source) {
    return source.get();
  }

  void stringSwitch(String kind) {
    mutex.lock();
    try {
      switch (kind) {
        case "a":
        case "b":
          count++;
          break;
        case "c":
          {
            count--;
            break;
          }
        default:
          count = 0;
      }
    } finally {
      mutex.unlock();
    }
    switch (kind) {
      case "a" -> count++; // expect: UnguardedAccess "mutex"
      default -> {}
    }
  }

  void labels(int n) {
    mutex.lock();
    try {
      first:
      for (int i = 0; ; i++) {
        second:
        do {
          if (i > n) {
            break first;
          }
          if (i == 3) {
            continue first;
          }
          if (i == 4) {
            break second;
          }
          count++;
        } while (count < n);
      }
    } finally {
      mutex.unlock();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void emptyStatementsAndBlocks(int n) {
    mutex.lock();
    try {
      ;
      {
        {
          count++;
        }
        ;
      }
      for (; ; ) {
        if (count++ > n) break;
      }
      if (n > 0) ;
      else count--;
    } finally {
      mutex.unlock();
    }
    {
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void genericCalls() {
    mutex.lock();
    try {
      List<Integer> list = Collections.<Integer>emptyList();
      count += list.size() + Syntax.<Integer>inline(() -> count);
      var map = new HashMap<String, List<? super Integer>>();
      map.put(text, new ArrayList<>() {});
    } finally {
      mutex.unlock();
    }
    Syntax.<Object>inline(() -> text); // expect: UnguardedAccess "mutex"
  }

  void casts(Object o) {
    mutex.lock();
    try {
      count = (int) bits + (short) count + ((Integer) o).intValue();
      Runnable task = (Runnable & java.io.Serializable) () -> System.out.println("none");
      task.run();
    } finally {
      mutex.unlock();
    }
    System.out.println((long) count); // expect: UnguardedAccess "mutex"
  }

  void assignmentsInExpressions(int n) {
    mutex.lock();
    try {
      int a;
      int b = a = count;
      count = b = a + 1;
      while ((a = count) > n) {
        count = a - 1;
      }
      if ((b = count) == (count = n)) {
        count += b;
      }
    } finally {
      mutex.unlock();
    }
    int c = n = count; // expect: UnguardedAccess "mutex"
    System.out.println(c + n);
  }

  int conditionalChains(boolean a, boolean b) {
    mutex.lock();
    try {
      return a ? b ? count : -count : b ? count + 1 : count - 1;
    } finally {
      mutex.unlock();
    }
  }

  boolean shortCircuits(boolean a, boolean b) {
    mutex.lock();
    try {
      return a && count > 0 || b && count < 0 || !(a ^ b) && count == 0;
    } finally {
      mutex.unlock();
    }
  }

  boolean shortCircuitsUnheld(boolean a) {
    return a && count > 0; // expect: UnguardedAccess "mutex"
  }

  void methodReferences(List<String> names) {
    mutex.lock();
    try {
      names.forEach(text::concat);
      names.sort(Comparator.comparing(String::length));
      Supplier<int[]> make = () -> new int[0];
      Function<Integer, int[]> maker = int[]::new;
      System.out.println(make.get().length + maker.apply(count).length);
    } finally {
      mutex.unlock();
    }
    Supplier<Integer> length = text::length; // expect: UnguardedAccess "mutex"
    System.out.println(length);
  }

  void localDeclarations() {
    mutex.lock();
    try {
      final int a = count, b = a + count;
      enum Side {
        LEFT,
        RIGHT
      }
      record Both(Side side, int value) {}
      System.out.println(new Both(Side.LEFT, a + b + count));
    } finally {
      mutex.unlock();
    }
    int first = 1, second = count; // expect: UnguardedAccess "mutex"
    System.out.println(first + second);
  }
}
