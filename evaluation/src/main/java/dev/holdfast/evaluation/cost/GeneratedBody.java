package dev.holdfast.evaluation.cost;

/** Makes a class with long methods that lock all the time. */
final class GeneratedBody {
  private GeneratedBody() {}

  /**
   * The source of a class {@code Generated} with as many methods as asked for, each of about as
   * many statements: guarded accesses under a lock with {@code finally}, calls and what they give,
   * branches, loops and {@code synchronized} blocks in turn.
   */
  static String of(int methods, int statements) {
    StringBuilder text =
        new StringBuilder(
            """
            import com.google.errorprone.annotations.concurrent.GuardedBy;
            import java.util.concurrent.locks.ReentrantLock;

            final class Generated {
              private final ReentrantLock lock = new ReentrantLock();
              @GuardedBy("lock") private int count;
              @GuardedBy("this") private int total;
              private int size;

              native Generated get(int i);

            """);
    for (int method = 0; method < methods; method++) {
      text.append("  void run").append(method).append("(int n) {\n");
      addStatements(text, statements);
      text.append("  }\n");
    }
    return text.append("}\n").toString();
  }

  private static void addStatements(StringBuilder text, int statements) {
    for (int made = 0, i = 0; made < statements; made += 10, i++) {
      text.append(
          """
              lock.lock();
              try {
                Generated found = get(n);
                count += found.size;
                if (n > %1$d) {
                  count--;
                }
              } finally {
                lock.unlock();
              }
              synchronized (this) {
                for (int i = 0; i < n; i++) {
                  total += get(i).size;
                }
              }
          """
              .formatted(i));
    }
  }
}
