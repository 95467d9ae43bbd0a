package dev.holdfast.checker.flow;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
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

  /**
   * A finding; one about a lock that leaks is known by the lock, or by where it was taken. What was
   * taken in one place and leaks in one world are several locks.
   */
  private record Reported(Finding finding, Path leaking, Tree since, World world) {
    boolean isLeakOf(Reported other) {
      return leaking != null && leaking == other.leaking
          || since != null && since == other.since && world != other.world;
    }
  }

  private final List<Object> log = new ArrayList<>();

  void add(Finding finding) {
    add(new Reported(finding, null, null, null));
  }

  /** The same for a finding that a lock is still held. */
  void addLeak(Finding finding, Path leaking, Tree since, World world) {
    add(new Reported(finding, leaking, since, world));
  }

  private void add(Reported next) {
    for (Object entry : log) {
      if (entry instanceof Reported old && isSame(old, next)) {
        return;
      }
    }
    log.add(next);
  }

  private static boolean isSame(Reported x, Reported y) {
    Finding a = x.finding;
    Finding b = y.finding;
    if (a.rule() == Rule.LOCK_LEAK_ON_THROW && b.rule() == a.rule() && !a.subject().isEmpty()) {
      /* what the caller took leaks at many places, by one mistake */
      return a.subject().equals(b.subject());
    }
    if (a.rule() == Rule.UNGUARDED_ACCESS
        && b.rule() == a.rule()
        && first(a.place().tree()) == first(b.place().tree())) {
      /* one chain of calls on what the field holds */
      return a.subject().equals(b.subject()) && Objects.equals(a.lock(), b.lock());
    }
    return a.rule() == b.rule()
        && a.place().tree() == b.place().tree()
        && a.place().part() == b.place().part()
        && (a.rule() == Rule.BROKEN_CONTRACT
            ? a.subject().equals(b.subject())
            : x.isLeakOf(y) || Objects.equals(a.lock(), b.lock()));
  }

  /** Where an expression begins. */
  private static Tree first(Tree tree) {
    Tree at = tree;
    while (at instanceof MethodInvocationTree || at instanceof MemberSelectTree) {
      at =
          at instanceof MethodInvocationTree call
              ? call.getMethodSelect()
              : ((MemberSelectTree) at).getExpression();
    }
    return at;
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
      if (entry instanceof Reported reported) {
        result.add(reported.finding);
      }
    }
    return result;
  }
}
