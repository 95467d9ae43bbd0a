package dev.holdfast.checker.flow;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds which loops visit every element of an array or collection once, in the worlds at hand. */
final class Sweeps {
  private final Assignments machine;
  private final Env env;

  Sweeps(Assignments machine) {
    this.machine = machine;
    this.env = machine.env;
  }

  /**
   * The sweep that a loop is in worlds whose value at hand is its container; null where that is not
   * one object for sure, or some of its elements differ from the others already.
   */
  Sweep sweep(LoopHeads.Head head, StatementTree body, List<World> worlds) {
    Path container = head == null ? null : container(head, body, worlds);
    if (container == null) {
      return null;
    }
    Elements held = machine.locks.elements;
    boolean all = true;
    for (World world : worlds) {
      all &= held.isHeldOf(world, container, true);
      if (held.isHeldOf(world, container, false)) {
        return null;
      }
    }
    boolean mayStop = head.isIndex() && !all && machine.effects(body).acquiresAndLeaves();
    return mayStop
        ? null
        : sweep(
            head,
            container,
            elementType(head.container()),
            null,
            all || machine.effects(body).addsUp());
  }

  private Sweep sweep(
      LoopHeads.Head head, Path container, TypeMirror type, Path bound, boolean present) {
    return new Sweep(
        machine.pool,
        container,
        type,
        new Sweep.Cursor(head.variable(), head.form(), bound),
        env.types.getPrimitiveType(TypeKind.INT),
        present);
  }

  /**
   * The sweep over the elements below an index, which is the value at hand in {@code values}, where
   * the locks of all of them are held; null where they are not, or where only some are in one
   * world. If the index differs, the worlds name it by the shared name from then on.
   */
  Sweep sweep(
      LoopHeads.Head head,
      StatementTree body,
      Path shared,
      List<World> worlds,
      List<World> values) {
    Prefixes prefixes = machine.locks.elements.prefixes;
    Path step = null;
    Set<Path> bounds = new HashSet<>();
    boolean all = true;
    for (int i = 0; i < worlds.size(); i++) {
      Path bound = prefixes.bound(worlds.get(i), values.get(i).val, head.limit().isLast());
      Path here = bound == null ? null : prefixes.stepBelow(worlds.get(i), bound);
      all &= here != null && Prefixes.bound(here) == null;
      if (here != null) {
        if (step != null && step.base != here.base) {
          return null;
        }
        step = here;
        bounds.add(bound);
      }
    }
    if (step == null) {
      return null;
    }
    for (World world : worlds) {
      if (machine.locks.elements.isHeldOf(world, step.base, false)) {
        return null;
      }
    }
    if (isCountedDown(head, body)) {
      for (int i = 0; i < worlds.size(); i++) {
        Path bound = machine.identity.canonical(worlds.get(i), values.get(i).val);
        worlds.set(i, prefixes.below(worlds.get(i), step.base, bound));
      }
      return null;
    }
    if (all) {
      return sweep(head, step.base, step.type, null, true);
    }
    Path common = bounds.size() == 1 ? bounds.iterator().next() : shared;
    for (int i = 0; i < worlds.size(); i++) {
      Path bound = prefixes.bound(worlds.get(i), values.get(i).val, head.limit().isLast());
      if (bound == null) {
        continue;
      }
      World world = prefixes.below(worlds.get(i), step.base, bound);
      if (bound != common && bounds.contains(bound)) {
        world =
            bound.kind == Path.Kind.VALUE
                ? machine.renaming.rename(world, bound, common)
                : prefixes.belowOther(world, step.base, bound, common);
      }
      worlds.set(i, world);
    }
    return sweep(head, step.base, step.type, common, true);
  }

  /**
   * Whether turns take away the last elements of those below the index, as it is: what is held is
   * of those below it throughout.
   */
  boolean isCountedDown(LoopHeads.Head head, StatementTree body) {
    return head.form() == LoopHeads.Form.DOWN_AHEAD && machine.effects(body).usesLocks();
  }

