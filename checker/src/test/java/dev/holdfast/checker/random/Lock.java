package dev.holdfast.checker.random;

import java.util.List;

/** A lock of the programs, or one of its two views. */
enum Lock {
  PLAIN("lock", "lock"),
  READ("rw.readLock()", "rw"),
  WRITE("rw.writeLock()", "rw"),
  MONITOR("monitor", "monitor");

  /** Those that are taken by calls. */
  static final List<Lock> CALLED = List.of(PLAIN, READ, WRITE);

  final String text;

  /** The field of which it is the lock or a view. */
  final String object;

  Lock(String text, String object) {
    this.text = text;
    this.object = object;
  }
}
