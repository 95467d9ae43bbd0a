package dev.holdfast.checker.flow;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Executes statements: control flow, monitors, resources, exceptions. */
abstract class Statements extends Calls {
  private static final int MOST_PASSES = 12;

  Statements(
      Env env,
      Contracts contracts,
      ClassScan scan,
      TreePath root,
      long fuel,
      Reporter reporter,
      Element member,
      TypeElement self) {
    super(env, contracts, scan, root, fuel, reporter, member, self);
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
      case BREAK -> jump(exit(Exit.Kind.BREAK, breakTarget((BreakTree) tree), tree));
      case CONTINUE -> jump(exit(Exit.Kind.CONTINUE, continueTarget((ContinueTree) tree), tree));
      case YIELD -> yields((YieldTree) tree);
      case ASSERT -> asserts((AssertTree) tree);
      default -> {
        if (tree instanceof ClassTree) {
          return;
        }
      }
    }
  }

  static Exit exit(Exit.Kind kind, Tree target, Tree site) {
    return new Exit(kind, target, site, List.of(), null);
  }

  private void block(BlockTree tree) {
    for (StatementTree each : tree.getStatements()) {
      statement(each);
    }
    forgetVariables(tree.getStatements());
  }

  /** Locals end with their block, and with them what was known of values that only they had. */
  private void forget(List<Integer> variables) {
    if (variables.isEmpty()) {
      return;
    }
    each(
        world -> {
          World next = world.copy();
          for (int index : variables) {
            Path value = next.vars.get(index);
            next.vars = next.vars.remove(index);
            next.lockVars = next.lockVars.remove(index);
            next.racy = next.racy.remove(index);
            if (value != null && value.kind == Kind.VALUE && !isStillKnown(next, value.key)) {
              next.facts = withoutKey(next.facts, value.key);
              next.equal = withoutKey(next.equal, value.key);
            }
          }
          return next;
        });
  }

  /** Whether another local has the value, or a hold goes by it. */
  private boolean isStillKnown(World world, Object key) {
    boolean[] found = {false};
    world.vars.forEach((index, value) -> found[0] |= mentions(value, key));
    world.holds.forEach((id, hold) -> found[0] |= mentions(pool.byId(id), key));
    world.equal.forEach(
        (id, value) -> found[0] |= !world.holds.isEmpty() && mentions(pool.byId(id), key));
    return found[0];
  }

  private <V> dev.holdfast.checker.path.IntMap<V> withoutKey(
      dev.holdfast.checker.path.IntMap<V> map, Object key) {
    List<Integer> gone = new ArrayList<>();
    map.forEach(
        (id, value) -> {
          if (mentions(pool.byId(id), key)) {
            gone.add(id);
          }
        });
    dev.holdfast.checker.path.IntMap<V> result = map;
    for (int id : gone) {
      result = result.remove(id);
    }
    return result;
  }

  private static boolean mentions(Path path, Object key) {
    for (Path at = path; at != null; at = at.base) {
      if (at.kind == Kind.VALUE && at.key.equals(key)) {
        return true;
      }
      for (Path arg : at.args) {
        if (mentions(arg, key)) {
          return true;
        }
      }
    }
    return false;
  }

  private void forgetVariables(List<? extends Tree> trees) {
    List<Integer> declared = new ArrayList<>();
    for (Tree each : trees) {
      if (each instanceof VariableTree && element(each) instanceof VariableElement variable) {
        declared.add(index(variable));
      }
    }
    forget(declared);
  }

  private void expression(ExpressionStatementTree tree) {
    eval(tree.getExpression());
    ExpressionTree plain = plain(tree.getExpression());
    if (plain instanceof MethodInvocationTree call) {
      ignoredResult(call);
    }
    accesses.useRacy();
    each(world -> world.val == null ? world : world.withVal(null));
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
        acquisitions.markWrongRelease(lock);
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
    eval(tree.getInitializer());
    assignLocal(variable, tree);
    each(world -> world.withVal(null));
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

  private static List<World> plainAll(List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.val == null && world.racyHere.isEmpty() ? world : world.withVal(null));
    }
    return result;
  }

  // ---- loops

  private interface Pass {
    /** Runs the loop once from its head; answers the worlds that leave it by its condition. */
    List<World> run(Target target);
  }

  /** Passes through the loop until its head changes no more; only the last pass reports. */
  private void loop(Tree tree, Pass pass) {
    List<World> head = merge.normalise(plainAll(st), tree);
    List<World> left = List.of();
    Target target = null;
    for (int i = 0; i < MOST_PASSES; i++) {
      int mark = reporter.mark();
      target = new Target(tree);
      st = new ArrayList<>(head);
      frames.push(target);
      left = pass.run(target);
      frames.pop();
      List<World> back = plainAll(st);
      List<World> next = merge.join(new ArrayList<>(head), back, tree);
      if (World.same(next, head)) {
        break;
      }
      if (i < MOST_PASSES - 1) {
        reporter.truncate(mark);
      }
      head = next;
    }
    st = merge.join(new ArrayList<>(plainAll(left)), target.breaks, List.of(tree, "exit"));
  }

  private void continueHere(Target target) {
    st =
        merge.join(
            new ArrayList<>(plainAll(st)), target.continues, List.of(target.tree, "continue"));
  }

  private void whileLoop(WhileLoopTree tree) {
    loop(
        tree,
        target -> {
          Outcomes outcomes = condition(tree.getCondition());
          st = outcomes.whenTrue();
          statement(tree.getStatement());
          continueHere(target);
          return outcomes.whenFalse();
        });
  }

  private void doLoop(DoWhileLoopTree tree) {
    loop(
        tree,
        target -> {
          statement(tree.getStatement());
          continueHere(target);
          Outcomes outcomes = condition(tree.getCondition());
          st = outcomes.whenTrue();
          return outcomes.whenFalse();
        });
  }

  private void forLoop(ForLoopTree tree) {
    for (StatementTree each : tree.getInitializer()) {
      statement(each);
    }
    loop(
        tree,
        target -> {
          List<World> leaving = List.of();
          if (tree.getCondition() != null) {
            Outcomes outcomes = condition(tree.getCondition());
            leaving = outcomes.whenFalse();
            st = outcomes.whenTrue();
          }
          statement(tree.getStatement());
          continueHere(target);
          for (ExpressionStatementTree each : tree.getUpdate()) {
            statement(each);
          }
          return leaving;
        });
    forgetVariables(tree.getInitializer());
  }

  private void forEach(EnhancedForLoopTree tree) {
    eval(tree.getExpression());
    iterationRead(tree.getExpression());
    accesses.useRacy();
    mayThrow(tree.getExpression(), unchecked());
    loop(
        tree,
        target -> {
          List<World> leaving = snapshot();
          VariableElement variable = (VariableElement) element(tree.getVariable());
          if (variable != null) {
            setVal(evaluation(tree.getVariable(), variable.asType()));
            assignLocal(variable, tree.getVariable());
          }
          statement(tree.getStatement());
          continueHere(target);
          return leaving;
        });
    forgetVariables(List.of(tree.getVariable()));
  }

  /** Iterating over a view of a guarded object reads the object. */
  private void iterationRead(ExpressionTree expression) {
    for (World world : st) {
      Path path = world.val;
      if (path != null && Results.isView(path)) {
        VariableElement field = (VariableElement) path.base.key;
        accesses.access(expression, field, w -> Results.viewBase(w.val), false);
        return;
      }
    }
  }

  private void labelled(LabeledStatementTree tree) {
    Target target = new Target(tree);
    frames.push(target);
    statement(tree.getStatement());
    frames.pop();
    st = merge.join(new ArrayList<>(plainAll(st)), target.breaks, tree);
  }

  private Tree breakTarget(BreakTree tree) {
    if (tree.getLabel() != null) {
      return labelTarget(tree.getLabel().toString(), false);
    }
    for (Frame frame : frames) {
      if (frame instanceof Target target
          && !(target.tree instanceof LabeledStatementTree)
          && !(target.tree instanceof SwitchExpressionTree)) {
        return target.tree;
      }
    }
    return null;
  }

  private Tree continueTarget(ContinueTree tree) {
    if (tree.getLabel() != null) {
      return labelTarget(tree.getLabel().toString(), true);
    }
    for (Frame frame : frames) {
      if (frame instanceof Target target && isLoop(target.tree)) {
        return target.tree;
      }
    }
    return null;
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  private Tree labelTarget(String label, boolean loop) {
    for (Frame frame : frames) {
      if (frame instanceof Target target
          && target.tree instanceof LabeledStatementTree labelled
          && labelled.getLabel().contentEquals(label)) {
        return loop ? labelled.getStatement() : labelled;
      }
    }
    return null;
  }

  // ---- switch

  private void switchStatement(SwitchTree tree) {
    eval(tree.getExpression());
    accesses.useRacy();
    cases(tree, tree.getCases(), plain(tree.getExpression()), false);
  }

  @Override
  void switchExpression(SwitchExpressionTree tree) {
    eval(tree.getExpression());
    accesses.useRacy();
    cases(tree, tree.getCases(), plain(tree.getExpression()), true);
  }

  private void cases(
      Tree tree, List<? extends CaseTree> cases, ExpressionTree selector, boolean expression) {
    push();
    Target target = new Target(tree);
    frames.push(target);
    List<World> unmatched = st;
    List<World> falling = new ArrayList<>();
    boolean exhaustive = expression;
    CaseTree otherwise = null;
    for (CaseTree each : cases) {
      if (SwitchLabels.isDefault(each)) {
        otherwise = each;
      }
    }
    List<World> afterLabels = new ArrayList<>(unmatched);
    Map<CaseTree, List<World>> entries = new LinkedHashMap<>();
    for (CaseTree each : cases) {
      if (each == otherwise && SwitchLabels.labels(each).isEmpty()) {
        continue;
      }
      st = afterLabels;
      Outcomes outcomes = matches(each);
      entries.put(each, outcomes.whenTrue());
      exhaustive |= SwitchLabels.hasPattern(each);
      afterLabels = outcomes.whenFalse();
    }
    if (otherwise != null) {
      List<World> own = entries.getOrDefault(otherwise, List.of());
      entries.put(otherwise, merge.join(new ArrayList<>(own), afterLabels, otherwise));
    }
    for (CaseTree each : cases) {
      st = merge.join(new ArrayList<>(popped(entries.get(each))), falling, each);
      falling = caseBody(each, tree, expression);
    }
    frames.pop();
    List<World> result = new ArrayList<>(falling);
    if (otherwise == null && !exhaustive) {
      result = merge.join(result, popped(afterLabels), tree);
    }
    st = merge.join(expression ? new ArrayList<>() : plainAll(result), target.breaks, tree);
    if (!expression) {
      st = merge.normalise(plainAll(st), tree);
    }
  }

  private static List<World> popped(List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world.copy();
      next.pop();
      next.val = null;
      result.add(next);
    }
    return result;
  }

  /**
   * The worlds in which a case's labels and guard match, and those in which they do not; the
   * selector stays on the stack.
   */
  private Outcomes matches(CaseTree tree) {
    List<World> matched = new ArrayList<>();
    List<World> rest = st;
    for (Tree label : SwitchLabels.labels(tree)) {
      st = rest;
      Outcomes one = SwitchLabels.isPattern(label) ? matchPattern(label) : matchConstant(label);
      matched = merge.join(matched, one.whenTrue(), label);
      rest = one.whenFalse();
    }
    ExpressionTree guard = SwitchLabels.guard(tree);
    if (guard != null) {
      st = matched;
      Outcomes guarded = condition(guard);
      matched = guarded.whenTrue();
      rest = merge.join(new ArrayList<>(rest), guarded.whenFalse(), tree);
    }
    return new Outcomes(matched, rest);
  }

  private Outcomes matchConstant(Tree label) {
    List<World> all = st;
    Path constant = constant(label);
    List<World> equal = new ArrayList<>();
    List<World> other = new ArrayList<>();
    for (World world : all) {
      Path selector = peek(world, 0);
      Path test = selector == null || constant == null ? null : pool.equal(selector, constant);
      World yes = facts.assume(world, test, When.TRUE);
      World no = facts.assume(world, test, When.FALSE);
      if (yes != null) {
        equal.add(yes);
      }
      if (no != null) {
        other.add(no);
      }
    }
    return new Outcomes(equal, other);
  }

  private Path constant(Tree label) {
    if (label instanceof com.sun.source.tree.LiteralTree literal) {
      return literal.getValue() == null ? pool.nullValue() : pool.constant(literal.getValue());
    }
    if (label instanceof IdentifierTree && element(label) instanceof VariableElement field) {
      return field.getConstantValue() != null
          ? pool.constant(field.getConstantValue())
          : pool.field(null, field);
    }
    return null;
  }

  private Outcomes matchPattern(Tree label) {
    List<World> all = st;
    each(world -> world.withVal(peek(world, 0)));
    bindPattern(SwitchLabels.pattern(label));
    return new Outcomes(st, all);
  }

  @Override
  void bindPattern(Tree pattern) {
    if (pattern instanceof BindingPatternTree binding) {
      bindVariable(binding);
      return;
    }
    List<Tree> parts = SwitchLabels.components(pattern);
    if (parts.isEmpty()) {
      return;
    }
    TypeElement type = env.typeElement(type(SwitchLabels.deconstructor(pattern)));
    List<? extends Element> components = type == null ? List.of() : type.getRecordComponents();
    push();
    for (int i = 0; i < parts.size(); i++) {
      VariableElement field =
          i < components.size()
              ? env.field(type, components.get(i).getSimpleName().toString())
              : null;
      each(
          world -> {
            Path whole = peek(world, 0);
            return world.withVal(
                whole == null || field == null
                    ? null
                    : pool.field(identity.canonical(world, whole), field));
          });
      bindPattern(parts.get(i));
    }
    drop(1);
  }

  /** Runs a case; answers the worlds that fall through to the next. */
  private List<World> caseBody(CaseTree tree, Tree whole, boolean expression) {
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      for (StatementTree each : tree.getStatements()) {
        statement(each);
      }
      return plainAll(st);
    }
    Tree body = tree.getBody();
    if (body instanceof ExpressionTree value) {
      eval(value);
      if (expression) {
        jump(exit(Exit.Kind.YIELD, whole, value));
      } else {
        accesses.useRacy();
        each(world -> world.withVal(null));
        jump(exit(Exit.Kind.BREAK, whole, value));
      }
    } else if (body instanceof StatementTree statement) {
      statement(statement);
      each(world -> world.withVal(null));
      jump(exit(Exit.Kind.BREAK, whole, statement));
    }
    return new ArrayList<>();
  }

  private void yields(YieldTree tree) {
    eval(tree.getValue());
    Tree target = null;
    for (Frame frame : frames) {
      if (frame instanceof Target at && at.tree instanceof SwitchExpressionTree) {
        target = at.tree;
        break;
      }
    }
    jumpByValue(Exit.Kind.YIELD, target, tree);
  }

  /** Leaves with a value, world by world where the values differ. */
  private void jumpByValue(Exit.Kind kind, Tree target, Tree site) {
    Map<Path, List<World>> byValue = new LinkedHashMap<>();
    for (World world : st) {
      byValue.computeIfAbsent(world.val, path -> new ArrayList<>()).add(world);
    }
    byValue.forEach(
        (value, worlds) -> {
          st = worlds;
          jump(new Exit(kind, target, site, List.of(), value));
        });
    st = new ArrayList<>();
  }

  // ---- leaving

  private void returns(ReturnTree tree) {
    boolean conditional = !isInInlineCallback() && dependsOnResult(currentContract());
    if (tree.getExpression() == null) {
      each(world -> world.withVal(null));
    } else if (conditional && isBoolean(tree.getExpression())) {
      Outcomes outcomes = condition(tree.getExpression());
      st = valued(outcomes.whenTrue(), true);
      st.addAll(valued(outcomes.whenFalse(), false));
    } else {
      eval(tree.getExpression());
      accesses.useRacy();
    }
    if (!isInCallback()) {
      each(world -> escapesByReturn(world));
    }
    if (!isInInlineCallback() && !resultMatters(currentContract())) {
      each(world -> world.withVal(null));
    }
    jumpByValue(Exit.Kind.RETURN, null, tree);
  }

  private boolean isBoolean(ExpressionTree tree) {
    TypeMirror type = type(tree);
    return type != null && type.getKind() == javax.lang.model.type.TypeKind.BOOLEAN;
  }

  private List<World> valued(List<World> worlds, boolean value) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.withVal(pool.constant(value)));
    }
    return result;
  }

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

  private static boolean resultMatters(Contract contract) {
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
    for (Frame frame : frames) {
      if (frame instanceof Body body) {
        return body.inline;
      }
    }
    return false;
  }

  boolean isInCallback() {
    for (Frame frame : frames) {
      if (frame instanceof Body body) {
        return body.inline || body.tree instanceof com.sun.source.tree.LambdaExpressionTree;
      }
    }
    return false;
  }

  private void throwing(ThrowTree tree) {
    eval(tree.getExpression());
    accesses.useRacy();
    TypeMirror type = type(tree.getExpression());
    List<World> worlds = st;
    st = new ArrayList<>();
    raise(worlds, List.of(type == null ? unchecked().get(0) : env.types.erasure(type)), tree);
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

  // ---- synchronized, try

  private void synchronised(SynchronizedTree tree) {
    eval(tree.getExpression());
    push();
    ExpressionTree expression = plain(tree.getExpression());
    acquisitions.beforeAcquire(
        expression, world -> monitor(world, peek(world, 0)), world -> Mode.WRITE, "'synchronized'");
    acquisitions.checkStable(expression, expression);
    acquisitions.acquire(
        expression, world -> monitor(world, peek(world, 0)), world -> Mode.WRITE, null, false);
    List<Path> monitors = new ArrayList<>();
    for (World world : st) {
      Path monitor = monitor(world, peek(world, 0));
      if (!monitors.contains(monitor)) {
        monitors.add(monitor);
      }
    }
    drop(1);
    Cleanup cleanup = new Cleanup(worlds -> releaseMonitor(worlds, monitors, tree));
    frames.push(cleanup);
    each(world -> world.withVal(null));
    statement(tree.getBlock());
    frames.pop();
    st = cleanup.pass(st);
    settle(tree);
  }

  private Path monitor(World world, Path object) {
    Path target = object == null ? pool.nullValue() : identity.canonical(world, object);
    return pool.monitor(target);
  }

  private List<World> releaseMonitor(List<World> worlds, List<Path> monitors, Tree site) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world;
      for (Path monitor : monitors) {
        Path at = monitors.size() == 1 ? agedMonitor(world, monitor) : monitor;
        Hold hold = next.holds.get(at.id);
        if (hold != null) {
          next = locks.release(next, at, Mode.WRITE, site);
          break;
        }
      }
      result.add(next);
    }
    return result;
  }

  /** The monitor under the name that it has by now. */
  private Path agedMonitor(World world, Path monitor) {
    Path canonical = identity.canonical(world, monitor);
    if (world.holds.has(canonical.id)) {
      return canonical;
    }
    if (world.holds.has(monitor.id)) {
      return monitor;
    }
    Path object = monitor.base;
    if (object.kind == Kind.VALUE || object.kind == Kind.FIELD) {
      Path older = pool.monitor(pool.older(object));
      return world.holds.has(older.id) ? older : monitor;
    }
    return monitor;
  }

  private void tryCatch(TryTree tree) {
    boolean handlers = !tree.getCatches().isEmpty() || tree.getFinallyBlock() != null;
    if (!handlers) {
      resources(tree, 0);
      return;
    }
    Try frame = new Try(tree, tree.getFinallyBlock() != null, depth());
    for (CatchTree each : tree.getCatches()) {
      frame.caught.add(caughtTypes(each));
      frame.handlers.add(new ArrayList<>());
    }
    frames.push(frame);
    resources(tree, 0);
    List<World> normal = plainAll(st);
    frame.phase = Try.Phase.HANDLER;
    for (int i = 0; i < tree.getCatches().size(); i++) {
      st = new ArrayList<>(frame.handlers.get(i));
      handler(tree.getCatches().get(i));
      normal = merge.join(new ArrayList<>(normal), plainAll(st), tree.getCatches().get(i));
    }
    frame.phase = Try.Phase.FINALLY;
    if (tree.getFinallyBlock() == null) {
      frames.pop();
      st = normal;
      return;
    }
    finallyBlock(tree, frame, normal);
  }

  private void finallyBlock(TryTree tree, Try frame, List<World> normal) {
    List<World> entering = new ArrayList<>(frame.leaving);
    frame.leaving.clear();
    Exit onwards = exit(Exit.Kind.NORMAL, null, null);
    for (World world : normal) {
      merge.add(entering, world.leaving(onwards), tree);
    }
    st = entering;
    frames.pop();
    statement(tree.getFinallyBlock());
    List<World> done = st;
    st = new ArrayList<>();
    List<World> result = new ArrayList<>();
    for (World world : done) {
      for (Exit exit : world.exits) {
        resume(world, exit);
        for (World each : st) {
          merge.add(result, each, List.of(tree, "finally"));
        }
        st = new ArrayList<>();
      }
    }
    st = result;
  }

  private List<TypeMirror> caughtTypes(CatchTree tree) {
    Tree type = tree.getParameter().getType();
    List<TypeMirror> result = new ArrayList<>();
    if (type instanceof UnionTypeTree union) {
      for (Tree each : union.getTypeAlternatives()) {
        result.add(env.types.erasure(type(each)));
      }
    } else {
      result.add(env.types.erasure(type(type)));
    }
    return result;
  }

  private void handler(CatchTree tree) {
    if (element(tree.getParameter()) instanceof VariableElement variable) {
      setVal(evaluation(tree, variable.asType()));
      assignLocal(variable, tree);
      each(world -> world.withVal(null));
    }
    statement(tree.getBlock());
  }

  private void resources(TryTree tree, int index) {
    if (index == tree.getResources().size()) {
      statement(tree.getBlock());
      return;
    }
    if (st.isEmpty()) {
      return;
    }
    Tree resource = tree.getResources().get(index);
    if (resource instanceof VariableTree variable) {
      statement(variable);
      each(world -> world.withVal(valueOf(world, variable)));
    } else {
      eval((ExpressionTree) resource);
    }
    List<Path> closed = new ArrayList<>();
    for (World world : st) {
      Path scope = world.val == null ? null : identity.canonical(world, world.val);
      if (scope != null && !closed.contains(scope)) {
        closed.add(scope);
      }
    }
    TypeMirror type =
        type(
            resource instanceof VariableTree variable
                ? variable.getType() == null ? variable : variable.getType()
                : resource);
    TypeElement element =
        env.typeElement(
            resource instanceof VariableTree variable && element(variable) != null
                ? element(variable).asType()
                : type);
    boolean scope = scopes.isScope(element);
    each(world -> world.withVal(null));
    ExecutableElement close = element == null ? null : env.method(element, "close", 0);
    Cleanup cleanup = new Cleanup(worlds -> closeAll(worlds, closed, resource, close));
    frames.push(cleanup);
    resources(tree, index + 1);
    frames.pop();
    st = cleanup.pass(st);
    if (!scope && close != null && !st.isEmpty()) {
      mayThrow(resource, thrown(close));
    }
    settle(resource);
  }

  private Path valueOf(World world, VariableTree variable) {
    return element(variable) instanceof VariableElement element
        ? world.vars.get(index(element))
        : null;
  }

  private List<World> closeAll(
      List<World> worlds, List<Path> closed, Tree site, ExecutableElement close) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world;
      for (Path scope : closed) {
        next = scopes.close(next, scope, site);
        if (close != null) {
          next = scopes.releasedByClose(next, scope, contractOf(close), site);
        }
      }
      result.add(next);
    }
    return result;
  }
}
