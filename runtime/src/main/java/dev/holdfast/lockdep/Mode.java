package dev.holdfast.lockdep;

/**
 * How a lock is taken or held.
 *
 * <p>The two shared modes differ in what a <em>waiting</em> writer does to a newcomer: it keeps a
 * {@link #SHARED} reader out, and lets a {@link #SHARED_RECURSIVE} reader in.
 */
public enum Mode {
  /** For writing: alone. */
  EXCLUSIVE,
  /**
   * For reading, where a waiting writer keeps new readers out: a thread must not read-lock it
   * twice.
   */
  SHARED,
  /** For reading, where only a writer that holds the lock keeps new readers out. */
  SHARED_RECURSIVE;

  /** Whether this is one of the two shared modes. */
  public boolean isShared() {
    return this != EXCLUSIVE;
  }

  /**
   * Whether one who holds the lock in this mode, or waits for it in this mode, can make a newcomer
   * wait.
   *
   * <p>A shared holder blocks a non-recursive reader because a writer may queue up between the two.
   */
  public boolean blocks(Mode newcomer) {
    return this == EXCLUSIVE || newcomer != SHARED_RECURSIVE;
  }

  /** The word for a message: {@code "for writing"} or {@code "for reading"}. */
  String words() {
    return isShared() ? "for reading" : "for writing";
  }
}
