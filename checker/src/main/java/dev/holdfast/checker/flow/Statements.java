package dev.holdfast.checker.flow;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
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
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LeadingAssertions;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Executes statements, and leaves by {@code return}. */
abstract class Statements extends Tries {
  /**
   * Whether a part of the method's contract cannot be used: then nobody knows what its callers
   * provide and what it leaves behind, and neither is reported beside the invalid contract.
   */
  boolean contractUnknown;

  Statements(BodyContext context) {
    super(context);
  }

  @Override
  void statement(StatementTree tree) {
    if (tree == null || st.isEmpty()) {
      return;
    }
    step();
    int before = evaluations();
    run(tree);
    forgetUnused(before);
  }

  private void run(StatementTree tree) {
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
    ExpressionTree plain = Env.plain(tree.getExpression());
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
      if (lock == null || st.isEmpty()) {
        continue; // what it takes is no lock, such as a semaphore that no guard names
      }
      acquisitions.ignoreAttempt(lock);
      report(
          Rule.UNCHECKED_TRY_LOCK,
          call,
          Place.Part.WHOLE,
          "'" + name + "'",
          describer.lock(st.get(0), lock),
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
    Boolean failing = LeadingAssertions.throwsIf(tree);
    List<World> otherwise =
        Boolean.TRUE.equals(failing)
            ? asserted(tree.getCondition(), opposite(outcomes), true)
            : outcomes.whenFalse();
    st =
        Boolean.FALSE.equals(failing)
            ? asserted(tree.getCondition(), outcomes, false)
            : outcomes.whenTrue();
    statement(tree.getThenStatement());
    List<World> then = st;
    st = otherwise;
    statement(tree.getElseStatement());
    st = merge.join(plainAll(then), plainAll(st), tree);
  }

  // ---- leaving

  private void returns(ReturnTree tree) {
    boolean tells = mayTellOfElements(tree);
    boolean conditional = tells || !isInInlineCallback() && dependsOnResult(currentContract());
    boolean matters = tells || resultMatters();
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

  /** Whether a helper may tell by its result of which elements, or whether, it took the locks. */
  private boolean mayTellOfElements(ReturnTree tree) {
    return infers
        && !isInCallback()
        && tree.getExpression() != null
        && (isBoolean(tree.getExpression())
            || Numbers.isWhole(type(tree.getExpression()))
            || env.isA(type(tree.getExpression()), "java.util.Collection"))
        && usesLocks();
  }

  /** Takes note of all that a {@code return} may return, in its worlds. */
  abstract void returning(Tree site);

  private World escapesByReturn(World world) {
    Path value = world.val == null ? null : identity.canonical(world, world.val);
    if (value != null && isCallback(value)) {
      return unshared.escaped(world, value);
    }
    if (value != null) {
      Unshared.contents(world, value).forEach(this::published);
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
    return isInInlineCallback() || frames.body().tree.getKind() == Tree.Kind.LAMBDA_EXPRESSION;
  }

  /** What an assertion says is believed, whether it is enabled or not. */
  private void asserts(AssertTree tree) {
    Outcomes outcomes = condition(tree.getCondition());
    List<World> asserted = asserted(tree.getCondition(), outcomes, false);
    st = outcomes.whenFalse();
    if (tree.getDetail() != null) {
      eval(tree.getDetail());
    }
    st = plainAll(asserted);
  }

  /**
   * The worlds after an assertion. One that denies a lock which is held on every path that leads
   * here fails on all of them: that is a finding, and the analysis goes on as if it were not there.
   */
  private List<World> asserted(ExpressionTree condition, Outcomes outcomes, boolean negated) {
    List<World> fail = outcomes.whenFalse();
    ExpressionTree denied =
        outcomes.whenTrue().isEmpty() && !fail.isEmpty() ? denied(condition, negated) : null;
    if (denied == null) {
      return outcomes.whenTrue();
    }
    if (!contractUnknown) {
      World first = fail.get(0);
      Path held = beliefs.heldAgainst(denied, false);
      held = held == null ? beliefs.heldAgainst(denied, true) : held;
      Path lock = identity.lock(first, held, null).path();
      List<Finding.Note> notes = new ArrayList<>();
      Hold hold = locks.hold(first, lock);
      if (hold != null) {
        explainer.taken(first, lock, hold.since(), notes);
      }
      report(
          Rule.LOCK_EXCLUDED,
          denied,
          Place.Part.WHOLE,
          "the assertion",
          describer.lock(first, lock),
          "it is held on every path that leads here",
          first,
          notes);
    }
    return new ArrayList<>(fail);
  }

  /** Whether it says that a count is zero. */
  private static boolean isNone(BinaryTree tree, boolean negated) {
    boolean compared =
        negated
            ? tree.getKind() == Tree.Kind.NOT_EQUAL_TO || tree.getKind() == Tree.Kind.GREATER_THAN
            : tree.getKind() == Tree.Kind.EQUAL_TO;
    return compared
        && Env.plain(tree.getRightOperand()) instanceof LiteralTree literal
        && Integer.valueOf(0).equals(literal.getValue());
  }

  /** The first call in the condition that must say the contrary of a lock that is held, or null. */
  private ExpressionTree denied(ExpressionTree condition, boolean negated) {
    ExpressionTree plain = Env.plain(condition);
    if (plain instanceof UnaryTree not && plain.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return denied(not.getExpression(), !negated);
    }
    if (plain instanceof BinaryTree both
        && plain.getKind() == (negated ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND)) {
      ExpressionTree left = denied(both.getLeftOperand(), negated);
      return left == null ? denied(both.getRightOperand(), negated) : left;
    }
    if (plain instanceof BinaryTree count && isNone(count, negated)) {
      return denied(count.getLeftOperand(), true);
    }
    return beliefs.heldAgainst(plain, !negated) != null ? plain : null;
  }
}
