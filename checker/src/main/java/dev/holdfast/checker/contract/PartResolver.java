package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds what each part of a lock expression is, from the inside out. */
final class PartResolver {
  private final Env env;
  private final PathPool pool;
  private final Contracts contracts;
  private final NameLookup names;

  PartResolver(Env env, PathPool pool, Contracts contracts) {
    this.env = env;
    this.pool = pool;
    this.contracts = contracts;
    this.names = new NameLookup(env, pool, contracts);
  }

  /** What the whole expression is. */
  Part resolve(LockExpr expr, Scope scope) throws Unresolved {
    if (expr instanceof LockExpr.This) {
      if (scope.isStatic()) {
        throw new Unresolved("there is no 'this' in a static member");
      }
      return Part.of(scope.self(), scope.selfType());
    }
    if (expr instanceof LockExpr.Super) {
      return superclass(scope);
    }
    if (expr instanceof LockExpr.Result) {
      return result(scope);
    }
    if (expr instanceof LockExpr.Parameter parameter) {
      return names.parameter(scope, parameter.number() - 1);
    }
    if (expr instanceof LockExpr.Literal literal) {
      boolean text = literal.value() instanceof String;
      return Part.of(pool.constant(literal.value()), text ? typeOf("java.lang.String") : null);
    }
    if (expr instanceof LockExpr.Name name) {
      return names.name(name.name(), scope);
    }
    if (expr instanceof LockExpr.Select select) {
      return select(select, scope);
    }
    if (expr instanceof LockExpr.Index index) {
      return index(index, scope);
    }
    return call((LockExpr.Call) expr, scope);
  }

  private Part superclass(Scope scope) throws Unresolved {
    TypeElement self = env.typeElement(scope.selfType());
    TypeElement parent = self == null ? null : env.superclass(self);
    if (scope.isStatic() || parent == null) {
      throw new Unresolved("there is no 'super' here");
    }
    return Part.of(scope.self(), parent.asType());
  }

