package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The values that calls give, with what hangs on them: stages of a pipeline, objects viewed. */
final class Results {
  private static final Object VIEW = "view";
  private static final String PARALLEL = "parallel";
  private static final String CONSUMED = "consumed";

  /** The step from a callback to what a pipeline carries of which a method runs that. */
  private static final String AT = "at ";

  private final Env env;
  private final Contracts contracts;
  private final PathPool pool;
  private final Identity identity;
  private final ClassScan scan;
  private final NewResults newResults;
  private final PureMethods pureMethods;

  Results(Env env, Contracts contracts, PathPool pool, Identity identity, ClassScan scan) {
    this.env = env;
    this.contracts = contracts;
    this.pool = pool;
    this.identity = identity;
    this.scan = scan;
    this.newResults = scan.newResults();
    this.pureMethods = scan.pureMethods();
  }

  /** The world whose value at hand is the call's. */
  World give(World world, CallSite site) {
    World next = world.copy();
    next.val = site.isConstruction() ? site.result : value(world, site);
    if (!site.isConstruction()
        && site.method.getReturnType().getKind() != TypeKind.VOID
        && next.val == site.result) {
      carryOn(site, next);
      readFrom(site, next);
      noteCall(site, next);
      boolean copy = site.contract.isCopy();
      if (copy) {
        next.facts = world.facts.put(site.result.id, Fact.NON_NULL);
      }
      if (copy || newResults.of(site.method)) {
        next.fresh = world.fresh.put(site.result.id, site.result);
        next.carry(site.result, pool.constant(Unshared.MORE));
      }
    }
    return next;
  }

  /** The world in which the result goes by the name that the call's contract has for it. */
  World named(World world, CallSite site) {
    Path getter = known(world, site);
    return getter == null ? world : identity.unite(world, site.result, getter);
  }

  /** A pipeline's stages, and a view's object, go with the result. */
  private void carryOn(CallSite site, World world) {
    boolean pipeline = isPipeline(site.method);
    if (!site.contract.isView()
        && site.contract.deferredNone()
        && !pipeline
        && !site.contract.isParallel()) {
      return;
    }
    if (site.contract.isParallel()) {
      world.carry(site.result, pool.constant(PARALLEL));
    }
    Path receiver = site.receiver(world);
    if (receiver != null) {
      Path field = pipeline && site.contract.isView() ? viewedField(world, site) : null;
      if (field != null) {
        world.carry(site.result, field);
      }
      Path combined = identity.canonical(world, receiver);
      if (Escapes.isCallback(combined)
          || combined.kind == Kind.PARAM && Functional.method(env, combined.type) != null) {
        world.carry(site.result, combined);
      }
      List<Path> carried = world.carried.get(combined.id);
      if (carried != null) {
        carried.stream()
            .filter(each -> !Pipelines.isOfElements(each))
            .forEach(each -> world.carry(site.result, each));
      }
    }
    List<Path> args = site.args(world);
    for (int i = 0; i < args.size(); i++) {
      if (site.contract.defers(i) && args.get(i) != null) {
        List<Path> behind = world.carried.get(identity.canonical(world, args.get(i)).id);
        if (Escapes.isCallback(args.get(i)) || args.get(i).kind == Kind.PARAM) {
          world.carry(site.result, args.get(i));
          if (!site.contract.deferredTo(i).isEmpty()) {
            world.carry(site.result, pool.ghost(args.get(i), AT + site.contract.deferredTo(i)));
          }
          if (site.contract.consumes(i)) {
            world.carry(site.result, consumed(args.get(i)));
          }
        } else if (behind != null) {
          behind.stream()
              .filter(each -> !Pipelines.isOfElements(each))
              .forEach(each -> world.carry(site.result, each));
        }
      }
    }
  }

