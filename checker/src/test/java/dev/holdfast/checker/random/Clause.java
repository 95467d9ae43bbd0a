package dev.holdfast.checker.random;

/**
 * What a method declares of a lock.
 *
 * @param bare whether a lock with two modes is named without its mode
 * @param result the result that a condition of the effect is about
 */
record Clause(Kind kind, Lock lock, boolean bare, boolean result) {
  /** The annotation. */
  enum Kind {
    REQUIRES("Requires"),
    EXCLUDES("Excludes"),
    MAY_RELEASE("MayRelease"),
    ACQUIRES("Acquires"),
    RELEASES("Releases"),
    ACQUIRES_IF("AcquiresIf"),
    RELEASES_IF("ReleasesIf"),
    DOWNGRADES("Downgrades");

    final String annotation;

    Kind(String annotation) {
      this.annotation = annotation;
    }
  }

  Clause(Kind kind, Lock lock) {
    this(kind, lock, false, true);
  }

  boolean isConditional() {
    return kind == Kind.ACQUIRES_IF || kind == Kind.RELEASES_IF;
  }

  /** Whether the lock is to be held before and after. */
  boolean keeps() {
    return kind == Kind.REQUIRES || kind == Kind.MAY_RELEASE;
  }

  /** How often a view is held when the method begins. */
  int before(Lock view) {
    return switch (kind) {
      case REQUIRES, MAY_RELEASE, RELEASES, RELEASES_IF -> view == lock ? 1 : 0;
      case DOWNGRADES -> view == Lock.WRITE ? 1 : 0;
      case EXCLUDES, ACQUIRES, ACQUIRES_IF -> 0;
    };
  }

  /** How often a view is held when the method has returned that result. */
  int after(Lock view, boolean returned) {
    return switch (kind) {
      case REQUIRES, MAY_RELEASE, ACQUIRES -> view == lock ? 1 : 0;
      case ACQUIRES_IF -> view == lock && returned == result ? 1 : 0;
      case RELEASES_IF -> view == lock && returned != result ? 1 : 0;
      case DOWNGRADES -> view == Lock.READ ? 1 : 0;
      case EXCLUDES, RELEASES -> 0;
    };
  }

  /** How often a view is held when an exception has left the method. */
  int afterThrow(Lock view) {
    return kind == Kind.RELEASES ? 0 : before(view);
  }

  /** The annotation as it is written. */
  String text() {
    String name = '"' + (bare ? lock.object : lock.text) + '"';
    return "@%s(%s)"
        .formatted(
            kind.annotation,
            isConditional()
                ? "value = %s, result = When.%s".formatted(name, result ? "TRUE" : "FALSE")
                : name);
  }
}
