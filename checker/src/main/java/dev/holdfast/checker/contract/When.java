package dev.holdfast.checker.contract;

/** Which result of a method a conditional effect belongs to. */
public enum When {
  TRUE,
  FALSE,
  NON_NULL,
  NULL,
  NON_ZERO,
  ZERO;

  /** The outcome of that name, or null. */
  static When named(String name) {
    for (When when : values()) {
      if (when.name().equals(name)) {
        return when;
      }
    }
    return null;
  }

  /** The outcome that excludes this one. */
  public When opposite() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case NON_NULL -> NULL;
      case NULL -> NON_NULL;
      case NON_ZERO -> ZERO;
      case ZERO -> NON_ZERO;
    };
  }
}
