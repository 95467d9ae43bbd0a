package dev.holdfast.region.model;

/**
 * How a shared variable is accessed, and what that orders. A read-modify-write in acquire mode
 * writes plainly, and one in release mode reads plainly.
 */
enum Access {
  /** Orders nothing: plain and opaque alike. */
  OPAQUE(false, false),
  ACQUIRE(true, false),
  RELEASE(false, true),
  VOLATILE(true, true);

  private final boolean acquires;
  private final boolean releases;

  Access(boolean acquires, boolean releases) {
    this.acquires = acquires;
    this.releases = releases;
  }

  boolean acquires() {
    return acquires;
  }

  boolean releases() {
    return releases;
  }

  /** The access mode of a method of {@code VarHandle}. */
  static Access of(String method) {
    if (method.endsWith("Opaque") || method.equals("get") || method.equals("set")) {
      return OPAQUE;
    }
    if (method.endsWith("Acquire")) {
      return ACQUIRE;
    }
    return method.endsWith("Release") ? RELEASE : VOLATILE;
  }
}
