package dev.holdfast.review.diff;

import java.util.List;

/** Which demand implies which: a hold for writing satisfies a demand for reading. */
final class LockMode {
  private static final String READ = ".readLock()";
  private static final String WRITE = ".writeLock()";

  private LockMode() {}

  /** Whether holding the first satisfies the second; both as requirements name them. */
  static boolean satisfies(String held, String needed) {
    return base(held).equals(base(needed)) && (!held.endsWith(READ) || needed.endsWith(READ));
  }

  /** Whether one of the alternatives held always satisfies one of the alternatives needed. */
  static boolean anyImplies(List<String> held, List<String> needed) {
    return held.stream().allMatch(h -> needed.stream().anyMatch(n -> satisfies(h, n)));
  }

  /** Whether all held together satisfy all needed. */
  static boolean allImplies(List<String> held, List<String> needed) {
    return needed.stream().allMatch(n -> held.stream().anyMatch(h -> satisfies(h, n)));
  }

  /** The lock as a read of a guarded field needs it: a bare name means any mode. */
  static String forReading(String lock) {
    return lock.endsWith(WRITE) || lock.endsWith(READ) ? lock : lock + READ;
  }

  /** Whether excluding the first excludes the second too; a bare name excludes both modes. */
  static boolean excludesAsMuch(String lock, String other) {
    return base(lock).equals(base(other)) && (!lock.endsWith(WRITE) || other.endsWith(WRITE));
  }

  private static String base(String lock) {
    if (lock.endsWith(READ)) {
      return lock.substring(0, lock.length() - READ.length());
    }
    return lock.endsWith(WRITE) ? lock.substring(0, lock.length() - WRITE.length()) : lock;
  }
}
