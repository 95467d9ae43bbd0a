package dev.holdfast.review;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.git.TreeSnapshot;
import java.io.IOException;
import java.util.List;

/** Finds what is wrong at a revision. The command line binds it to the checker. */
@FunctionalInterface
public interface FindingsOf {

  /**
   * The findings of a snapshot, paths as the snapshot has them.
   *
   * @throws IOException if the sources cannot be checked; the message is a clause for people about
   *     the revision, and the contracts are reviewed all the same
   */
  List<Diagnostic> at(TreeSnapshot snapshot) throws IOException;

  /** Finds nothing: for a review of the contracts alone. */
  static FindingsOf none() {
    return snapshot -> List.of();
  }
}
