package dev.holdfast.lockdep;

/**
 * One lock that a thread holds, as it was when somebody asked.
 *
 * @param lock the lock itself; for a tracked wrapper, the lock that it wraps
 * @param lockClass the class it was taken in, with its level
 * @param mode the strongest mode in which it is held
 * @param depth how many releases it takes until the lock is free again
 * @param tried whether it was taken without waiting
 * @param outer the lock whose hold this one is part of, or null
 * @param place where it was taken first
 */
public record Hold(
    Object lock,
    LockClass lockClass,
    Mode mode,
    int depth,
    boolean tried,
    Object outer,
    Place place) {

  /** For example {@code `cache.shard` for writing, since Cache.put(Cache.java:12)}. */
  @Override
  public String toString() {
    return "`" + lockClass + "` " + mode.words() + ", since " + place;
  }
}