  /**
   * The method that runs a callback when it is called on the pipeline which carries that; empty
   * where what consumes the pipeline does.
   */
  static String runsAt(List<Path> carried, Path callback) {
    for (Path each : carried) {
      if (each.kind == Kind.GHOST
          && each.base == callback
          && each.key instanceof String key
          && key.startsWith(AT)) {
        return key.substring(AT.length());
      }
    }
    return "";
  }

  /** What a pipeline carries that consumes the pipelines which that callback gives. */
  Path consumed(Path callback) {
    return pool.ghost(callback, CONSUMED);
  }

  /** What the call reads from its object may be any of what that is known to refer to. */
  private void readFrom(CallSite site, World world) {
    Path receiver = site.receiver(world);
    List<Path> carried =
        receiver == null ? null : world.carried.get(identity.canonical(world, receiver).id);
    if (carried == null || !newResults.givesOwnField(site.method)) {
      return;
    }
    TypeMirror read = env.types.erasure(site.method.getReturnType());
    for (Path each : carried) {
      if (!Unshared.isAlternative(each)
          && each.type != null
          && env.types.isSubtype(env.types.erasure(each.type), read)) {
        world.carry(site.result, pool.ghost(each, Unshared.PERHAPS));
      }
    }
  }

  private Path value(World world, CallSite site) {
    Fact fact = world.facts.get(site.result.id);
    if (fact != null && world.stamps.get(site.result.id) == null) {
      switch (fact) {
        case TRUE:
          return pool.constant(true);
        case FALSE:
          return pool.constant(false);
        case NULL:
          return pool.nullValue();
        default:
          break;
      }
    }
    if (site.contract.stampRole() == Contract.StampRole.CONVERTS) {
      return identity.canonical(world, site.result);
    }
    Path receiver = site.receiver(world);
    Path canonical = receiver == null ? null : identity.canonical(world, receiver);
    List<Path> args = site.args(world);
    if (site.contract.whenNonNull() != null) {
      Path tested = args.get(site.contract.nullTested());
      return tested == null ? site.result : isNonNull(tested, site.contract.whenNonNull());
    }
    Path getter = known(world, site);
    if (getter != null) {
      return getter;
    }
    if (isComparison(site.method) && canonical != null && args.get(0) != null) {
      return pool.equal(canonical, args.get(0));
    }
    if (pureMethods.is(site.method)
        && (Env.isStatic(site.method) || canonical != null)
        && args.stream().allMatch(a -> a != null && a.isDefinite())) {
      return pool.call(canonical, site.method, args, site.method.getReturnType());
    }
    if (!isPipeline(site.method)) {
      Path field = site.contract.isView() ? viewedField(world, site) : null;
      for (int i = 0; field == null && i < args.size(); i++) {
        field =
            site.contract.isViewOf(i) ? viewedField(world, args.get(i), site.argument(i)) : null;
      }
      if (field != null) {
        return pool.call(field, VIEW, List.of(site.result), site.method.getReturnType());
      }
    }
    for (Contract.Same same : site.contract.same()) {
      if (same.left().kind == Kind.GHOST && CallSite.mentionsResult(same.left())) {
        return canonical == null
            ? site.result
            : pool.call(canonical, site.method, args, site.method.getReturnType());
      }
    }
    return site.result;
  }

  /**
   * The object that the call gives: by contract, as a getter, or as the one that it is made on,
   * which is all that the method's body returns. Null where it may be any.
   */
  Path known(World world, CallSite site) {
    Path receiver = site.receiver(world);
    Path canonical = receiver == null ? null : identity.canonical(world, receiver);
    Path getter = contracts.getterResult(site.method, canonical, site.args(world), pool);
    if (getter != null) {
      return getter;
    }
    return canonical != null
            && isBodyKnown(site.method, canonical)
            && newResults.givesOwn(site.method)
        ? canonical
        : null;
  }

  /** Whether a call on the object runs the body of just that method. */
  private boolean isBodyKnown(ExecutableElement method, Path receiver) {
    return scan.sourceOfEachCall(method) != null
        || receiver.kind == Kind.VALUE
            && receiver.key instanceof NewClassTree creation
            && creation.getClassBody() == null;
  }

