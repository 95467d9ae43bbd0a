package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Finds the places of one file where locks are taken. */
final class SiteFinder extends TreePathScanner<Void, Void> {
  private final SourceUnit unit;
  private final LockNames names;
  private final LockCalls calls;
  private final List<LockSite> sites = new ArrayList<>();

  SiteFinder(SourceUnit unit, LockNames names, LockCalls calls) {
    this.unit = unit;
    this.names = names;
    this.calls = calls;
  }

  List<LockSite> find() {
    scan(unit.tree(), null);
    return List.copyOf(sites);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    BlockTree block = tree.getBlock();
    TreePath expression = new TreePath(getCurrentPath(), tree.getExpression());
    if (!calls.isLockObject(expression)) {
      add(
          LockSite.Form.BLOCK,
          names.of(expression),
          new Hold(unit.start(block), unit.end(block), statements(block), after(tree), List.of()));
    }
    return super.visitSynchronized(tree, unused);
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    if (method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)
        && method.getBody() != null) {
      String self = names.thisAt(getCurrentPath());
      boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
      String lock = isStatic ? self.replaceFirst("^this@", "") + ".class" : self;
      BlockTree body = method.getBody();
      add(
          LockSite.Form.MODIFIER,
          lock,
          new Hold(unit.start(body), unit.end(body), List.of(), -1, List.of()));
    }
    return super.visitMethod(method, unused);
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
    String lock =
        calls.lockOf(new TreePath(getCurrentPath(), statement.getExpression()), LockCalls.TAKING);
    if (!lock.isEmpty()) {
      add(LockSite.Form.CALL, lock, following(getCurrentPath(), lock));
    }
    return super.visitExpressionStatement(statement, unused);
  }

  @Override
  public Void visitVariable(VariableTree variable, Void unused) {
    // A view of a read/write lock has the same name as a stamped acquisition, but is no long.
    if (variable.getInitializer() != null
        && unit.element(getCurrentPath()).asType().getKind() == TypeKind.LONG) {
      TreePath call = new TreePath(getCurrentPath(), variable.getInitializer());
      String lock = calls.lockOf(call, LockCalls.STAMPING);
      if (!lock.isEmpty()) {
        add(call, LockSite.Form.STAMP, lock, following(getCurrentPath(), lock));
      }
    }
    return super.visitVariable(variable, unused);
  }

  @Override
  public Void visitIf(IfTree tree, Void unused) {
    ExpressionTree condition = tree.getCondition();
    while (condition instanceof ParenthesizedTree parenthesized) {
      condition = parenthesized.getExpression();
    }
    boolean negated = condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    ExpressionTree call = negated ? ((UnaryTree) condition).getExpression() : condition;
    String lock = calls.lockOf(new TreePath(getCurrentPath(), call), LockCalls.TRYING);
    if (!lock.isEmpty()) {
      Hold hold = negated ? following(getCurrentPath(), lock) : under(tree, lock);
      add(new TreePath(getCurrentPath(), call), LockSite.Form.CONDITION, lock, hold);
    }
    return super.visitIf(tree, unused);
  }

  /** Where a lock is held, and where it ends. */
  private record Hold(
      int start,
      int end,
      List<? extends StatementTree> statements,
      int insertion,
      List<ExpressionStatementTree> releases) {}

  private void add(LockSite.Form form, String lock, Hold hold) {
    add(getCurrentPath(), form, lock, hold);
  }

  private void add(TreePath path, LockSite.Form form, String lock, Hold hold) {
    sites.add(
        new LockSite(
            form,
            path,
            lock,
            Bodies.around(path).getLeaf(),
            hold.start,
            hold.end,
            List.copyOf(hold.statements),
            hold.insertion,
            hold.releases));
  }

  /** The hold of a lock taken by a successful condition: the statement under the {@code if}. */
  private Hold under(IfTree tree, String lock) {
    TreePath then = new TreePath(getCurrentPath(), tree.getThenStatement());
    if (tree.getThenStatement() instanceof BlockTree block) {
      return holdAmong(then, statements(block), 0, unit.start(block), unit.end(block), lock);
    }
    int start = unit.start(tree.getThenStatement());
    int end = unit.end(tree.getThenStatement());
    return new Hold(start, end, List.of(), -1, calls.releases(then, lock));
  }

  /** The hold of a lock taken by a statement: the statements after it. */
  private Hold following(TreePath statement, String lock) {
    TreePath parent = statement.getParentPath();
    int start = unit.end(statement.getLeaf());
    if (!(parent.getLeaf() instanceof BlockTree block)) {
      return new Hold(start, start, List.of(), -1, List.of());
    }
    List<StatementTree> all = statements(block);
    int index = all.indexOf(statement.getLeaf());
    Hold hold = holdAmong(parent, all, index + 1, start, unit.end(block), lock);
    if (hold.releases.isEmpty()
        && parent.getParentPath().getLeaf() instanceof TryTree around
        && around.getBlock() == block
        && around.getFinallyBlock() != null) {
      TreePath last = new TreePath(parent.getParentPath(), around.getFinallyBlock());
      List<StatementTree> inside = all.subList(index + 1, all.size());
      return new Hold(start, hold.end, inside, unit.end(around), calls.releases(last, lock));
    }
    return hold;
  }

  private Hold holdAmong(
      TreePath parent, List<StatementTree> all, int from, int start, int end, String lock) {
    List<ExpressionStatementTree> releases = new ArrayList<>();
    for (int i = from; i < all.size(); i++) {
      StatementTree statement = all.get(i);
      TreePath path = new TreePath(parent, statement);
      List<ExpressionStatementTree> here = calls.releases(path, lock);
      releases.addAll(here);
      if (statement instanceof TryTree attempt && releasesFinally(path, attempt, lock)) {
        int last = unit.start(attempt.getFinallyBlock());
        return new Hold(start, last, statements(attempt.getBlock()), after(attempt), releases);
      }
      if (here.contains(statement)) {
        int at = unit.start(statement);
        return new Hold(start, at, all.subList(from, i), after(statement), releases);
      }
    }
    return new Hold(start, end, List.of(), -1, releases);
  }

  private boolean releasesFinally(TreePath path, TryTree attempt, String lock) {
    return attempt.getFinallyBlock() != null
        && !calls.releases(new TreePath(path, attempt.getFinallyBlock()), lock).isEmpty();
  }

  private int after(StatementTree statement) {
    TreePath parent = trees(statement);
    boolean listed = parent.getLeaf() instanceof BlockTree || parent.getLeaf() instanceof CaseTree;
    return listed ? unit.end(statement) : -1;
  }

  private TreePath trees(StatementTree statement) {
    return unit.trees().getPath(unit.tree(), statement).getParentPath();
  }

  private static List<StatementTree> statements(BlockTree block) {
    return List.copyOf(block.getStatements());
  }
}
