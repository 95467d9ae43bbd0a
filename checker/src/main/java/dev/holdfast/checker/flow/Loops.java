package dev.holdfast.checker.flow;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.Frames.Target;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Executes loops until nothing changes, and finds where jumps out of them lead. */
abstract class Loops extends Switches {
  /** A head that still changes after so many passes is given up; most take two or three. */
  private static final int MOST_PASSES = 100;

  private interface Pass {
    /** Runs the loop once from its head; answers the worlds that leave it by its condition. */
    List<World> run(Target target);
  }

  Loops(BodyContext context) {
    super(context);
  }

  void forgetVariables(List<? extends Tree> trees) {
    List<Integer> declared = new ArrayList<>();
    for (Tree each : trees) {
      if (each instanceof VariableTree && element(each) instanceof VariableElement variable) {
        declared.add(index(variable));
      }
    }
    if (!declared.isEmpty()) {
      each(world -> locals.forget(world, declared));
    }
  }

  /** Passes through the loop until its head changes no more; only the last pass reports. */
  private void loop(Tree tree, Pass pass) {
    loop(tree, null, pass);
  }

  /** The same; {@code sweep} is null where the loop is none over all elements. */
  private void loop(Tree tree, Sweep sweep, Pass pass) {
    List<World> head = merge.normalise(plainAll(st), tree);
    List<World> left = List.of();
    Target target = null;
    Map<Callback, World> created = knownOfCreated();
    for (int passes = 0; ; passes++) {
      int mark = reporter.mark();
      target = new Target(tree);
      st = new ArrayList<>(head);
      frames.push(target);
      left = pass.run(target);
      frames.pop();
      List<World> from = head;
      each(world -> locks.elements.prefixes.gathered(world, from));
      List<World> back = plainAll(st);
      if (sweep != null) {
        sweep.turned(back);
      }
      List<World> next = merge.join(new ArrayList<>(head), back, tree);
      if (World.same(next, head)) {
        break;
      }
      if (passes == MOST_PASSES) {
        throw new OverBudget();
      }
      reporter.truncate(mark);
      renewCreated(created);
      head = next;
    }
    List<World> done = sweep == null ? left : merge.normalise(sweep.finish(left), tree);
    st = merge.join(new ArrayList<>(plainAll(done)), target.breaks, List.of(tree, "exit"));
    if (sweep != null) {
      each(world -> locks.elements.prefixes.whole(world, sweep.container, sweep.bound));
    }
  }

  private void continueHere(Target target) {
    st =
        merge.join(
            new ArrayList<>(plainAll(st)), target.continues, List.of(target.tree, "continue"));
  }

  void whileLoop(WhileLoopTree tree) {
    LoopHeads.Head head = concernsEvery(tree) ? indices.head(tree) : null;
    Sweep sweep = sweep(tree, head, tree.getStatement());
    int silent = sweep != null && sweep.present ? 1 : 0;
    limit(tree, head);
    loop(
        tree,
        sweep,
        target -> {
          quiet += silent;
          Outcomes outcomes = tested(tree.getCondition(), head);
          quiet -= silent;
          st = outcomes.whenTrue();
          turn(sweep);
          statement(tree.getStatement());
          continueHere(target);
          return outcomes.whenFalse();
        });
  }

