package dev.holdfast.review.contract;

import java.util.Optional;

/** What a contract says about a member, in the order in which a line lists them. */
public enum ContractKind {
  /** A type carries a lock. */
  DEFINES_LOCK("defines-lock"),
  /** A type has a state. */
  DEFINES_STATE("defines-state"),
  /** An object of the type holds what its constructor acquired until it is closed. */
  LOCK_SCOPE("lock-scope"),
  /** A field's guard. */
  GUARDED_BY("guarded-by"),
  /** Held on entry and on exit. */
  REQUIRES("requires"),
  /** Not held on entry. */
  EXCLUDES("excludes"),
  /** Held on normal exit, without being acquired here. */
  ENSURES("ensures"),
  /** Held on normal exit with a certain result, without being acquired here. */
  ENSURES_IF("ensures-if"),
  /** Not held on entry, held on normal exit. */
  ACQUIRES("acquires"),
  /** Acquired with a certain result. */
  ACQUIRES_IF("acquires-if"),
  /** Held on entry, not on normal exit. */
  RELEASES("releases"),
  /** Released with a certain result. */
  RELEASES_IF("releases-if"),
  /** Exclusive on entry, shared on exit. */
  DOWNGRADES("downgrades"),
  /** Perhaps dropped in between. */
  MAY_RELEASE("may-release"),
  /** A state begins. */
  ESTABLISHES("establishes"),
  /** A state ends. */
  ENDS("ends"),
  /** Returns normally only if held. */
  ASSERTS_HELD("asserts-held"),
  /** True exactly if held. */
  TESTS_HELD("tests-held"),
  /** The result is the very object that the expression names. */
  RETURNS("returns"),
  /** The expressions name one object. */
  SAME_OBJECT("same-object"),
  /** The callback runs before the method returns. */
  RUNS_INLINE("runs-inline"),
  /** Lock order, this one first. */
  ACQUIRED_BEFORE("acquired-before"),
  /** Lock order, this one last. */
  ACQUIRED_AFTER("acquired-after"),
  /** A leading assertion that the lock is held. */
  ASSERTS("asserts"),
  /** A leading assertion that the lock is not held. */
  ASSERTS_NOT("asserts-not"),
  /** The body is not checked. */
  UNCHECKED("unchecked"),
  /** Findings are silenced. */
  SUPPRESSES("suppresses");

  private final String word;

  ContractKind(String word) {
    this.word = word;
  }

  /** The word that stands for this kind in a line. */
  public String word() {
    return word;
  }

  /** What stands between several expressions of one contract of this kind. */
  String separator() {
    return this == SAME_OBJECT ? " == " : " | ";
  }

  /** The kind with that word. */
  public static Optional<ContractKind> ofWord(String word) {
    for (ContractKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
