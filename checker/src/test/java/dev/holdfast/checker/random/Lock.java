package dev.holdfast.checker.random;

import java.util.List;

/** A lock of the programs, or one of its two views. */
enum Lock {
  PLAIN("lock", "lock"),
  READ("rw.readLock()", "rw"),
  WRITE("rw.writeLock()", "rw"),
  MONITOR("monitor", "monitor"),
  SEAL_READ("seal.readLock()", "seal"),
  SEAL_WRITE("seal.writeLock()", "seal");

  /** Those that are taken by calls. */
  static final List<Lock> CALLED = List.of(PLAIN, READ, WRITE);

  /** Those that are taken for a stamp. */
  static final List<Lock> SEALS = List.of(SEAL_READ, SEAL_WRITE);

  /** One of each lock that a method may leave held. */
  static final List<Lock> OBJECTS = List.of(PLAIN, WRITE, SEAL_WRITE);

  final String text;

  /** The field of which it is the lock or a view. */
  final String object;

  Lock(String text, String object) {
    this.text = text;
    this.object = object;
  }

  /** Whether others may hold it too. */
  boolean isShared() {
    return this == READ || this == SEAL_READ;
  }

  /** Whether it is the exclusive one of two modes. */
  boolean isExclusiveView() {
    return this == WRITE || this == SEAL_WRITE;
  }
}
