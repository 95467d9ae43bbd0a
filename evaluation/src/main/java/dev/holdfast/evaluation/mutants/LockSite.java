package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;

/**
 * A place where a lock is taken, with the stretch of text in which it is held.
 *
 * @param form how it is taken
 * @param path the {@code synchronized} statement, the method, or the call that takes the lock
 * @param lock the lock's name
 * @param body the method or lambda it belongs to
 * @param start offset from which the lock is held
 * @param end offset up to which it is held
 * @param statements what can be moved out of the hold: the statements directly under it
 * @param insertion offset right after the release, where moved statements go; negative where there
 *     is no such place
 * @param releases the calls that release it
 */
record LockSite(
    Form form,
    TreePath path,
    String lock,
    Tree body,
    int start,
    int end,
    List<StatementTree> statements,
    int insertion,
    List<ExpressionStatementTree> releases) {

  /** How a lock is taken. */
  enum Form {
    /** A {@code synchronized} statement. */
    BLOCK,
    /** The {@code synchronized} modifier. */
    MODIFIER,
    /** A call, as a statement of its own. */
    CALL,
    /** A call whose result is the condition of an {@code if}. */
    CONDITION,
    /** A call whose result, a stamp, is kept in a local variable. */
    STAMP
  }

  LockSite {
    statements = List.copyOf(statements);
    releases = List.copyOf(releases);
  }

  boolean covers(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether two sites take one lock in one body. */
  boolean sameLockAs(LockSite other) {
    return lock.equals(other.lock) && body == other.body;
  }
}
