package dev.holdfast.lockdep;

import java.util.Objects;

/**
 * What the wrappers tell the validator about one lock in one mode.
 *
 * @param validator whom to tell
 * @param key the lock's identity, shared by all views of it
 * @param cls its class
 * @param mode how this view takes it
 * @param kind what taking it again and releasing it means
 */
record Tracker(Validator validator, Object key, LockClass cls, Mode mode, Kind kind) {
  Tracker {
    Objects.requireNonNull(cls, "cls");
  }

  /** How a lock treats its owner. */
  enum Kind {
    /** The owner may take it again, and nobody else may release it. */
    REENTRANT,
    /** Taking it again waits for oneself; nobody else may release it. */
    OWNED,
    /** Taking it again waits for oneself; any thread may release it. */
    UNOWNED
  }

  /** Before an acquisition that may wait. */
  void before(LockClass as) {
    if (kind != Kind.REENTRANT || !cannotWait()) {
      validator.acquiring(key, as, mode);
    }
  }

  void before() {
    before(cls);
  }

  void after(LockClass as, boolean tried) {
    validator.acquired(key, as, mode, tried);
  }

  void after(boolean tried) {
    after(cls, tried);
  }

  /** Before a release. */
  void release() {
    if (kind == Kind.UNOWNED) {
      validator.releasedByAnyThread(key, mode);
    } else {
      validator.released(key, mode);
    }
  }

  /** Whether a reentrant lock lets this thread in without waiting. */
  boolean cannotWait() {
    return isHeld(Mode.EXCLUSIVE) || (mode.isShared() && isHeld(mode));
  }

  private boolean isHeld(Mode asked) {
    return validator.isHeld(key, asked) == Held.HELD;
  }
}
