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
    @Locked // expect: InvalidContract "'@Requires' has no meaning on an enum constant"
    LEFT,
    @SuppressWarnings("unused")
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

  int locals() throws Exception {
    @Kept // expect: InvalidContract "'@GuardedBy' has no meaning on a local variable"
    int copied = 1;
    @SuppressWarnings("unused")
    int free = 2;
    @SuppressWarnings("holdfast")
    @Kept
    int silent = 3;
    for (@Locked Misplaced each : all()) { // expect: InvalidContract "on a local variable"
      copied++;
    }
    try (@Locked AutoCloseable open = () -> {}) { // expect: InvalidContract "on a resource variable"
      Runnable later =
          () -> {
            @Locked // expect: InvalidContract "'@Requires' has no meaning on a local variable"
            Object inside = open;
          };
    } catch (@Locked RuntimeException e) { // expect: InvalidContract "on an exception parameter"
      copied--;
    }
    return copied;
  }

  static Misplaced[] all() {
    return new Misplaced[0];
  }
}
