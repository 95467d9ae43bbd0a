package dev.holdfast.checker.flow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The abstract machine that walks one body: the worlds at the current point, the constructs that
 * surround it, and the ways out of them. {@code finally} blocks, monitors and resources are met on
 * every way out, exceptions included.
 */
abstract class Machine {
  /** The analysis of one body would take too long. */
  static final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverBudget() {
      super("over budget", null, false, false);
    }
  }

  /** A construct around the current point that a way out of it has to pass. */
  abstract static class Frame {
    /** The worlds after passing it on a way out. */
    List<World> pass(List<World> worlds) {
      return worlds;
    }
  }

  /** A loop, switch or labelled statement. */
  static final class Target extends Frame {
    final Tree tree;
    List<World> breaks = new ArrayList<>();
    List<World> continues = new ArrayList<>();

    Target(Tree tree) {
      this.tree = tree;
    }
  }

  /** Something that is undone on every way out, such as a monitor. */
  static final class Cleanup extends Frame {
    final UnaryOperator<List<World>> action;

    Cleanup(UnaryOperator<List<World>> action) {
      this.action = action;
    }

    @Override
    List<World> pass(List<World> worlds) {
      return action.apply(worlds);
    }
  }

  /** A handler of a {@code try}, and what has been thrown to it. */
  static final class Handler {
    final List<TypeMirror> types;
    final List<Thrown> caught = new ArrayList<>();
    final List<World> worlds = new ArrayList<>();

    /** With the types that it is declared for. */
    Handler(List<TypeMirror> types) {
      this.types = types;
    }
  }

  /** A {@code try} with its handlers. */
  static final class Try extends Frame {
    enum Phase {
      BODY,
      HANDLER,
      FINALLY
    }

    Phase phase = Phase.BODY;
    final List<Handler> handlers = new ArrayList<>();
    final List<World> leaving = new ArrayList<>();
    final Tree tree;
    final boolean hasFinally;
    final int depth;

    Try(Tree tree, boolean hasFinally, int depth) {
      this.tree = tree;
      this.hasFinally = hasFinally;
      this.depth = depth;
    }
  }

  /** The body itself, or a callback that runs inside it. */
  static final class Body extends Frame {
    final Tree tree;
    final boolean inline;
    List<World> returns = new ArrayList<>();

    Body(Tree tree, boolean inline) {
      this.tree = tree;
      this.inline = inline;
    }
  }

  final Env env;
  final Contracts contracts;
  final ClassScan scan;
  final TreePath root;
  final CompilationUnitTree unit;
  final PathPool pool = new PathPool();
  final Identity identity;
  final Binder binder;
  final Facts facts;
  final Locks locks;
  final Merge merge;
  final Renaming renaming;
  final Deque<Frame> frames = new ArrayDeque<>();

  List<World> st = new ArrayList<>();

  /** Above zero while something is evaluated that is taken not to throw. */
  int quiet;

  private final Map<VariableElement, Integer> variables = new HashMap<>();
  private final List<VariableElement> variablesByIndex = new ArrayList<>();
  private final Set<Object> evaluated = new HashSet<>();
  private final List<Thrown> unchecked;
  private final Map<Element, List<Thrown>> thrownBy = new HashMap<>();
  private long fuel;

  Machine(BodyContext context) {
    this.env = context.env();
    this.contracts = context.contracts();
    this.scan = context.scan();
    this.root = context.root();
    this.unit = root.getCompilationUnit();
    this.fuel = context.fuel();
    this.identity = new Identity(env, contracts, pool);
    this.binder = new Binder(context, pool, identity);
    this.facts = new Facts(identity, this::isUnstable);
    this.renaming = new Renaming(pool);
    this.locks = new Locks(env, contracts, pool, identity, renaming);
    this.merge = new Merge(pool, renaming, index -> variablesByIndex.get(index).asType());
    this.unchecked =
        List.of(
            Thrown.of(env.elements.getTypeElement("java.lang.RuntimeException").asType()),
            Thrown.of(env.elements.getTypeElement("java.lang.Error").asType()));
  }

  // ---- small services

  /**
   * Whether a call may change what the path leads to: it goes through a field that is not final.
   */
  boolean dependsOnFields(Path path) {
    for (Path at = path; at != null; at = at.base) {
      if (at.kind == Path.Kind.FIELD && !contracts.isStable((VariableElement) at.key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a loop surrounds the current point. */
  boolean isInLoop() {
    for (Frame frame : frames) {
      if (frame instanceof Target target && isLoop(target.tree)) {
        return true;
      }
    }
    return false;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  /** Whether the path leads through a field that may change. */
  boolean isUnstable(Path path) {
    for (Path at = path; at != null; at = at.base) {
      if (at.kind == Path.Kind.INDEX
          || at.kind == Path.Kind.FIELD && !contracts.isStable((VariableElement) at.key)) {
        return true;
      }
      for (Path arg : at.args) {
        if (isUnstable(arg)) {
          return true;
        }
      }
    }
    return false;
  }

  Element element(Tree tree) {
    return scan.element(tree);
  }

  TypeMirror type(Tree tree) {
    return env.trees.getTypeMirror(new TreePath(root, tree));
  }

  /** Counts one step; throws where the body has used up what it may. */
  void step() {
    fuel -= Math.max(1, st.size());
    if (fuel < 0) {
      throw new OverBudget();
    }
  }

  int index(VariableElement variable) {
    Integer known = variables.get(variable);
    if (known == null) {
      known = variablesByIndex.size();
      variables.put(variable, known);
      variablesByIndex.add(variable);
    }
    return known;
  }

  VariableElement variable(int index) {
    return variablesByIndex.get(index);
  }

  /**
   * The value of an evaluation of {@code site} that starts now: what an earlier evaluation gave
   * gets an older name first.
   */
  Path evaluation(Object site, TypeMirror type) {
    Path value = pool.value(site, type);
    if (!evaluated.add(site)) {
      for (int i = 0; i < st.size(); i++) {
        st.set(i, renaming.age(st.get(i), value));
      }
    }
    return value;
  }

  void each(UnaryOperator<World> change) {
    List<World> result = new ArrayList<>(st.size());
    for (World world : st) {
      World next = change.apply(world);
      if (next != null) {
        result.add(next);
      }
    }
    st = result;
  }

  void setVal(Path path) {
    List<World> result = new ArrayList<>(st.size());
    for (World world : st) {
      result.add(world.val == path ? world : world.withVal(path));
    }
    st = result;
  }

  /** Pushes the value just computed on every world's operand stack. */
  void push() {
    each(
        world -> {
          World next = world.copy();
          next.push(world.val);
          return next;
        });
  }

  /** The operand at a depth of a world's stack; 0 is the top. */
  static Path peek(World world, int depth) {
    World.Stack at = world.stack;
    for (int i = 0; i < depth; i++) {
      at = at.below();
    }
    return at.top();
  }

  /** How many operands there are. */
  int depth() {
    return st.isEmpty() ? 0 : depth(st.get(0).stack);
  }

  private static int depth(World.Stack stack) {
    int depth = 0;
    for (World.Stack at = stack; at != null; at = at.below()) {
      depth++;
    }
    return depth;
  }

  private static World.Stack trimmed(World.Stack stack, int depth) {
    World.Stack at = stack;
    for (int surplus = depth(stack) - depth; surplus > 0; surplus--) {
      at = at.below();
    }
    return at;
  }

  /** Drops operands. */
  void drop(int count) {
    each(
        world -> {
          World next = world.copy();
          for (int i = 0; i < count; i++) {
            next.pop();
          }
          return next;
        });
  }

  /** Joins what agrees at the current point. */
  void settle(Object site) {
    st = merge.normalise(st, site);
  }

  /** Copies of all worlds here. */
  List<World> snapshot() {
    return new ArrayList<>(st);
  }

  List<World> assume(List<World> worlds, When outcome) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = facts.assume(world, world.val, outcome);
      if (next != null) {
        result.add(next);
      }
    }
    return result;
  }

  // ---- ways out

  /** Leaves for a target; nothing goes on here. */
  void jump(Exit exit) {
    List<World> worlds = st;
    st = new ArrayList<>();
    leave(worlds, exit, frames.iterator());
  }

  private void leave(List<World> from, Exit exit, Iterator<Frame> outwards) {
    List<World> worlds = from;
    while (outwards.hasNext() && !worlds.isEmpty()) {
      Frame frame = outwards.next();
      if (frame instanceof Try attempt) {
        if (attempt.hasFinally && attempt.phase != Try.Phase.FINALLY) {
          toFinally(attempt, worlds, exit);
          return;
        }
      } else if (frame instanceof Target target && target.tree == exit.target()) {
        List<World> into = exit.kind() == Exit.Kind.CONTINUE ? target.continues : target.breaks;
        merge.addAll(into, worlds, target.tree);
        return;
      } else if (frame instanceof Body body && exit.kind() == Exit.Kind.RETURN) {
        arrive(body, worlds, exit);
        return;
      }
      worlds = frame.pass(worlds);
    }
  }

  private void toFinally(Try attempt, List<World> worlds, Exit exit) {
    List<World> tagged = new ArrayList<>();
    for (World world : worlds) {
      World next = world.leaving(exit);
      next.stack = trimmed(world.stack, attempt.depth);
      next.val = null;
      tagged.add(next);
    }
    merge.addAll(attempt.leaving, tagged, attempt.tree);
  }

  private void arrive(Body body, List<World> worlds, Exit exit) {
    if (body.inline) {
      List<World> returning = new ArrayList<>();
      for (World world : worlds) {
        returning.add(world.withVal(exit.result()));
      }
      merge.addAll(body.returns, returning, body.tree);
    } else {
      atReturn(worlds, exit);
    }
  }

  /** Goes on outside the innermost frame, for an exit that a {@code finally} block held back. */
  void resume(World world, Exit exit) {
    World plain = world.resumed();
    if (exit.kind() == Exit.Kind.NORMAL) {
      st.add(plain);
      return;
    }
    List<World> one = new ArrayList<>(List.of(plain));
    if (exit.kind() == Exit.Kind.THROW) {
      @SuppressWarnings("unchecked")
      List<Thrown> thrown = (List<Thrown>) exit.thrown();
      raise(one, thrown, exit.target());
    } else {
      if (exit.kind() == Exit.Kind.RETURN || exit.kind() == Exit.Kind.YIELD) {
        plain.val = exit.result();
      }
      leave(one, exit, frames.iterator());
    }
  }

  /** What a call of that method may throw, checked and unchecked. */
  List<Thrown> thrown(ExecutableElement method) {
    return thrownBy.computeIfAbsent(
        method,
        m -> {
          if (method.getThrownTypes().isEmpty()) {
            return unchecked;
          }
          List<Thrown> all = new ArrayList<>(unchecked);
          method.getThrownTypes().forEach(type -> all.add(Thrown.of(env.types.erasure(type))));
          return all;
        });
  }

  List<Thrown> unchecked() {
    return unchecked;
  }

  /** Whether an exception that arises here can matter: something is held, or a handler is near. */
  boolean exceptionsMatter() {
    if (quiet > 0) {
      return false;
    }
    for (Frame frame : frames) {
      if (frame instanceof Try) {
        return true;
      }
    }
    for (World world : st) {
      if (!world.holds.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** An exception that is taken not to arise, but that handlers have to reckon with. */
  void raiseToHandlers(List<World> from, List<Thrown> thrown) {
    List<World> worlds = from;
    for (Frame frame : frames) {
      if (frame instanceof Try attempt && attempt.phase == Try.Phase.BODY) {
        if (catchIn(attempt, worlds, thrown).size() < thrown.size()) {
          return;
        }
      } else if (frame instanceof Body body && !body.inline) {
        return;
      }
      worlds = frame.pass(worlds);
    }
  }

  /** An exception of one of these types leaves from here, in the given worlds. */
  void raise(List<World> from, List<Thrown> thrown, Tree site) {
    List<World> worlds = from;
    List<Thrown> types = thrown;
    for (Frame frame : frames) {
      if (worlds.isEmpty()) {
        return;
      }
      if (frame instanceof Try attempt) {
        if (attempt.phase == Try.Phase.BODY) {
          types = catchIn(attempt, worlds, types);
          if (types.isEmpty()) {
            return;
          }
        }
        if (attempt.hasFinally && attempt.phase != Try.Phase.FINALLY) {
          toFinally(attempt, worlds, new Exit(Exit.Kind.THROW, attempt.tree, null, types, null));
          return;
        }
      } else if (frame instanceof Body body && !body.inline) {
        atThrow(worlds, site);
        return;
      }
      worlds = frame.pass(worlds);
    }
  }

  /**
   * Hands the worlds to the handlers that may catch what is thrown; answers what may go on
   * outwards.
   */
  private List<Thrown> catchIn(Try attempt, List<World> worlds, List<Thrown> thrown) {
    List<Thrown> left = thrown;
    for (Handler handler : attempt.handlers) {
      List<Thrown> caught = new ArrayList<>();
      for (TypeMirror type : handler.types) {
        List<Thrown> past = new ArrayList<>();
        for (Thrown each : left) {
          addUnlessNull(caught, each.caughtBy(type, env.types));
          addUnlessNull(past, each.past(type, env.types));
        }
        left = past;
      }
      if (!caught.isEmpty()) {
        reach(handler, worlds, caught, attempt);
      }
    }
    return left;
  }

  private static void addUnlessNull(List<Thrown> to, Thrown thrown) {
    if (thrown != null) {
      to.add(thrown);
    }
  }

  private void reach(Handler handler, List<World> worlds, List<Thrown> caught, Try attempt) {
    List<World> reaching = new ArrayList<>();
    for (World world : worlds) {
      World plain = world.withVal(null);
      plain.stack = trimmed(world.stack, attempt.depth);
      reaching.add(plain);
    }
    merge.addAll(handler.worlds, reaching, attempt.tree);
    handler.caught.removeAll(caught);
    handler.caught.addAll(caught);
  }

  /** The body returns, in these worlds. */
  abstract void atReturn(List<World> worlds, Exit exit);

  /** An exception leaves the body, in these worlds. */
  abstract void atThrow(List<World> worlds, Tree site);

  /** The innermost enclosing type of the body. */
  abstract TypeElement self();
}
