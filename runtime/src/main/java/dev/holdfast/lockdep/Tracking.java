package dev.holdfast.lockdep;

import java.util.List;
import java.util.Objects;

/**
 * What a lock tells the validator about itself. For people who implement locks; users of {@code
 * java.util.concurrent} locks wrap them with {@link Tracked} instead.
 *
 * <p>The order of calls, all on the thread that takes or releases the lock:
 *
 * <ol>
 *   <li>{@link #acquiring} before an acquisition that may wait. Not before one that cannot wait: a
 *       try, or taking again a reentrant lock that this thread holds already.
 *   <li>{@link #acquired} after the acquisition, waiting or not.
 *   <li>{@link #released} <em>before</em> the lock is really released; afterwards its object may
 *       belong to others.
 * </ol>
 *
 * <p>Locks are told apart by identity. Every method may be called while no validator is interested;
 * none blocks.
 */
public final class Tracking {
  private Tracking() {}

  /**
   * Checks the order before this thread may wait for a lock. A report is delivered here, on this
   * thread, before it waits; if the consumer of reports throws, so does this method, and the lock
   * must not be taken.
   *
   * @param lock the lock, by identity
   * @param cls its class
   * @param subclass the nesting level, 0 where locks of this class are not nested
   * @param mode how the lock is to be taken
   */
  public static void acquiring(Object lock, LockClass cls, int subclass, Mode mode) {
    LockDep.validator().acquiring(lock, level(cls, subclass), mode);
  }

  /**
   * Records that this thread has taken a lock. Another hold of a lock that it holds already raises
   * the depth.
   *
   * @param trylock whether it was taken without being able to wait; such a hold orders later locks
   *     after itself, but itself after nothing
   */
  public static void acquired(
      Object lock, LockClass cls, int subclass, Mode mode, boolean trylock) {
    LockDep.validator().acquired(lock, level(cls, subclass), mode, trylock);
  }

  /**
   * Records that this thread is about to release one hold of a lock.
   *
   * <p>If it holds none in that mode, the mistake is reported and nothing is changed: where another
   * thread is the holder, its hold stays on record.
   *
   * @param mode {@link Mode#EXCLUSIVE}, or any shared mode for a shared hold
   * @return whether this thread held the lock in that mode
   */
  public static boolean released(Object lock, Mode mode) {
    return LockDep.validator().released(lock, mode);
  }

  /**
   * Records the release of a lock that any thread may release. The hold is taken off the record of
   * this thread, else of whichever thread has it.
   *
   * @return whether any thread held the lock in that mode
   */
  public static boolean releasedByAnyThread(Object lock, Mode mode) {
    return LockDep.validator().releasedByAnyThread(lock, mode);
  }

  /**
   * Records that this thread's exclusive hold became a shared one without a gap. Ends every hold
   * nested in it. If the lock is not held exclusively that is reported, and nothing is changed.
   *
   * @return whether this thread held the lock exclusively
   */
  public static boolean downgraded(Object lock) {
    return LockDep.validator().downgraded(lock);
  }

  /**
   * Checks the order before this thread may wait for an exclusive hold that is nested in one it
   * has. Locks nested in the same outer hold have no order among themselves, since the outer hold
   * serialises them. An inner class without a level of its own is taken at the level of the outer
   * one.
   *
   * <p>It is reported if the outer lock is not held exclusively by this thread.
   */
  public static void acquiringNested(Object outer, Object inner, LockClass innerCls) {
    LockDep.validator().acquiringNested(outer, inner, level(innerCls, 0));
  }

  /**
   * Records an exclusive hold inside the single entry of an outer one. Taking the same inner lock
   * again changes nothing. Any number of inner holds costs one entry.
   */
  public static void nested(Object outer, Object inner, LockClass innerCls) {
    LockDep.validator().nested(outer, inner, level(innerCls, 0));
  }

  /**
   * Records the end of one inner hold.
   *
   * @return whether the inner lock was held in the outer one
   */
  public static boolean unnested(Object outer, Object inner) {
    return LockDep.validator().unnested(outer, inner);
  }

  /** Records the end of all holds inside the outer one, in one step however many there are. */
  public static void endNested(Object outer) {
    LockDep.validator().endNested(outer);
  }

  /**
   * Whether this thread holds a lock, from what was recorded alone.
   *
   * @param mode null for any mode; {@link Mode#EXCLUSIVE} for an exclusive hold; either shared mode
   *     for a shared hold (an exclusive hold alone is none)
   * @return never {@link Held#UNKNOWN} while every acquisition of the lock is recorded
   */
  public static Held isHeld(Object lock, Mode mode) {
    return LockDep.validator().isHeld(lock, mode);
  }

  /**
   * Says that a lock's object is about to serve a new purpose. Whoever still has a hold of it on
   * record is reported, and the hold is taken off the record. A nested exclusive hold of the
   * calling thread just ends: the owner may give the object away.
   */
  public static void recycled(Object lock) {
    LockDep.validator().recycled(lock);
  }

  /** This thread's hold of a lock, nested ones included, or null. */
  public static Hold hold(Object lock) {
    return LockDep.validator().hold(lock);
  }

  /**
   * Every hold of a lock in all threads, each with the name of its thread: a snapshot for messages,
   * stale at once.
   */
  public static List<Holder> holders(Object lock) {
    return LockDep.validator().holders(lock);
  }

  /** Level 0 leaves the class alone, which may be a subclass already. */
  private static LockClass level(LockClass cls, int subclass) {
    Objects.requireNonNull(cls, "cls");
    return subclass == 0 ? cls : cls.subclass(subclass);
  }

  /**
   * A thread's hold of a lock.
   *
   * @param thread the thread's name, or its number if it has none
   * @param hold what it holds
   */
  public record Holder(String thread, Hold hold) {}
}