  private Part result(Scope scope) throws Unresolved {
    if (scope.method() == null) {
      throw new Unresolved("'return' means the result of a method, and there is none here");
    }
    boolean constructor = scope.method().getKind() == ElementKind.CONSTRUCTOR;
    TypeMirror type = constructor ? scope.selfType() : scope.method().getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      throw new Unresolved("'" + scope.method().getSimpleName() + "' returns nothing");
    }
    return Part.of(constructor ? scope.self() : pool.result(type), type);
  }

  private Part select(LockExpr.Select select, Scope scope) throws Unresolved {
    if (select.name().equals("class") || select.name().equals("this")) {
      Part type = names.type(select.base(), scope);
      if (type != null) {
        return names.memberOfType(type.type(), select.name(), scope);
      }
      resolve(select.base(), scope);
      throw new Unresolved("what stands before '." + select.name() + "' is no type");
    }
    Part base;
    try {
      base = resolve(select.base(), scope);
    } catch (Unresolved e) {
      Part qualified = names.qualified(select, scope);
      if (qualified == null) {
        throw e;
      }
      return qualified;
    }
    if (base.type() != null) {
      return names.memberOfType(base.type(), select.name(), scope);
    }
    Part member = names.member(base.path(), base.pathType(), select.name(), null);
    if (member != null) {
      return member;
    }
    TypeElement element = env.typeElement(base.pathType());
    if (base.pathType() == null && select.name().equals("owner")
        || element != null && contracts.models().hasField(element, select.name())
        || env.isIncomplete(base.pathType())
        || base.path().kind == Path.Kind.GHOST && env.isIncomplete(scope.selfType())) {
      return Part.of(pool.ghost(base.path(), select.name()), null);
    }
    throw new Unresolved(
        "'"
            + (element == null ? base.pathType() : element.getSimpleName())
            + "' has no lock or field '"
            + select.name()
            + "'"
            + SimilarNames.hint(select.name(), names.namesIn(element)));
  }

  private Part index(LockExpr.Index index, Scope scope) throws Unresolved {
    Part base = resolve(index.base(), scope);
    Part at = resolve(index.index(), scope);
    if (base.path() == null || at.path() == null) {
      throw new Unresolved("an index is taken of a type");
    }
    TypeMirror of = base.pathType();
    if (!(of instanceof ArrayType) && !isKeyed(of)) {
      throw new Unresolved("'" + of + "' keeps nothing for an index: it is no array, map or list");
    }
    TypeMirror type = of instanceof ArrayType array ? array.getComponentType() : valueType(of);
    return Part.of(pool.index(base.path(), at.path(), type), type);
  }

  private boolean isKeyed(TypeMirror type) {
    TypeElement element = env.typeElement(type);
    for (String name : List.of("java.util.Map", "java.util.List")) {
      TypeElement keyed = env.elements.getTypeElement(name);
      if (element != null && keyed != null && env.isSubtype(element, keyed)) {
        return true;
      }
    }
    return element != null && env.method(element, "get", 1) != null;
  }

  /** The type of what a map or list keeps, or null. */
  private static TypeMirror valueType(TypeMirror type) {
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return declared.getTypeArguments().get(declared.getTypeArguments().size() - 1);
    }
    return null;
  }

  private Part call(LockExpr.Call call, Scope scope) throws Unresolved {
    Part base =
        call.base() == null ? Part.of(scope.self(), scope.selfType()) : resolve(call.base(), scope);
    Part viewed = isView(call.name()) ? viewed(base, call) : null;
    if (viewed != null) {
      return viewed;
    }
    Part on = call.base() == null ? home(base, call, scope) : base;
    boolean array = on.pathType() instanceof ArrayType;
    TypeMirror of = array ? typeOf("java.lang.Object") : on.pathType();
    TypeElement type = on.type() == null ? env.typeElement(of) : on.type();
    ExecutableElement method = method(type, call);
    if (method == null && on.path() != null && env.isIncomplete(on.pathType())) {
      return Part.of(pool.ghost(on.path(), call.name()), null);
    }
    if (method == null) {
      throw new Unresolved(
          "'"
              + (type == null ? on.pathType() : type.getSimpleName())
              + "' has no method '"
              + call.name()
              + "' with "
              + call.args().size()
              + " parameters");
    }
    if (!Env.isStatic(method)) {
      checkReceiver(on, call, scope);
    }
    List<Path> args = new ArrayList<>();
    for (LockExpr arg : call.args()) {
      Part part = resolve(arg, scope);
      if (part.path() == null) {
        throw new Unresolved("'" + call.name() + "' is given a type");
      }
      args.add(part.path());
    }
    return result(on, method, args);
  }

  private TypeMirror typeOf(String name) {
    TypeElement type = env.elements.getTypeElement(name);
    return type == null ? null : type.asType();
  }

  private void checkReceiver(Part on, LockExpr.Call call, Scope scope) throws Unresolved {
    if (on.path() == null) {
      throw new Unresolved("'" + on.type().getSimpleName() + "." + call.name() + "' is not static");
    }
    if (call.base() != null) {
      return;
    }
    String absent =
        on.path() == scope.self()
            ? NameLookup.withoutThis(scope)
            : NameLookup.withoutInstance(on.typeElement(env), scope);
    if (absent != null) {
      throw new Unresolved("'" + call.name() + "' is no static method, and " + absent);
    }
  }

  private ExecutableElement method(TypeElement type, LockExpr.Call call) {
    return type == null ? null : env.method(type, call.name(), call.args().size());
  }

  /** The innermost instance that has the method of an unqualified call; this one if none has. */
  private Part home(Part self, LockExpr.Call call, Scope scope) {
    if (method(self.typeElement(env), call) != null) {
      return self;
    }
    for (var at = scope.type().getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type && method(type, call) != null) {
        return Part.of(pool.self(type), type.asType());
      }
    }
    return self;
  }

  private Part result(Part on, ExecutableElement method, List<Path> args) {
    Path receiver = Env.isStatic(method) || on.path() == null ? null : on.asObject(pool);
    TypeMirror type = env.memberType(on.pathType(), method);
    Path known = contracts.declaredResult(method, receiver, args);
    if (known == null) {
      return Part.of(pool.call(receiver, method, args, type), type);
    }
    return switch (known.kind) {
      case READ_VIEW -> Part.ofView(known.base, type, Mode.READ);
      case WRITE_VIEW -> Part.ofView(known.base, type, Mode.WRITE);
      default -> Part.of(known, type);
    };
  }

  private static boolean isView(String name) {
    return name.equals("readLock") || name.equals("writeLock");
  }

  /**
   * The read or write view, where the base is a lock; the type's own getter of that name is one
   * too. Null where it is an ordinary call.
   */
  private Part viewed(Part base, LockExpr.Call call) throws Unresolved {
    if (base.view() != null) {
      throw new Unresolved("a view has no views of its own");
    }
    if (base.path() == null || !call.args().isEmpty()) {
      return null;
    }
    Mode mode = call.name().equals("readLock") ? Mode.READ : Mode.WRITE;
    LockDefinition definition = definitionOf(base);
    if (definition == null && base.path().kind != Path.Kind.GHOST) {
      return null;
    }
    ExecutableElement getter = method(env.typeElement(base.pathType()), call);
    if (mode == Mode.READ && getter == null && definition != null && !definition.shared) {
      throw new Unresolved("what stands before '.readLock()' has no read mode");
    }
    TypeMirror type = isLock(getter) ? getter.getReturnType() : base.pathType();
    return Part.ofView(base.path(), type, mode);
  }

  /** What makes it a lock; null if it is none, or an object that nothing is known of. */
  private LockDefinition definitionOf(Part base) {
    return switch (base.path().kind) {
      case LOCK -> (LockDefinition) base.path().key;
      case CLASS -> contracts.definition((TypeElement) base.path().key, "");
      default -> contracts.lockTypeOf(env.typeElement(base.pathType()));
    };
  }

  /** Whether the view is an object of its own with a lock's methods; a stamped lock's is not. */
  private boolean isLock(ExecutableElement getter) {
    return getter != null && contracts.lockTypeOf(env.typeElement(getter.getReturnType())) != null;
  }
}