  void doLoop(DoWhileLoopTree tree) {
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

  void forLoop(ForLoopTree tree) {
    VariableElement counted = counter(tree.getStatement());
    VariableElement index = counted == null ? null : heads.indexFromZero(tree);
    VariableElement counter = index == null ? null : counted;
    LoopHeads.Head head = counter == null && concernsEvery(tree) ? indices.head(tree) : null;
    Sweep sweep = sweep(tree, head, tree.getStatement());
    int silent = sweep != null && sweep.present ? 1 : 0;
    quiet += silent;
    for (StatementTree each : tree.getInitializer()) {
      statement(each);
    }
    quiet -= silent;
    limit(tree, head);
    loop(
        tree,
        sweep,
        target -> {
          List<World> leaving = List.of();
          if (counter != null) {
            each(world -> alike(world, index, counter));
          }
          if (tree.getCondition() != null) {
            quiet += silent;
            Outcomes outcomes = tested(tree.getCondition(), head);
            quiet -= silent;
            leaving = outcomes.whenFalse();
            st = outcomes.whenTrue();
          }
          turn(sweep);
          statement(tree.getStatement());
          continueHere(target);
          for (ExpressionStatementTree each : tree.getUpdate()) {
            statement(each);
          }
          return leaving;
        });
    forgetVariables(tree.getInitializer());
  }

  void forEach(EnhancedForLoopTree tree) {
    accesses.using(tree.getExpression(), null, () -> eval(tree.getExpression()));
    iterationRead(tree.getExpression());
    accesses.useRacy();
    List<World> without = setAside(this::isEmpty);
    Path container = iterated();
    VariableElement counter = counter(tree.getStatement());
    Path counted = counter == null ? null : sweeps.container(tree, st);
    Sweep sweep = counted == null ? sweep(tree) : null;
    if (counted == null && (sweep == null || !sweep.present)) {
      beginIteration(tree.getExpression());
    }
    loop(
        tree,
        sweep,
        target -> {
          List<World> leaving = counted == null ? snapshot() : countedUp(counter, counted, true);
          st = counted == null ? st : countedUp(counter, counted, false);
          VariableElement variable = (VariableElement) element(tree.getVariable());
          if (variable != null) {
            setVal(evaluation(tree.getVariable(), variable.asType()));
            each(world -> elementOf(world, container));
            assignLocal(variable, tree.getVariable());
          }
          if (counted != null && variable != null) {
            TypeMirror type = sweeps.elementType(tree.getExpression());
            each(
                world -> {
                  World next = world.copy();
                  Path element = pool.index(counted, value(world, counter), type);
                  next.equal = world.equal.put(world.vars.get(index(variable)).id, element);
                  return next;
                });
          }
          turn(sweep);
          statement(tree.getStatement());
          continueHere(target);
          if (counted != null) {
            forgetVariables(List.of(tree.getVariable()));
          }
          return leaving;
        });
    forgetVariables(List.of(tree.getVariable()));
    st = merge.join(new ArrayList<>(plainAll(without)), st, List.of(tree, "exit"));
  }

  /** Whether the value at hand is a container that surely has no elements. */
  private boolean isEmpty(World world) {
    Path container = world.val == null ? null : identity.canonical(world, world.val);
    return container != null && locks.elements.prefixes.isEmpty(world, container);
  }

  /** An array is merely gone through; other containers are asked for an iterator. */
  private void beginIteration(ExpressionTree container) {
    if (type(container) instanceof ArrayType) {
      push();
      dereference(container, container);
      drop(1);
    } else {
      mayThrow(container, unchecked());
    }
  }

  // ---- loops over all elements

  /** A loop over all elements of the value at hand; null where it is none, or nobody cares. */
  private Sweep sweep(EnhancedForLoopTree tree) {
    if (!concernsEvery(tree)) {
      return null;
    }
    each(locks.elements.prefixes::whole);
    return sweeps.sweep(heads.head(tree), tree.getStatement(), st);
  }

  /** The same for a loop over indices; null where it has no such head. */
  private Sweep sweep(Tree loop, LoopHeads.Head head, StatementTree body) {
    LoopHeads.Limit limit = head == null ? null : head.limit();
    if (limit == null
        || simplePath(st.get(0), limit.expression()) == null
        || effects(body).acquires() && !isOwn(head.variable(), loop)) {
      return null;
    }
    Path bound = null;
    each(locks.elements.prefixes::whole);
    if (!limit.isSize()) {
      bound = evaluation(List.of(loop, "bound"), env.types.getPrimitiveType(TypeKind.INT));
      each(locks.elements.prefixes::allGathered);
    }
    List<World> values = valued(limit.expression());
    if (limit.isSize()) {
      return sweeps.sweep(head, body, values);
    }
    Sweep ofHeld = sweeps.sweep(head, body, bound, st, values);
    return ofHeld != null || !infers || limit.isLast() || sweeps.isCountedDown(head, body)
        ? ofHeld
        : ofCallers(head, body, common(values, world -> world.val));
  }

  /** Whether nobody sees the variable of a loop afterwards, however far the loop got. */
  private static boolean isOwn(Tree variable, Tree loop) {
    return loop instanceof ForLoopTree declares && declares.getInitializer().contains(variable);
  }

  /** A loop over the elements below an index that the callers know; null where it is none. */
  private Sweep ofCallers(LoopHeads.Head head, StatementTree body, Path bound) {
    boolean known = bound != null && bound.kind == Path.Kind.PARAM && !effects(body).acquires();
    LoopHeads.Head through = known ? heads.through(head, body) : null;
    return through == null || simplePath(st.get(0), through.container()) == null
        ? null
        : sweeps.ofCallers(through, body, bound, valued(through.container()));
  }

  /** The worlds at hand with the value of an expression that does nothing. */
  private List<World> valued(ExpressionTree expression) {
    List<World> here = st;
    int mark = reporter.mark();
    quiet++;
    eval(expression);
    quiet--;
    reporter.truncate(mark);
    List<World> values = st;
    st = here;
    return values;
  }

  /** Whether turns may add up to a hold of every element's lock, or may need such a hold. */
  private boolean concernsEvery(Tree loop) {
    return !st.isEmpty() && (infers || pool.has(Kind.EVERY) || effects(loop).addsUp());
  }

  /**
   * The local that counts the turns of a loop with that body from zero, where it takes locks: an
   * index; null if there is none.
   */
  private VariableElement counter(StatementTree body) {
    VariableElement counter = heads.counter(body);
    return counter != null && st.stream().allMatch(world -> isZero(world, counter))
        ? counter
        : null;
  }

  /** The world in which two that count the same have one value. */
  private World alike(World world, VariableElement index, VariableElement counter) {
    Path counted = world.vars.get(index(counter));
    Path value = world.vars.get(index(index));
    return counted.kind == Kind.VALUE ? renaming.rename(world, counted, value) : world;
  }

  private boolean isZero(World world, VariableElement local) {
    return world.vars.has(index(local)) && Counting.isZero(world, value(world, local));
  }

  private Path value(World world, VariableElement local) {
    return identity.canonical(world, world.vars.get(index(local)));
  }

  /** The worlds in which all elements were counted, or not all yet. */
  private List<World> countedUp(VariableElement counter, Path container, boolean isEnd) {
    List<World> result = new ArrayList<>();
    for (World world : st) {
      World next = locks.elements.prefixes.sized(world, container, value(world, counter), isEnd);
      if (next != null) {
        result.add(next);
      }
    }
    return result;
  }

  /** Gives the index after the last one that a loop counts up to a name, if it has none. */
  private void limit(Tree loop, LoopHeads.Head head) {
    if (!isUpTo(head) || !head.limit().isLast()) {
      return;
    }
    Path end = evaluation(List.of(loop, "end"), env.types.getPrimitiveType(TypeKind.INT));
    each(
        world -> {
          Path last = named(world, head.limit().expression());
          return last == null || counting.after(world, last) != null
              ? world
              : counting.counted(world, last, end);
        });
  }

  private static boolean isUpTo(LoopHeads.Head head) {
    return head != null && head.form() == LoopHeads.Form.UP && !head.limit().isSize();
  }

  /** The outcomes of a loop's test, which tells of the index and of the end that it has not. */
  private Outcomes tested(ExpressionTree test, LoopHeads.Head head) {
    Outcomes outcomes = condition(test);
    boolean isOfLast =
        Env.plain(test).getKind() == Tree.Kind.LESS_THAN_EQUAL
            || Env.plain(test).getKind() == Tree.Kind.GREATER_THAN_EQUAL;
    return isUpTo(head) && isOfLast
        ? new Outcomes(
            limited(outcomes.whenTrue(), head, Fact.TRUE),
            limited(outcomes.whenFalse(), head, Fact.FALSE))
        : outcomes;
  }

  private List<World> limited(List<World> worlds, LoopHeads.Head head, Fact isLess) {
    VariableElement index = (VariableElement) element(head.variable());
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path limit = named(world, head.limit().expression());
      Path end = limit == null || !head.limit().isLast() ? limit : counting.after(world, limit);
      World next =
          end == null
              ? world
              : world.withFact(Relation.less(pool, value(world, index), end), isLess);
      result.add(locks.elements.prefixes.settled(next));
    }
    return result;
  }

  private void turn(Sweep sweep) {
    if (sweep != null && element(sweep.cursor.variable()) instanceof VariableElement variable) {
      evaluation(sweep.cursor, sweep.place.type);
      evaluation(sweep.ahead.key, sweep.ahead.type);
      st = new ArrayList<>(st);
      st.removeIf(world -> sweep.isOfNone(world, locks.elements.prefixes));
      each(world -> sweep.turn(world, index(variable)));
    }
  }

  /** Iterating over a guarded object by another name, or over a view of it, reads it. */
  private void iterationRead(ExpressionTree expression) {
    accesses.useByOtherName(expression, world -> world.val, false);
  }

  void labelled(LabeledStatementTree tree) {
    Target target = new Target(tree);
    frames.push(target);
    statement(tree.getStatement());
    frames.pop();
    st = merge.join(new ArrayList<>(plainAll(st)), target.breaks, tree);
  }
}
