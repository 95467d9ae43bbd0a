package dev.holdfast.lockdep;

/**
 * What decides which edges may follow each other in a path.
 *
 * @param type how the first lock was held and the second waited for
 * @param fromNested whether the first was held inside an outer lock
 * @param toNested whether the second was waited for inside an outer lock
 */
record Link(EdgeType type, boolean fromNested, boolean toNested) {
  /**
   * Whether a path stays strong when an edge with the given link is followed by one with this link.
   * Of one who waits for a nested lock and one who holds it nested, each holds the same outer lock,
   * so they cannot be two threads.
   */
  boolean mayFollow(Link previous) {
    return type.mayFollow(previous.type) && !(previous.toNested && fromNested);
  }
}
