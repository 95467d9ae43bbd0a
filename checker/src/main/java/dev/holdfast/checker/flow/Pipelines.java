package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Follows pipelines over the elements of an array or collection: whether they have each of them,
 * and which callbacks are given one.
 */
final class Pipelines {
  /** The step from a container to what a pipeline carries that has each of its elements. */
  private static final String EACH = "each element";

  /** The same for one that has no others. */
  private static final String SOME = "some elements";

  /** The step from a callback to what a pipeline carries that gives it elements. */
  private static final String GIVEN = "given elements";

  private final InlineCallbacks calls;

  /** Whether there is one in the body. */
  private boolean isNeeded;

  Pipelines(InlineCallbacks calls) {
    this.calls = calls;
  }

  /** Whether what a pipeline carries tells of its elements alone, not of those that follow it. */
  static boolean isOfElements(Path carried) {
    return carried.kind == Kind.CALL && (carried.key == EACH || carried.key == SOME);
  }

  /** The container of which a pipeline has each element; null if there is none. */
  Path each(World world, Path pipeline) {
    return container(world, pipeline, true);
  }

  private Path container(World world, Path pipeline, boolean isEach) {
    List<Path> carried =
        pipeline == null ? null : world.carried.get(calls.identity.canonical(world, pipeline).id);
    for (Path one : carried == null ? List.<Path>of() : carried) {
      if (isOfElements(one) && (!isEach || one.key == EACH)) {
        return one.base;
      }
    }
    return null;
  }

  /** The world in which what a call gives is known as a pipeline over elements, if it is one. */
  World give(World world, CallSite site) {
    if (!isNeeded && !site.contract.givesAny()) {
      return world;
    }
    Path receiver = Env.isStatic(site.method) ? null : site.receiver(world);
    Path source = source(world, site, receiver);
    Path all = source != null ? source : each(world, receiver);
    Path container = all != null ? all : container(world, receiver, false);
    if (container == null || world.val == null || world.val != site.result) {
      return world;
    }
    isNeeded = true;
    World next = world.copy();
    if (source != null || all != null && site.contract.givesEach()) {
      next.carry(site.result, calls.pool.call(container, EACH, List.of(), null));
    } else if (isOwn(site.method, argument(site.method.getReturnType()))) {
      next.carry(site.result, calls.pool.call(container, SOME, List.of(), null));
    }
    for (int i = 0; i < site.count; i++) {
      Path callback = site.operand(world, i);
      if (callback != null
          && site.contract.defers(i)
          && Escapes.isCallback(callback)
          && takesElement(site.method, i)) {
        next.carry(site.result, calls.pool.call(callback, GIVEN, List.of(container), null));
      }
    }
    return next;
  }

  /** The array or collection that a call makes a pipeline over; null if it makes none. */
  private Path source(World world, CallSite site, Path receiver) {
    if (site.contract.givesEach() && container(world, receiver, false) == null) {
      return fixed(world, receiver, site.receiver());
    }
    for (int i = 0; i < site.count; i++) {
      ExpressionTree argument = site.contract.givesEach(i) ? site.argument(i) : null;
      TypeMirror type = argument == null ? null : calls.type(argument);
      if (type != null && type.getKind() == TypeKind.ARRAY && site.count == 1) {
        return fixed(world, Machine.peek(world, 0), argument);
      }
    }
    return null;
  }

  private Path fixed(World world, Path value, ExpressionTree name) {
    Path container = calls.sweeps.container(world, value);
    return container != null && name != null && calls.sweeps.isFixed(name, container)
        ? container
        : null;
  }

  /** The container whose elements a callback is given that a pipeline carries; or null. */
  Path given(List<Path> carried, Path callback) {
    for (Path one : carried) {
      if (one.kind == Kind.CALL && one.key == GIVEN && one.base == callback) {
        return one.args.get(0);
      }
    }
    return null;
  }

  /** The container whose elements the call gives to the callback at that index; or null. */
  Path given(World world, CallSite site, int index) {
    return site.contract.runsDeferred() && takesElement(site.method, index)
        ? container(world, site.receiver(world), false)
        : null;
  }

  /** Whether a callback is given an element of its class's pipeline first, and no other thing. */
  private static boolean takesElement(ExecutableElement method, int index) {
    return index < method.getParameters().size()
        && argument(method.getParameters().get(index).asType()) instanceof WildcardType some
        && some.getSuperBound() != null
        && isOwn(method, some.getSuperBound());
  }

  private static TypeMirror argument(TypeMirror type) {
    return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
        ? declared.getTypeArguments().get(0)
        : null;
  }

  /** Whether a type is the one that a method's class is for. */
  private static boolean isOwn(ExecutableElement method, TypeMirror type) {
    return type instanceof TypeVariable variable
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getTypeParameters().size() == 1
        && variable.asElement().equals(owner.getTypeParameters().get(0));
  }

  /** Whether it is of no matter for what is held which of the elements a callback is run for. */
  boolean isPassive(Tree callback) {
    if (callback instanceof LambdaExpressionTree lambda) {
      return !calls.effects(lambda.getBody()).usesLocks();
    }
    Contract contract =
        calls.element(callback) instanceof ExecutableElement callee
            ? calls.contractOf(callee)
            : null;
    return contract != null && !contract.acquiresAny() && !contract.releasesAny();
  }
}
