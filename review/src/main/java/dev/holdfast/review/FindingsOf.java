package dev.holdfast.review;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.format.Suppressed;
import dev.holdfast.review.git.TreeSnapshot;
import java.io.IOException;
import java.util.List;

/** Finds what is wrong at a revision. The command line binds it to the checker. */
@FunctionalInterface
public interface FindingsOf {
  /**
   * What there is at a revision.
   *
   * @param findings what is reported
   * @param suppressed what the source silences, where that was asked for
   */
  record Found(List<Diagnostic> findings, List<Suppressed> suppressed) {
    /** Nothing. */
    public static final Found NOTHING = new Found(List.of(), List.of());

    /** Copies the lists. */
    public Found {
      findings = List.copyOf(findings);
      suppressed = List.copyOf(suppressed);
    }
  }

  /**
   * The findings of a snapshot, paths as the snapshot has them.
   *
   * @param snapshot base or head
   * @param changes the contract changes from base to head: what calls those members may have other
   *     findings though its own file is the same
   * @throws IOException if the sources cannot be checked; the message is a clause for people about
   *     the revision, and the contracts are reviewed all the same
   */
  Found at(TreeSnapshot snapshot, List<ContractChange> changes) throws IOException;

  /** Finds nothing: for a review of the contracts alone. */
  static FindingsOf none() {
    return (snapshot, changes) -> Found.NOTHING;
  }
}
