package dev.holdfast.checker.flow;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.Frames.Cleanup;
import dev.holdfast.checker.flow.Frames.Handler;
import dev.holdfast.checker.flow.Frames.Try;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Executes what is left by exceptions too: monitors, resources, handlers, {@code finally}. */
abstract class Tries extends Loops {
  private final Monitors monitors;

  /** What has reached a handler. */
  private final Map<CatchTree, List<Thrown>> caughtIn = new HashMap<>();

  Tries(BodyContext context) {
    super(context);
    this.monitors = new Monitors(pool, identity, locks, locals);
  }

  void throwing(ThrowTree tree) {
    eval(tree.getExpression());
    accesses.useRacy();
    List<World> worlds = st;
    List<Thrown> thrown = thrown(tree.getExpression());
    st = new ArrayList<>();
    frames.raise(worlds, thrown, tree);
  }

  /** What a handler throws on is no more than what it caught. */
  private List<Thrown> thrown(ExpressionTree expression) {
    Path value = st.isEmpty() ? null : st.get(0).val;
    if (value != null
        && value.kind == Path.Kind.VALUE
        && value.key instanceof CatchTree handler
        && st.stream().allMatch(world -> world.val == value)) {
      return caughtIn.get(handler);
    }
    TypeMirror type = type(expression);
    return List.of(type == null ? unchecked().get(0) : Thrown.of(env.types.erasure(type)));
  }

  void synchronised(SynchronizedTree tree) {
    ExpressionTree expression = Env.plain(tree.getExpression());
    accesses.monitor = expression;
    eval(expression);
    accesses.monitor = null;
    push();
    acquisitions.beforeAcquire(
        new Acquisitions.Attempt(
            expression,
            world -> monitors.of(world, peek(world, 0)),
            world -> Mode.WRITE,
            "'synchronized'",
            null));
    acquisitions.checkStable(expression, expression);
    acquisitions.acquire(
        expression, world -> monitors.of(world, peek(world, 0)), world -> Mode.WRITE, null, false);
    int object = index(tree);
    each(
        world -> {
          World next = world.copy();
          Path taken = peek(world, 0);
          next.vars = world.vars.put(object, taken == null ? pool.nullValue() : taken);
          return next;
        });
    drop(1);
    Cleanup cleanup = new Cleanup(worlds -> monitors.release(worlds, object, tree.getBlock()));
    frames.push(cleanup);
    setVal(null);
    statement(tree.getBlock());
    frames.pop();
    st = cleanup.pass(st);
    settle(tree);
  }

  void tryCatch(TryTree tree) {
    boolean handlers = !tree.getCatches().isEmpty() || tree.getFinallyBlock() != null;
    if (!handlers) {
      resources(tree, 0);
      return;
    }
    Try frame = new Try(tree, tree.getFinallyBlock() != null, depth());
    for (CatchTree each : tree.getCatches()) {
      frame.handlers.add(new Handler(caughtTypes(each)));
    }
    frames.push(frame);
    resources(tree, 0);
    List<World> normal = plainAll(st);
    frame.phase = Try.Phase.HANDLER;
    for (int i = 0; i < tree.getCatches().size(); i++) {
      st = new ArrayList<>(frame.handlers.get(i).worlds);
      handler(tree.getCatches().get(i), frame.handlers.get(i).caught);
      normal = merge.join(new ArrayList<>(normal), plainAll(st), tree.getCatches().get(i));
    }
    if (tree.getFinallyBlock() == null) {
      frames.pop();
      st = normal;
      return;
    }
    finish(tree, frame, normal, Tries::giveUpExits, () -> statement(tree.getFinallyBlock()));
  }

  /**
   * Leaves the innermost frame: what comes last is done on every way out of it. {@code instead}
   * gives the worlds that a jump or an exception out of that leads on.
   */
  private void finish(
      Tree tree, Try frame, List<World> normal, UnaryOperator<List<World>> instead, Runnable last) {
    frame.phase = Try.Phase.FINALLY;
    List<World> entering = new ArrayList<>(frame.leaving);
    frame.leaving.clear();
    Exit onwards = exit(Exit.Kind.NORMAL, null, null);
    List<World> ending = new ArrayList<>();
    for (World world : normal) {
      ending.add(world.leaving(onwards));
    }
    merge.addAll(entering, ending, tree);
    st = entering;
    frames.pop();
    frames.push(new Cleanup(instead));
    last.run();
    frames.pop();
    List<World> done = st;
    st = new ArrayList<>();
    for (World world : done) {
      for (Exit exit : world.exits) {
        resume(world, exit);
      }
    }
    st = merge.normalise(st, List.of(tree, "finally"));
  }

  /** A jump or an exception out of a {@code finally} block takes the place of what it held back. */
  private static List<World> giveUpExits(List<World> worlds) {
    List<World> result = new ArrayList<>(worlds.size());
    for (World world : worlds) {
      result.add(world.resumed());
    }
    return result;
  }

  /** An exception out of {@code close()} is added to the one that it would hold back, if any. */
  private static List<World> suppress(List<World> worlds) {
    return giveUpExits(
        worlds.stream().filter(world -> world.exits.get(0).kind() != Exit.Kind.THROW).toList());
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

  private void handler(CatchTree tree, List<Thrown> caught) {
    caughtIn.put(tree, caught);
    if (element(tree.getParameter()) instanceof VariableElement variable) {
      setVal(evaluation(tree, variable.asType()));
      each(this::perhapsMadeHere);
      assignLocal(variable, tree);
      setVal(null);
    }
    statement(tree.getBlock());
  }

  /** What is caught may be an exception that was made here, with what that refers to. */
  private World perhapsMadeHere(World world) {
    World result = world.copy();
    world.carried.forEach(
        (id, carried) -> {
          Path made = pool.byId(id);
          if (made != world.val && env.isA(made.type, "java.lang.Throwable")) {
            result.carry(world.val, pool.ghost(made, Unshared.PERHAPS));
          }
        });
    return result;
  }

  /**
   * Runs the block with its resources from that one on; each is closed as {@code finally} would.
   */
  private void resources(TryTree tree, int index) {
    if (index == tree.getResources().size()) {
      statement(tree.getBlock());
      return;
    }
    if (st.isEmpty()) {
      return;
    }
    Tree resource = tree.getResources().get(index);
    TypeMirror type;
    if (resource instanceof VariableTree variable) {
      statement(variable);
      each(world -> world.withVal(valueOf(world, variable)));
      type = element(variable) == null ? type(variable) : element(variable).asType();
    } else {
      eval((ExpressionTree) resource);
      type = type(resource);
    }
    TypeElement element = env.typeElement(type);
    ExecutableElement close = element == null ? null : env.method(element, "close", 0);
    push();
    Try frame = new Try(resource, true, depth());
    frames.push(frame);
    resources(tree, index + 1);
    finish(resource, frame, plainAll(st), Tries::suppress, () -> close(resource, close));
    settle(resource);
  }

  private Path valueOf(World world, VariableTree variable) {
    return element(variable) instanceof VariableElement element
        ? world.vars.get(index(element))
        : null;
  }

  /** Closes the resource that is on the stack, unless it is null. */
  private void close(Tree resource, ExecutableElement close) {
    List<World> open =
        setAside(
            world -> close != null && !Boolean.TRUE.equals(facts.isNull(world, peek(world, 0))));
    drop(1);
    List<World> unclosed = st;
    st = open;
    if (!st.isEmpty()) {
      apply(new CallSite(binder, resource, close, contractOf(close), 0));
    }
    st.addAll(unclosed);
    setVal(null);
  }
}