  /**
   * The sweep over the elements below an index, {@code head} being of a loop through the container
   * that is the value at hand: callers are to hold the locks of all of them. Null where the
   * container is not one object for sure.
   */
  Sweep ofCallers(LoopHeads.Head head, StatementTree body, Path bound, List<World> worlds) {
    Path container = container(head, body, worlds);
    return container == null
        ? null
        : sweep(head, container, elementType(head.container()), bound, true);
  }

  /** What a loop goes through, the value at hand, if that is one object throughout; else null. */
  Path container(EnhancedForLoopTree loop, List<World> worlds) {
    LoopHeads.Head head = machine.heads.head(loop);
    return head == null ? null : container(head, loop.getStatement(), worlds);
  }

  /** What the loop goes through, if that is one object as long as it is locked; else null. */
  private Path container(LoopHeads.Head head, StatementTree body, List<World> worlds) {
    Path here = machine.common(worlds, world -> container(world, world.val));
    return here != null
            && here.isDefinite()
            && !mayChange(head.container(), here)
            && !machine.effects(body).changes(machine.element(Env.plain(head.container())))
        ? here
        : null;
  }

  /**
   * The container that a value is. A view of all that another one has is that other one, seen in
   * that way, whichever call gave it, unless others may change that meanwhile.
   */
  Path container(World world, Path value) {
    Path here = value == null ? null : machine.identity.canonical(world, value);
    Path result = here != null && Results.isView(here) ? here.args.get(0) : here;
    Path call = result == null ? null : result == here ? world.given.get(here.id) : viewed(here);
    return call != null
            && call.args.isEmpty()
            && call.key instanceof ExecutableElement method
            && machine.contracts.of(method).isView()
            && !machine.contracts.isConcurrent(call.base)
            && env.isA(method.getReturnType(), "java.util.Collection")
        ? machine.identity.canonical(world, call)
        : here;
  }

  /** The call on a guarded field that gave a view of it; null if it was given by another one. */
  private Path viewed(Path view) {
    return view.args.get(0).key instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && call.getMethodSelect() instanceof MemberSelectTree select
            && machine.element(Env.plain(select.getExpression())) == view.base.key
            && machine.element(select) instanceof ExecutableElement method
        ? machine.pool.call(view.base, method, List.of(), method.getReturnType())
        : null;
  }

  /** Whether the expression leads to the same object as long as that is locked. */
  boolean isFixed(ExpressionTree expression, Path now) {
    return now.isDefinite() && !mayChange(expression, now);
  }

  /** Whether the expression may lead to another object later; it leads to that one now. */
  private boolean mayChange(ExpressionTree expression, Path now) {
    ExpressionTree at = Env.plain(expression);
    while (machine.element(at) instanceof VariableElement variable
        && variable.getKind().isField()) {
      if (!machine.contracts.isStable(variable)) {
        return true;
      }
      if (!(at instanceof MemberSelectTree select)) {
        return false;
      }
      at = Env.plain(select.getExpression());
    }
    boolean local = machine.element(at) instanceof VariableElement;
    return !local && machine.dependsOnFields(now);
  }

  /** The type of what the container holds, or the iterator gives; null if it is not known. */
  TypeMirror elementType(ExpressionTree container) {
    TypeMirror type = machine.type(container);
    if (type instanceof ArrayType array) {
      return array.getComponentType();
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement iterable = env.elements.getTypeElement("java.lang.Iterable");
    if (!env.isSubtype((TypeElement) declared.asElement(), iterable)) {
      return firstArgument(declared);
    }
    ExecutableElement iterator = env.method(iterable, "iterator", 0);
    ExecutableType method = (ExecutableType) env.types.asMemberOf(declared, iterator);
    return firstArgument((DeclaredType) method.getReturnType());
  }

  private TypeMirror firstArgument(DeclaredType type) {
    return type.getTypeArguments().stream().findFirst().map(env.types::erasure).orElse(null);
  }
}
