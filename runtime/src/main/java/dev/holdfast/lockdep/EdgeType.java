package dev.holdfast.lockdep;

/**
 * How one class of locks was held while another was waited for. The first letter is the hold:
 * exclusive or shared; the second is the wait: non-recursive, or as a recursive reader.
 */
enum EdgeType {
  EN,
  ER,
  SN,
  SR;

  static EdgeType of(Mode held, Mode wanted) {
    boolean recursive = wanted == Mode.SHARED_RECURSIVE;
    if (held == Mode.EXCLUSIVE) {
      return recursive ? ER : EN;
    }
    return recursive ? SR : SN;
  }

  private boolean fromShared() {
    return this == SN || this == SR;
  }

  private boolean toRecursive() {
    return this == ER || this == SR;
  }

  /**
   * Whether a path stays strong when an edge of the given type is followed by one of this type. One
   * who waits as a recursive reader is not kept out by one who only holds for reading.
   */
  boolean mayFollow(EdgeType previous) {
    return !(previous.toRecursive() && fromShared());
  }
}
