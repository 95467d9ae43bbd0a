package dev.holdfast.lockdep;

import java.util.List;
import java.util.Objects;

/**
 * A locking mistake, or the possibility of a deadlock, with the places that show it.
 *
 * @param kind what is wrong
 * @param held the class of the lock that is held
 * @param wanted the class of the lock that is waited for; the same as {@code held} where one lock
 *     is at fault
 * @param thread the thread that did it
 * @param heldAt where the held lock was taken
 * @param place where the mistake was made: for the order kinds, where the other lock is waited for
 * @param cycle for {@link Kind#ORDER_CYCLE}, the steps that close: the first is the one just made,
 *     the others are the orders seen before; otherwise empty
 * @param holds all that the thread held at that moment
 * @param detail one more fact for the reader, such as the thread that really holds the lock; may be
 *     empty
 */
public record Report(
    Kind kind,
    LockClass held,
    LockClass wanted,
    String thread,
    Place heldAt,
    Place place,
    List<Step> cycle,
    List<Hold> holds,
    String detail) {

  /** What a report is about. */
  public enum Kind {
    /** Locks were taken in orders that, put together, can wait for each other in a circle. */
    ORDER_CYCLE("possible deadlock"),
    /** A thread waits for a lock that it holds itself. */
    RECURSION("self-deadlock"),
    /**
     * A thread waits for a second lock of a class, with nothing that says which of the two comes
     * first.
     */
    SAME_CLASS("possible recursive locking"),
    /** A lock was taken as nested in another that the thread does not hold exclusively. */
    NEST_LOCK_NOT_HELD("nest lock not held"),
    /** A thread released what another thread holds. */
    RELEASED_BY_OTHER_THREAD("release by the wrong thread"),
    /** A thread released what nobody holds in that mode. */
    RELEASED_NOT_HELD("release without a hold"),
    /** A thread downgraded a lock that it does not hold exclusively. */
    BAD_DOWNGRADE("downgrade without an exclusive hold"),
    /** A thread ended with a lock held. */
    THREAD_ENDED("thread ended with a lock held"),
    /** A task of a pool ended with a lock held. */
    TASK_ENDED("task ended with a lock held"),
    /** The object that a lock belongs to was put to a new use while the lock was held. */
    RECYCLED_WHILE_HELD("recycled while held");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** What the kind is called in messages. */
    public String title() {
      return title;
    }
  }

  /**
   * One order that was seen: a thread held {@code held} and waited for {@code wanted}.
   *
   * @param held the class that was held
   * @param heldMode how it was held
   * @param heldAt where it was taken
   * @param wanted the class that was waited for
   * @param wantedMode how it was to be taken
   * @param wantedAt where it was waited for
   * @param thread the thread that did it
   */
  public record Step(
      LockClass held,
      Mode heldMode,
      Place heldAt,
      LockClass wanted,
      Mode wantedMode,
      Place wantedAt,
      String thread) {}

  /** Checks and copies the parts. */
  public Report {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(held, "held");
    Objects.requireNonNull(wanted, "wanted");
    cycle = List.copyOf(cycle);
    holds = List.copyOf(holds);
  }

  /**
   * The cycle in one line, for example {@code index -> shard -> index}; empty if this is about no
   * cycle.
   */
  public String cycleLine() {
    if (cycle.isEmpty()) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    for (Step step : cycle) {
      line.append(step.held()).append(" -> ");
    }
    return line.append(cycle.get(0).held()).toString();
  }

  /**
   * How the steps of the cycle end in a deadlock, one column a thread; empty if this is about no
   * cycle.
   */
  public String scenario() {
    return Scenario.of(cycle);
  }

  /** The whole report, in several lines. */
  public String message() {
    return ReportText.of(this);
  }

  @Override
  public String toString() {
    return message();
  }
}
