package dev.holdfast.checker.flow;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects findings, and which locks the paths are known to disagree about since one of them was
 * reported. What a loop's earlier passes found can be taken back.
 */
final class Reporter {
  private record Dispute(Path lock, boolean open) {}

  private final List<Object> log = new ArrayList<>();

  void add(Finding finding) {
    for (Object entry : log) {
      if (entry instanceof Finding old && isSame(old, finding)) {
        return;
      }
    }
    log.add(finding);
  }

  private static boolean isSame(Finding a, Finding b) {
    if (a.rule() == Rule.LOCK_LEAK_ON_THROW && b.rule() == a.rule() && !a.subject().isEmpty()) {
      /* what the caller took leaks at many places, by one mistake */
      return a.subject().equals(b.subject());
    }
    return a.rule() == b.rule()
        && a.place().tree() == b.place().tree()
        && a.place().part() == b.place().part()
        && (a.rule() == Rule.BROKEN_CONTRACT
            ? a.subject().equals(b.subject())
            : Objects.equals(a.lock(), b.lock()));
  }

  /** The paths' disagreement about a lock was reported: what suffers from it later is silent. */
  void dispute(Path lock) {
    log.add(new Dispute(lock, true));
  }

  /** All paths agree about the lock again. */
  void settle(Path lock) {
    if (isDisputed(lock)) {
      log.add(new Dispute(lock, false));
    }
  }

  boolean isDisputed(Path lock) {
    for (int i = log.size() - 1; i >= 0; i--) {
      if (log.get(i) instanceof Dispute dispute && dispute.lock == lock) {
        return dispute.open;
      }
    }
    return false;
  }

  /** Whether something was reported at that tree. */
  boolean hasFindingAt(Object tree) {
    return findings().stream().anyMatch(finding -> finding.place().tree() == tree);
  }

  int mark() {
    return log.size();
  }

  void truncate(int mark) {
    while (log.size() > mark) {
      log.remove(log.size() - 1);
    }
  }

  List<Finding> findings() {
    List<Finding> result = new ArrayList<>();
    for (Object entry : log) {
      if (entry instanceof Finding finding) {
        result.add(finding);
      }
    }
    return result;
  }
}
