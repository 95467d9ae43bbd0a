package c_misplaced_alias;

/** What an alias means has to have a meaning where it stands. */
@Locked // expect: InvalidContract "'@Requires' has no meaning on a class"
final class Misplaced {
  private final Object lock = new Object();

  @Locked // expect: InvalidContract "'@Requires' has no meaning on a field"
  private int first;

  @Guarded private int second;

  @Guarded // expect: InvalidContract "'@GuardedBy', '@Requires' have no meaning on an enum"
  enum Side {
    LEFT,
    RIGHT
  }

  @Guarded
  int sum() {
    return first + second;
  }

  @Kept // expect: InvalidContract "'@GuardedBy' has no meaning on a method"
  int difference() {
    return 0;
  }

  int sumOf(@Locked Misplaced other) {
    return other.sum();
  }

  int total() {
    return sum(); // expect: LockNotHeld "this.lock"
  }
}
