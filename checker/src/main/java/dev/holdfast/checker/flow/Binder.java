package dev.holdfast.checker.flow;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.List;
import java.util.function.BiFunction;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Says which locks of the body at hand a contract's locks are, for a receiver and arguments. */
final class Binder {
  /** What relates an object of an inner class to the one around it. */
  static final String OUTER = "outer";

  /** The unknown object of a type around an object of an inner class. */
  record Outer(Path inner, TypeElement type) {}

  private final Env env;
  private final Contracts contracts;
  private final InnerObjects innerObjects;
  private final TypeElement self;
  private final boolean isStatic;
  private final PathPool pool;
  private final Identity identity;
  private final Prefixes prefixes;

  private final BiFunction<World, VariableElement, Path> locals;

  /** {@code locals} says what a local is. */
  Binder(
      BodyContext context,
      PathPool pool,
      Identity identity,
      Prefixes prefixes,
      BiFunction<World, VariableElement, Path> locals) {
    this.locals = locals;
    this.env = context.env();
    this.contracts = context.contracts();
    this.innerObjects = context.scan().innerObjects();
    this.self = context.self();
    this.isStatic = context.isStatic();
    this.pool = pool;
    this.identity = identity;
    this.prefixes = prefixes;
  }

  /**
   * The lock for a call of a member of {@code owner} with these operands; null where it cannot be
   * named, or is none here.
   */
  Path bind(
      World world, LockRef ref, TypeElement owner, Path receiver, List<Path> args, Path result) {
    Path named = identity.bind(ref, receiver, args, result);
    if (named == null) {
      return null;
    }
    Path own = rebaseOuter(world, ref, capturedHere(world, named), owner, receiver);
    Path lock = prefixes.named(world, own);
    return isIgnored(world, lock) ? null : lock;
  }

  /** What a method of a local class calls by a local that it captures is what that is here. */
  private Path capturedHere(World world, Path path) {
    Path root = path.root();
    Path value = root.kind == Kind.LOCAL ? locals.apply(world, (VariableElement) root.key) : null;
    return value == null ? path : pool.replace(path, root, value);
  }

  /** What an object is called here; null where it cannot be named. */
  Path bind(Path object, Path receiver, List<Path> args) {
    return pool.bind(object, receiver, args, null);
  }

  /** The mode in which an acquisition takes a lock that was bound. */
  Mode mode(World world, Path lock, LockRef ref) {
    if (lock == null) {
      return ref.exclusiveUnlessNamed();
    }
    Mode named = identity.lock(world, lock, ref.mode()).mode();
    return named == null ? Mode.WRITE : named;
  }

  /** The mode that a release of a lock that was bound names; null where any will do. */
  Mode releasedMode(World world, Path lock, LockRef ref) {
    return lock == null ? ref.mode() : identity.lock(world, lock, ref.mode()).mode();
  }

  /** A semaphore is a lock only where a guard or contract names it. */
  private boolean isIgnored(World world, Path lock) {
    Path at = identity.lock(world, lock, null).path();
    LockDefinition definition =
        at.kind == Kind.LOCK || at.type == null
            ? null
            : contracts.lockTypeOf(env.typeElement(at.type));
    return definition != null
        && definition.onlyWhereNamed
        && !(at.kind == Kind.FIELD && contracts.isNamedByGuard((VariableElement) at.key));
  }

  /**
   * The lock of a contract on a member of {@code owner}, in terms of the receiver: the enclosing
   * instance that the contract means is the one around the receiver.
   */
  Path rebaseOuter(World world, LockRef ref, Path lock, TypeElement owner, Path receiver) {
    Path root = lock.root();
    if (ref.lock().root().kind != Kind.THIS
        || root.kind != Kind.THIS
        || receiver == null
        || receiver.kind == Kind.THIS) {
      return lock;
    }
    Path object = identity.canonical(world, receiver);
    Path outer = outerOf(world, object, owner, (TypeElement) root.key);
    return outer == root ? lock : pool.replace(lock, root, outer);
  }

  /** The enclosing instance of that type around an object, which is at least {@code known}. */
  private Path outerOf(World world, Path object, TypeElement known, TypeElement type) {
    TypeElement declared = object.type == null ? null : env.typeElement(object.type);
    TypeElement own = isNarrower(known, declared) ? known : declared;
    if (own != null && env.isSubtype(own, type)) {
      return object;
    }
    Path ghost = pool.ghost(object, OUTER);
    if (world.equal.has(ghost.id)) {
      return world.equal.get(ghost.id);
    }
    boolean madeHere =
        object.kind == Kind.VALUE
            && (object.key instanceof NewClassTree || object.key instanceof MemberReferenceTree);
    if (object.kind == Kind.THIS || madeHere) {
      return pool.self(type);
    }
    if (object.kind == Kind.FIELD && object.base != null) {
      return outerOf(world, object.base, null, type);
    }
    return own != null && !isStatic && innerObjects.stayWith(own, type, self)
        ? pool.self(type)
        : pool.value(new Outer(object, type), type.asType());
  }

  private boolean isNarrower(TypeElement type, TypeElement than) {
    return than == null || type != null && env.isSubtype(type, than);
  }
}
