package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Gives locals, fields and elements of arrays new values. */
abstract class Assignments extends Names {
  /** The value that a field had before the operation. */
  record Before(Tree operation) {

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      return operation.hashCode();
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Before other && operation == other.operation;
    }
  }

  final LoopHeads heads;
  final CountedLoops indices;
  final Sweeps sweeps;
  private final Map<Tree, BodyEffects> effects = new HashMap<>();
  final Tree body;
  private LockNames lockNames;

  /** The switch expressions whose results keep worlds of their own, among others. */
  final Set<Tree> choices = new HashSet<>();

  Assignments(BodyContext context) {
    super(context);
    this.body = context.body().tree;
    this.heads = new LoopHeads(this, body);
    this.indices = new CountedLoops(this, heads);
    this.sweeps = new Sweeps(this);
  }

  /**
   * The contract of a method as this body sees it: declared, inherited, and inferred of helpers.
   */
  abstract Contract contractOf(ExecutableElement method);

  /** The same for a call with these arguments that are known truths. */
  abstract Contract contractOf(ExecutableElement method, Map<Integer, Boolean> truths);

  /** What code does, whenever it is run. */
  BodyEffects effects(Tree code) {
    BodyEffects known = effects.get(code);
    if (known == null) {
      known = new BodyEffects(code, this::element, this::contractOf);
      effects.put(code, known);
    }
    return known;
  }

  void assignment(AssignmentTree tree) {
    ExpressionTree target = Env.plain(tree.getVariable());
    Element element = element(target);
    if (element instanceof VariableElement variable && !isField(variable)) {
      evalFor(variable, tree.getExpression());
      assignLocal(variable, tree);
    } else if (target instanceof ArrayAccessTree array) {
      assignElement(array, tree.getExpression());
    } else if (element instanceof VariableElement field) {
      assignField(target, field, tree.getExpression(), null);
    } else {
      eval(tree.getExpression());
    }
  }

  /** Evaluates what a local is given. */
  void evalFor(VariableElement local, ExpressionTree value) {
    if (isResult(local)) {
      choose(value);
    } else {
      eval(value);
    }
  }

  /** Evaluates what may be chosen among several values, each of which keeps worlds of its own. */
  void choose(ExpressionTree expression) {
    ExpressionTree plain = Env.plain(expression);
    if (plain instanceof ConditionalExpressionTree choice) {
      Outcomes outcomes = condition(choice.getCondition());
      st = outcomes.whenTrue();
      choose(choice.getTrueExpression());
      List<World> first = st;
      st = outcomes.whenFalse();
      choose(choice.getFalseExpression());
      st = new ArrayList<>(st);
      st.addAll(0, first);
    } else {
      choices.add(plain);
      eval(expression);
    }
  }

  /** Whether the contract speaks of the object that the local is when it is returned. */
  private boolean isResult(VariableElement local) {
    return !local.asType().getKind().isPrimitive()
        && resultMatters()
        && lockNames().isReturned(local);
  }

  /** Whether the contract of the body at hand speaks of the result. */
  abstract boolean resultMatters();

  /** Gives a pattern's variable the value at hand. */
  void bindVariable(BindingPatternTree pattern) {
    if (element(pattern.getVariable()) instanceof VariableElement variable) {
      assignLocal(variable, pattern);
    }
  }

  /** Gives a local the value just computed. */
  void assignLocal(VariableElement variable, Tree site) {
    int index = index(variable);
    boolean unidentified = st.stream().anyMatch(this::isUnidentified);
    Path fresh = unidentified ? evaluation(copyOf(site), variable.asType()) : null;
    boolean primitive = variable.asType().getKind().isPrimitive();
    boolean truth = variable.asType().getKind() == TypeKind.BOOLEAN;
    boolean lock = !primitive && contracts.lockTypeOf(env.typeElement(variable.asType())) != null;
    boolean isResult = isResult(variable);
    boolean mayBeOthers = (chosen || site instanceof AssignmentTree) && namesLocks(variable);
    chosen = false;
    each(
        world -> {
          World next = world.copy();
          if (isUnidentified(world)) {
            // The local keeps the value that it was given; for an object, the place it was read
            // from names it too for now.
            Path value = world.val == null ? null : identity.canonical(world, world.val);
            next.facts = world.facts.remove(fresh.id);
            boolean leadsOn = value != null && !primitive;
            boolean keptByGuard = truth && isKeptByGuard(world, value);
            World.Fact known = leadsOn || keptByGuard ? world.factOf(value) : null;
            next.facts = known == null ? next.facts : next.facts.put(fresh.id, known);
            if (leadsOn && frames.isInLoop() && mayGrow(value)) {
              waysOn.keep(next, world, value, fresh);
              next = heldBy(next, value) ? identity.rename(next, value, fresh) : next;
            } else if (leadsOn) {
              next.equal = world.equal.put(fresh.id, value);
            } else if (keptByGuard) {
              next.heap = world.heap.put(value.id, fresh);
            }
            next.vars = world.vars.put(index, fresh);
          } else {
            next.vars = world.vars.put(index, world.val);
          }
          next.val = next.vars.get(index);
          Path object = hasLastingName(next.val) ? next.val : identity.canonical(next, next.val);
          next.lockVars =
              lock || isResult || mayBeOthers && hasLastingName(object)
                  ? world.lockVars.put(index, object)
                  : world.lockVars.remove(index);
          next.racy =
              world.racyHere.isEmpty()
                  ? world.racy.remove(index)
                  : world.racy.put(index, world.racyHere);
          next.racyHere = List.of();
          return next;
        });
  }

  /** Whether the value was read from a field that nobody writes as long as its guard is held. */
  private boolean isKeptByGuard(World world, Path value) {
    return value != null && value.kind == Path.Kind.FIELD && !mayChange(world, value);
  }

  /** Whether it is a known object: by its index none in a loop, where that may be another soon. */
  private boolean hasLastingName(Path value) {
    return isKnownObject(value) && !(value.kind == Path.Kind.INDEX && frames.isInLoop());
  }

  /** Whether the value has no name that lasts, or one that grows with each turn of a loop. */
  private boolean isUnidentified(World world) {
    Path value = world.val;
    return value == null
        || isUnstable(value)
        || frames.isInLoop() && value.repeatsStep() && startsFromChanging(world, value);
  }

  /** Whether the value's name begins with a local that is not the same throughout. */
  private boolean startsFromChanging(World world, Path value) {
    Path named = identity.canonical(world, value);
    return world.vars.any(
        (index, path) -> {
          Path start = identity.canonical(world, path);
          VariableElement variable = variable(index);
          return start != named
              && named.contains(start)
              && variable != null
              && lockNames().changes(variable);
        });
  }

  /** Whether a lock that is held goes by that name of an object. */
  private boolean heldBy(World world, Path object) {
    return world.holds.any((lock, hold) -> pool.byId(lock).contains(object));
  }

  /** Whether it matters for locks which of several objects the local is. */
  private boolean namesLocks(VariableElement local) {
    return !local.asType().getKind().isPrimitive()
        && (lockNames().contains(local) || Functional.method(env, local.asType()) != null);
  }

  @Override
  List<List<World>> toldApart(List<List<World>> worlds) {
    List<World> all = new ArrayList<>();
    worlds.forEach(all::addAll);
    if (all.size() < 2 || all.stream().allMatch(world -> world.equal == all.get(0).equal)) {
      return worlds;
    }
    Set<Integer> told = new HashSet<>();
    all.get(0)
        .vars
        .forEach(
            (index, value) -> {
              VariableElement local = variable(index);
              if (local != null
                  && namesLocks(local)
                  && !lockNames().changes(local)
                  && common(all, w -> w.vars.get(index)) == null) {
                told.add(index);
              }
            });
    return told.isEmpty()
        ? worlds
        : worlds.stream()
            .map(some -> some.stream().map(world -> identified(world, told)).toList())
            .toList();
  }

  /** The world that keeps to itself for what is known there of these locals. */
  private World identified(World world, Set<Integer> locals) {
    World next = world.copy();
    for (int index : locals) {
      Path value = world.vars.get(index);
      Path object = value == null ? null : identity.canonical(world, value);
      if (isKnownObject(object)) {
        next.lockVars = next.lockVars.put(index, object);
      }
    }
    return next;
  }

  private LockNames lockNames() {
    if (lockNames == null) {
      lockNames =
          new LockNames(body, this::element, this::contractOf, f -> contracts.guard(f) != null);
    }
    return lockNames;
  }

  /** Whether a path that a loop goes along would get longer with each pass. */
  private static boolean mayGrow(Path path) {
    return path.root().kind == Kind.VALUE && !isElementOfNew(path) || path.repeatsStep();
  }

  /**
   * Whether it is an element of a collection or array that is made here, which nothing leads on to,
   * or a view of one.
   */
  private static boolean isElementOfNew(Path path) {
    Path element = path.isView() ? path.base : path;
    return element.kind == Kind.INDEX
        && element.base.kind == Kind.VALUE
        && (element.base.key instanceof NewClassTree || element.base.key instanceof NewArrayTree);
  }

  /** What tells a local's copy from the value that the same tree evaluates to. */
  private static Object copyOf(Tree site) {
    return List.of(site, "copy");
  }

  private void assignElement(ArrayAccessTree array, ExpressionTree value) {
    evalArray(array, true);
    eval(value);
    accesses.useRacy();
    escapeValue(1);
    arrayStore(array);
    drop(2);
  }

  /** Leaves array and index on the stack. */
  void evalArray(ArrayAccessTree array, boolean stores) {
    ExpressionTree object = array.getExpression();
    accesses.using(
        object,
        stores ? Accesses.storedInto(array) : null,
        () -> {
          eval(object);
          accesses.useByOtherName(object, world -> world.val, false);
        });
    push();
    eval(array.getIndex());
    push();
  }

  private void arrayStore(ArrayAccessTree array) {
    mayThrow(array, byOperation());
    ageElement(array);
  }

  /** An element that was stored is another object from now on. */
  private void ageElement(ArrayAccessTree array) {
    TypeMirror type = type(array);
    if (type != null && !type.getKind().isPrimitive()) {
      each(
          world -> {
            Path index = peek(world, 0);
            Path base = peek(world, 1);
            if (index == null || base == null) {
              return world;
            }
            Path container = identity.canonical(world, base);
            storedInto.add(container);
            return renaming.age(
                locks.elements.changed(world, container),
                pool.index(container, identity.canonical(world, index), type));
          });
    }
  }

  /** {@code compound} is the operation's tree where old and new value are combined; else null. */
  private void assignField(
      ExpressionTree target, VariableElement field, ExpressionTree value, Tree compound) {
    boolean through = target instanceof MemberSelectTree && !Env.isStatic(field);
    if (through) {
      evalOwner(((MemberSelectTree) target).getExpression(), field);
      fillUnknown(((MemberSelectTree) target).getExpression());
    } else {
      setVal(implicitBase(field));
    }
    push();
    if (value != null) {
      eval(value);
    }
    if (compound != null) {
      setVal(evaluation(compound, field.asType()));
    }
    accesses.useRacy();
    if (through) {
      dereference(target, ((MemberSelectTree) target).getExpression());
    }
    accesses.access(target, field, world -> peek(world, 0), true);
    store(target, field);
  }

  /** Stores the value in the field of the object on the stack, and pops it. */
  void store(Tree site, VariableElement field) {
    boolean isStatic = Env.isStatic(field);
    each(
        world -> {
          World next = world.copy();
          Path base = isStatic ? null : identity.canonical(world, next.pop());
          if (isStatic) {
            next.pop();
          }
          Path path = pool.field(base, field);
          boolean initial = contracts.isStable(field);
          if (!initial) {
            next = renaming.age(withoutViews(next, path), path);
          }
          // The value may be named by what the field had before.
          Path value = next.val;
          boolean keeps =
              initial || !field.asType().getKind().isPrimitive() || !mayChange(world, path);
          noteGuarded(path, field);
          if (value != null && keeps) {
            next = next == world ? next.copy() : next;
            next.heap = next.heap.put(path.id, value);
          } else {
            next.heap = next.heap.remove(path.id);
          }
          next =
              base != null && next.fresh.has(base.id)
                  ? unshared.carriedBy(next, base, value)
                  : unshared.escaped(next, value);
          next.val = value;
          return next;
        });
  }

  /** What views of the field showed, they go on to show: no longer what the field refers to. */
  private static World withoutViews(World world, Path field) {
    return world.equal.fold(
        world,
        (found, id, other) -> {
          if (!Results.isView(other) || other.base != field) {
            return found;
          }
          World next = found.copy();
          next.equal = found.equal.put(id, other.args.get(0));
          return next;
        });
  }

  void compound(CompoundAssignmentTree tree) {
    update(tree, Env.plain(tree.getVariable()), tree.getExpression());
  }

  void update(ExpressionTree tree, ExpressionTree target, ExpressionTree operand) {
    Element element = element(target);
    if (element instanceof VariableElement variable && !isField(variable)) {
      if (isPostfix(tree)) {
        local(variable);
        push();
      }
      combine(tree, target, variable, operand);
      assignLocal(variable, tree);
      if (isPostfix(tree)) {
        each(
            world -> {
              World next = world.copy();
              next.val = next.pop();
              return next;
            });
      }
    } else if (target instanceof ArrayAccessTree array) {
      evalArray(array, true);
      eval(operand);
      accesses.useRacy();
      arrayStore(array);
      drop(2);
      setVal(unknown(tree));
    } else if (element instanceof VariableElement field) {
      assignField(target, field, operand, tree);
      if (isPostfix(tree)) {
        setVal(evaluation(new Before(tree), field.asType()));
      }
    }
  }

  private static boolean isPostfix(Tree tree) {
    return tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
  }

  /** The new value of a local that is updated. */
  private void combine(
      ExpressionTree tree,
      ExpressionTree target,
      VariableElement variable,
      ExpressionTree operand) {
    boolean conjunction = tree.getKind() == Tree.Kind.AND_ASSIGNMENT;
    boolean logical = conjunction || tree.getKind() == Tree.Kind.OR_ASSIGNMENT;
    if (logical && variable.asType().getKind() == TypeKind.BOOLEAN) {
      booleanValue(both(target, operand, conjunction, tree), tree);
    } else {
      int step = step(tree);
      local(variable);
      if (step == 0) {
        eval(operand);
        setVal(evaluation(tree, variable.asType()));
      } else {
        Path unknown = evaluation(tree, variable.asType());
        count(step, variable.asType(), before -> sum(before, step, unknown));
      }
    }
  }

  /** By how much an operation counts its variable; 0 if it does something else. */
  static int step(Tree operation) {
    boolean isOne =
        !(operation instanceof CompoundAssignmentTree sum)
            || LoopHeads.isNumber(sum.getExpression(), 1);
    return switch (operation.getKind()) {
      case PREFIX_INCREMENT, POSTFIX_INCREMENT -> 1;
      case PREFIX_DECREMENT, POSTFIX_DECREMENT -> -1;
      case PLUS_ASSIGNMENT -> isOne ? 1 : 0;
      case MINUS_ASSIGNMENT -> isOne ? -1 : 0;
      default -> 0;
    };
  }

  @Override
  List<World> sized(List<World> worlds, ExpressionTree test, boolean outcome) {
    LoopHeads.End end = pool.has(Kind.INDEX) ? heads.end(test) : null;
    if (end == null) {
      return worlds;
    }
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path container = simplePath(world, end.container());
      Path index = simplePath(world, end.index());
      World next =
          container == null || index == null
              ? world
              : locks.elements.prefixes.sized(
                  world,
                  identity.canonical(world, container),
                  identity.canonical(world, index),
                  end.outcome() == outcome);
      if (next != null) {
        result.add(next);
      }
    }
    return result;
  }

  /**
   * Gives the number that is one more, or one less, than the one at hand, as the operation on it
   * gives it.
   */
  void count(int step, TypeMirror type, UnaryOperator<Path> operation) {
    boolean matters = Numbers.isWhole(type) && usesLocks();
    each(
        world -> {
          Path before = world.val == null ? null : identity.canonical(world, world.val);
          Path after = operation.apply(before);
          if (!matters || before == null || after == null) {
            return world.withVal(after);
          }
          Path known = counting.next(world, before, step);
          if (known != null && known.isDefinite()) {
            return world.withVal(known);
          }
          Path less = step < 0 ? after : before;
          Path more = step < 0 ? before : after;
          return counting.counted(world, less, more).withVal(after);
        });
  }

  /** Whether the body takes locks, or gives some up. */
  boolean usesLocks() {
    return effects(body).usesLocks();
  }

  /** The number itself, where it is known and no loop may count on. */
  private Path sum(Path number, int step, Path unknown) {
    return !frames.isInLoop()
            && number != null
            && number.kind == Kind.CONST
            && number.key instanceof Integer known
        ? pool.constant(known + step)
        : unknown;
  }
}
