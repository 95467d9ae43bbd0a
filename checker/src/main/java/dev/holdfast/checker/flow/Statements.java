package dev.holdfast.checker.flow;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Executes statements, and leaves by {@code return}. */
abstract class Statements extends Tries {
  Statements(BodyContext context) {
    super(context);
  }

  @Override
  void statement(StatementTree tree) {
    if (tree == null || st.isEmpty()) {
      return;
    }
    step();
    switch (tree.getKind()) {
      case BLOCK -> block((BlockTree) tree);
      case EXPRESSION_STATEMENT -> expression((ExpressionStatementTree) tree);
      case VARIABLE -> variable((VariableTree) tree);
      case IF -> ifElse((IfTree) tree);
      case WHILE_LOOP -> whileLoop((WhileLoopTree) tree);
      case DO_WHILE_LOOP -> doLoop((DoWhileLoopTree) tree);
      case FOR_LOOP -> forLoop((ForLoopTree) tree);
      case ENHANCED_FOR_LOOP -> forEach((EnhancedForLoopTree) tree);
      case LABELED_STATEMENT -> labelled((LabeledStatementTree) tree);
      case SWITCH -> switchStatement((SwitchTree) tree);
      case SYNCHRONIZED -> synchronised((SynchronizedTree) tree);
      case TRY -> tryCatch((TryTree) tree);
      case RETURN -> returns((ReturnTree) tree);
      case THROW -> throwing((ThrowTree) tree);
      case BREAK -> {
        Tree target = frames.breakTarget(((BreakTree) tree).getLabel());
        jump(exit(Exit.Kind.BREAK, target, tree));
      }
      case CONTINUE -> {
        Tree target = frames.continueTarget(((ContinueTree) tree).getLabel());
        jump(exit(Exit.Kind.CONTINUE, target, tree));
      }
      case YIELD -> yields((YieldTree) tree);
      case ASSERT -> asserts((AssertTree) tree);
      default -> {
        if (tree instanceof ClassTree) {
          return;
        }
      }
    }
  }

  private void block(BlockTree tree) {
    for (StatementTree each : tree.getStatements()) {
      statement(each);
    }
    forgetVariables(tree.getStatements());
  }

  private void expression(ExpressionStatementTree tree) {
    eval(tree.getExpression());
    ExpressionTree plain = plain(tree.getExpression());
    if (plain instanceof MethodInvocationTree call) {
      ignoredResult(call);
    }
    accesses.useRacy();
    setVal(null);
    settle(tree);
  }

  /** A conditional acquisition whose outcome nobody looks at. */
  private void ignoredResult(MethodInvocationTree call) {
    if (!(element(call.getMethodSelect()) instanceof ExecutableElement callee)) {
      return;
    }
    for (Clause clause : contractOf(callee).clauses(Clause.Kind.ACQUIRES_IF)) {
      String name = callee.getEnclosingElement().getSimpleName() + "." + callee.getSimpleName();
      Path lock = effects.conditionallyTaken(call);
      if (lock != null) {
        acquisitions.ignoreAttempt(lock);
      }
      report(
          Rule.UNCHECKED_TRY_LOCK,
          call,
          Place.Part.WHOLE,
          "'" + name + "'",
          lock == null || st.isEmpty()
              ? "'" + clause.lock().text() + "'"
              : describer.lock(st.get(0), lock),
          "",
          null,
          List.of());
      return;
    }
  }

  private void variable(VariableTree tree) {
    if (!(element(tree) instanceof VariableElement variable)) {
      return;
    }
    if (tree.getInitializer() == null) {
      int index = index(variable);
      each(
          world -> {
            World next = world.copy();
            next.vars = world.vars.remove(index);
            next.racy = world.racy.remove(index);
            return next;
          });
      return;
    }
    evalFor(variable, tree.getInitializer());
    assignLocal(variable, tree);
    setVal(null);
    settle(tree);
  }

  private void ifElse(IfTree tree) {
    Outcomes outcomes = condition(tree.getCondition());
    st = outcomes.whenTrue();
    statement(tree.getThenStatement());
    List<World> then = st;
    st = outcomes.whenFalse();
    statement(tree.getElseStatement());
    st = merge.join(plainAll(then), plainAll(st), tree);
  }

  // ---- leaving

  private void returns(ReturnTree tree) {
    boolean conditional = !isInInlineCallback() && dependsOnResult(currentContract());
    boolean matters = resultMatters();
    if (tree.getExpression() == null) {
      setVal(null);
    } else if (conditional && isBoolean(tree.getExpression())) {
      Outcomes outcomes = condition(tree.getExpression());
      st = valued(outcomes.whenTrue(), pool.constant(true));
      st.addAll(valued(outcomes.whenFalse(), pool.constant(false)));
    } else {
      if (matters) {
        choose(tree.getExpression());
      } else {
        eval(tree.getExpression());
      }
      accesses.useRacy();
    }
    if (!isInCallback()) {
      each(world -> escapesByReturn(world));
    }
    if (!isInInlineCallback() && !matters) {
      setVal(null);
    }
    if (matters) {
      returning(tree);
    }
    jumpByValue(Exit.Kind.RETURN, null, tree);
  }

  /** Takes note of all that a {@code return} may return, in its worlds. */
  abstract void returning(Tree site);

  private World escapesByReturn(World world) {
    if (world.val != null && identity.canonical(world, world.val).kind == Kind.LAMBDA) {
      return escaped(world, world.val);
    }
    return world;
  }

  static boolean dependsOnResult(Contract contract) {
    for (Clause clause : contract.clauses()) {
      if (clause.when() != null || clause.kind() == Clause.Kind.TESTS_HELD) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean resultMatters() {
    Contract contract = currentContract();
    if (isInInlineCallback()) {
      return false;
    }
    if (contract.returns() != null || !contract.same().isEmpty() || dependsOnResult(contract)) {
      return true;
    }
    return contract.clauses().stream()
        .anyMatch(c -> c.locks().stream().anyMatch(ref -> ref.lock().root().kind == Kind.RESULT));
  }

  /**
   * The contract of the body at hand: the method's, or that of the interface that a callback
   * implements.
   */
  abstract Contract currentContract();

  private boolean isInInlineCallback() {
    return frames.body().inline;
  }

  boolean isInCallback() {
    return isInInlineCallback() || frames.body().tree instanceof LambdaExpressionTree;
  }

  /** What an assertion says is believed, whether it is enabled or not. */
  private void asserts(AssertTree tree) {
    Outcomes outcomes = condition(tree.getCondition());
    st = outcomes.whenFalse();
    if (tree.getDetail() != null) {
      eval(tree.getDetail());
    }
    st = plainAll(outcomes.whenTrue());
  }
}