  /** Takes note which call gave the result, of which no more is known. */
  private void noteCall(CallSite site, World world) {
    Path receiver = site.receiver(world);
    Path on = receiver == null ? null : identity.canonical(world, receiver);
    List<Path> args = site.args(world);
    if ((Env.isStatic(site.method) || on != null && on.isDefinite())
        && !site.contract.mutates()
        && args.stream().allMatch(arg -> arg != null && arg.isDefinite())) {
      List<Path> named = new ArrayList<>();
      args.forEach(arg -> named.add(identity.byCalls(world, identity.canonical(world, arg))));
      Path call =
          pool.call(
              on == null ? null : identity.byCalls(world, on),
              site.method,
              named,
              site.result.type);
      world.given = world.given.put(site.result.id, call);
    }
  }

  /** The value that has that outcome exactly if the tested one is not null. */
  private Path isNonNull(Path tested, When outcome) {
    Path isNull = pool.equal(tested, pool.nullValue());
    return outcome == When.FALSE ? isNull : pool.equal(isNull, pool.constant(false));
  }

  /** Whether the path is a view of a guarded object. */
  static boolean isView(Path canonical) {
    return canonical.kind == Kind.CALL && canonical.key == VIEW;
  }

  private boolean isPipeline(ExecutableElement method) {
    TypeElement type = env.typeElement(method.getReturnType());
    return type != null && type.getQualifiedName().toString().startsWith("java.util.stream.");
  }

  /** The guarded field that the call views by what it is made on; null if there is none. */
  private Path viewedField(World world, CallSite site) {
    Path receiver = site.receiver(world);
    Path at = receiver == null ? null : identity.canonical(world, receiver);
    boolean byOtherName =
        site.byOtherName
            && at != null
            && isOfGuardedField(contracts, at)
            && contracts.isStable((VariableElement) at.key);
    return byOtherName ? viewed(at) : viewedField(world, receiver, site.receiver());
  }

  /** Whether it is the object that a guarded field has, and not one that it had before. */
  static boolean isOfGuardedField(Contracts contracts, Path object) {
    return object.kind == Kind.FIELD
        && object.generation == 0
        && contracts.guard((VariableElement) object.key) != null;
  }

  /**
   * The guarded field that an operand is a view of, or is by the name that is written for it; null
   * if it is neither.
   */
  private Path viewedField(World world, Path operand, ExpressionTree written) {
    Path canonical = operand == null ? null : identity.canonical(world, operand);
    return canonical != null && (isView(canonical) || namesField(written))
        ? viewed(canonical)
        : null;
  }

  private boolean namesField(ExpressionTree written) {
    return written != null
        && scan.element(Env.plain(written)) instanceof VariableElement variable
        && Escapes.isField(variable);
  }

  /** The guarded field that a path is, or is a view of; null if it is neither. */
  private Path viewed(Path path) {
    Path at = isView(path) ? path.base : path;
    return at.kind == Kind.FIELD && contracts.guard((VariableElement) at.key) != null ? at : null;
  }

  /** Constants of an enum are equal if they are the same. */
  private static boolean isComparison(ExecutableElement method) {
    return method.getSimpleName().contentEquals("equals")
        && ((TypeElement) method.getEnclosingElement())
            .getQualifiedName()
            .contentEquals("java.lang.Enum");
  }

  /** Whether the pipeline that the call consumes hands its callbacks to other threads. */
  boolean runsElsewhere(CallSite site, List<World> worlds) {
    for (World world : worlds) {
      Path receiver = site.receiver(world);
      List<Path> carried =
          receiver == null ? null : world.carried.get(identity.canonical(world, receiver).id);
      if (carried != null && carried.contains(pool.constant(PARALLEL))) {
        return true;
      }
    }
    return false;
  }
}
