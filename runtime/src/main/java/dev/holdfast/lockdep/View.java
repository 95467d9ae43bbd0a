package dev.holdfast.lockdep;

/** A wrapper that stands for a tracked lock, or for one mode of it. */
interface View {
  /** The object that the validator knows the lock by. */
  Object key();

  /** The mode in which the lock must be held so that this view of it is held; null for any. */
  Mode mode();

  /** The key of a lock as a user names it: the wrapper, or the lock that is wrapped. */
  static Object keyOf(Object lock) {
    return lock instanceof View ? ((View) lock).key() : lock;
  }
}
