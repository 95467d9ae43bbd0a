package dev.holdfast.checker.flow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Guard;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The abstract machine that walks one body: the worlds at the current point, and how they leave it.
 */
abstract class Machine implements Frames.Ends {
  /** The analysis of one body would take too long. */
  static final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverBudget() {
      super("over budget", null, false, false);
    }
  }

  /**
   * Steps that any body may take, and further ones for each of its trees. A step is a tree in one
   * world; loops and {@code finally} blocks count as often as they are walked.
   */
  private static final long FUEL = 200_000;

  private static final long FUEL_PER_TREE = 60;

  final Env env;
  final Contracts contracts;
  final ClassScan scan;
  final TreePath root;
  final CompilationUnitTree unit;
  final PathPool pool = new PathPool();
  final Identity identity;
  final Binder binder;
  final Facts facts;
  final Counting counting;
  final Locks locks;
  final WaysOn waysOn;
  final Merge merge;
  final Renaming renaming;
  final Frames frames;
  final Locals locals = new Locals(pool);

  List<World> st = new ArrayList<>();

  /** Above zero while something is evaluated that is taken not to throw. */
  int quiet;

  private final Map<Object, Integer> variables = new HashMap<>();
  private final List<Object> variablesByIndex = new ArrayList<>();
  private final Set<Object> evaluated = new HashSet<>();

  /** What the statements gave so far that are not over yet. */
  private final List<Path> evaluations = new ArrayList<>();

  private final List<Thrown> unchecked;
  private final Map<Element, List<Thrown>> thrownBy = new HashMap<>();
  private final Tree body;
  private long fuel = FUEL;
  private boolean refuelled;

  Machine(BodyContext context) {
    this.env = context.env();
    this.contracts = context.contracts();
    this.scan = context.scan();
    this.root = context.scan().path();
    this.unit = root.getCompilationUnit();
    this.body = context.body().tree;
    this.identity = new Identity(env, contracts, pool);
    this.facts = new Facts(pool, identity, this::mayChange, this::isNeverNull);
    this.renaming = new Renaming(pool);
    this.counting = new Counting(pool, identity);
    Prefixes prefixes = new Prefixes(pool, identity, counting);
    this.binder =
        new Binder(
            context,
            pool,
            identity,
            prefixes,
            (world, variable) -> world.vars.get(index(variable)));
    Elements elements = new Elements(pool, renaming, prefixes);
    this.locks = new Locks(env, contracts, pool, identity, renaming, elements);
    this.waysOn = new WaysOn(env, contracts, pool, identity);
    this.merge = new Merge(env, pool, identity, renaming, waysOn, this::typeOfVariable);
    this.frames = new Frames(env.types, merge, this);
    this.unchecked =
        List.of(
            Thrown.of(env.elements.getTypeElement("java.lang.RuntimeException").asType()),
            Thrown.of(env.elements.getTypeElement("java.lang.Error").asType()));
  }

  // ---- small services

  /** Whether a call may change what the path leads to: a field that is not final is part of it. */
  boolean dependsOnFields(Path path) {
    return path.any(
        at -> at.kind == Path.Kind.FIELD && !contracts.isStable((VariableElement) at.key));
  }

  /** Whether the path leads through a field that may change. */
  boolean isUnstable(Path path) {
    return mayChange(path, field -> true);
  }

  /** The same in a world: what is held there may forbid to write the field. */
  boolean mayChange(World world, Path path) {
    return mayChange(path, field -> !isGuarded(world, field));
  }

  private boolean mayChange(Path path, Predicate<Path> isWritable) {
    return path.any(
        at ->
            at.kind == Path.Kind.INDEX
                || at.kind == Path.Kind.FIELD
                    && !contracts.isStable((VariableElement) at.key)
                    && isWritable.test(at));
  }

  /** Whether nobody else can write the field, as that needs each of its locks exclusively. */
  private boolean isGuarded(World world, Path field) {
    Guard guard = contracts.guard((VariableElement) field.key);
    if (guard == null || field.generation > 0) {
      return false;
    }
    for (LockRef ref : guard.write()) {
      Path lock = identity.bind(ref, field.base, List.of(), null);
      if (lock != null && locks.isHeld(world, lock, Mode.READ)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNeverNull(Path path) {
    return switch (path.kind) {
      case FIELD -> contracts.isNeverNull((VariableElement) path.key);
      case READ_VIEW, WRITE_VIEW -> true;
      default -> false;
    };
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
      refuel();
    }
  }

  /** The trees are counted only where they matter, which is in few bodies. */
  private void refuel() {
    if (refuelled) {
      throw new OverBudget();
    }
    refuelled = true;
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        fuel += tree == null ? 0 : FUEL_PER_TREE;
        return super.scan(tree, null);
      }
    }.scan(body, null);
  }

  /** Goes on without the worlds of which it is so; answers them. */
  List<World> setAside(Predicate<World> which) {
    List<World> aside = new ArrayList<>();
    List<World> rest = new ArrayList<>();
    for (World world : st) {
      (which.test(world) ? aside : rest).add(world);
    }
    st = rest;
    return aside;
  }

  /** Goes on by itself in the worlds that are alike in something, with what that is. */
  <T> void partedBy(Function<World, T> in, Consumer<T> code) {
    Map<T, List<World>> known = new LinkedHashMap<>();
    for (World world : st) {
      known.computeIfAbsent(in.apply(world), each -> new ArrayList<>()).add(world);
    }
    List<World> result = new ArrayList<>();
    known.forEach(
        (what, worlds) -> {
          st = worlds;
          code.accept(what);
          result.addAll(st);
        });
    st = result;
  }

  int index(VariableElement variable) {
    return indexOf(variable);
  }

  /** The variable that nobody names in which a block has the object that it is synchronised on. */
  int index(SynchronizedTree block) {
    return indexOf(block);
  }

  private int indexOf(Object variable) {
    Integer known = variables.get(variable);
    if (known == null) {
      known = variablesByIndex.size();
      variables.put(variable, known);
      variablesByIndex.add(variable);
    }
    return known;
  }

  /** The variable at an index; null where it is one that nobody names. */
  VariableElement variable(int index) {
    return variablesByIndex.get(index) instanceof VariableElement variable ? variable : null;
  }

  private TypeMirror typeOfVariable(int index) {
    return variablesByIndex.get(index) instanceof SynchronizedTree block
        ? type(block.getExpression())
        : variable(index).asType();
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
    evaluations.add(value);
    return value;
  }

  /** How many evaluations there were so far, to be given back when a statement is over. */
  int evaluations() {
    return evaluations.size();
  }

  /**
   * Drops what is known of the values of a statement that is over, as far as nothing leads to them:
   * a long body has ever more. They stay noted, as a jump out of the statement may know them yet.
   */
  void forgetUnused(int before) {
    List<Path> ended = evaluations.subList(before, evaluations.size());
    if (ended.isEmpty()) {
      return;
    }
    Set<Path> values = new LinkedHashSet<>(ended);
    ended.clear();
    evaluations.addAll(values);
    each(world -> locals.forgetUnused(world, values));
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

  /** The object that all worlds name so, under its canonical name; null if it is not the same. */
  Path common(List<World> worlds, Function<World, Path> name) {
    Path result = null;
    for (World world : worlds) {
      Path value = name.apply(world);
      Path here = value == null ? null : identity.canonical(world, value);
      if (here == null || result != null && here != result) {
        return null;
      }
      result = here;
    }
    return result;
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
    return st.isEmpty() ? 0 : st.get(0).depth();
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

  /** The worlds in which the value at hand has that outcome. */
  List<World> assume(List<World> worlds, When outcome) {
    return assume(worlds, world -> world.val, outcome);
  }

  /** The worlds in which that value has that outcome. */
  List<World> assume(List<World> worlds, Path value, When outcome) {
    return assume(worlds, world -> value, outcome);
  }

  private List<World> assume(List<World> worlds, Function<World, Path> value, When outcome) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = facts.assume(world, value.apply(world), outcome);
      if (next != null) {
        result.add(locks.elements.prefixes.settled(next));
      }
    }
    return result;
  }

  // ---- ways out

  /** Leaves for a target; nothing goes on here. */
  void jump(Exit exit) {
    List<World> worlds = st;
    st = new ArrayList<>();
    frames.leave(worlds, exit);
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
      frames.raise(one, thrown, exit.site());
    } else {
      if (exit.kind() == Exit.Kind.RETURN || exit.kind() == Exit.Kind.YIELD) {
        plain.val = exit.result();
      }
      frames.leave(one, exit);
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

  /** What an operation of the language may throw; errors of the virtual machine do not count. */
  List<Thrown> byOperation() {
    return unchecked.subList(0, 1);
  }

  /** Whether an exception that arises here can matter: something is held, or a handler is near. */
  boolean exceptionsMatter() {
    if (quiet > 0) {
      return false;
    }
    if (frames.isInTry()) {
      return true;
    }
    for (World world : st) {
      if (!world.holds.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The innermost enclosing type of the body. */
  abstract TypeElement self();
}
