package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Resolves lock expressions in the scope of the element that carries them. */
final class Resolver {
  private final Env env;
  private final PathPool pool;
  private final Contracts contracts;
  private final PartResolver parts;

  Resolver(Env env, PathPool pool, Contracts contracts) {
    this.env = env;
    this.pool = pool;
    this.contracts = contracts;
    this.parts = new PartResolver(env, pool, contracts);
  }

  /** The lock that the text names. */
  LockRef lock(String text, Scope scope) throws Unresolved {
    return lock(LockExprParser.parse(text), text, scope);
  }

  /** The lock that a parsed expression names. */
  LockRef lock(LockExpr written, String text, Scope scope) throws Unresolved {
    LockExpr expr = byHiddenParameter(written, scope);
    try {
      return asLock(part(expr, scope), text);
    } catch (Unresolved e) {
      LockRef guessed = byParameterType(expr, text, scope);
      if (guessed != null) {
        return guessed;
      }
      throw e;
    }
  }

  /** The object that the text names. */
  Path object(String text, Scope scope) throws Unresolved {
    return part(LockExprParser.parse(text), scope).asObject(pool);
  }

  /** The type, or the object and its type, that a parsed expression names. */
  Part part(LockExpr expr, Scope scope) throws Unresolved {
    return parts.resolve(expr, scope);
  }

  /**
   * A class file need not keep parameter names. If the expression's first name is no member, and
   * exactly one parameter makes sense of the rest, it is that one.
   */
  private LockRef byParameterType(LockExpr expr, String text, Scope scope) {
    if (scope.method() == null || env.trees.getTree(scope.method()) != null) {
      return null;
    }
    LockRef found = null;
    for (int i = 1; i <= scope.method().getParameters().size(); i++) {
      try {
        LockRef candidate = asLock(part(expr.ofParameter(i), scope), text);
        if (found != null) {
          return null;
        }
        found = candidate;
      } catch (Unresolved e) {
        /* not this one */
      }
    }
    return found;
  }

  /**
   * A constructor's parameter hides the field that keeps it. Where a class file has no parameter
   * names, the name of a field is that of the one parameter of the field's type.
   */
  private LockExpr byHiddenParameter(LockExpr expr, Scope scope) {
    ExecutableElement constructor = scope.method();
    String name = expr.firstName();
    if (name == null
        || constructor == null
        || constructor.getKind() != ElementKind.CONSTRUCTOR
        || scope.parameterNamed(name) >= 0
        || env.trees.getTree(constructor) != null) {
      return expr;
    }
    VariableElement field = env.field(scope.type(), name);
    List<? extends VariableElement> parameters = constructor.getParameters();
    int found = 0;
    for (int i = 0; i < parameters.size() && field != null; i++) {
      if (!parameters.get(i).getSimpleName().contentEquals("arg" + i)) {
        return expr;
      }
      if (env.types.isSameType(parameters.get(i).asType(), field.asType())) {
        if (found > 0) {
          return expr;
        }
        found = i + 1;
      }
    }
    return found == 0 ? expr : expr.ofParameter(found);
  }

  /** The lock that an object carries: itself if its type is a lock's, else its monitor. */
  private LockRef asLock(Part part, String text) throws Unresolved {
    if (part.type() != null) {
      throw new Unresolved(
          "'" + text + "' is a type, not a lock; its class object is '" + text + ".class'");
    }
    Path path = part.path();
    switch (path.kind) {
      case LOCK:
        return contracts.throughSameAs(new LockRef(path, part.view(), text));
      case READ_VIEW, WRITE_VIEW, GHOST:
        return LockRef.of(path, part.view(), text);
      case CLASS:
        LockDefinition token = contracts.definition((TypeElement) path.key, "");
        Path lock = token == null ? pool.monitor(path) : pool.lock(path, token);
        return new LockRef(lock, part.view(), text);
      default:
        return asLockObject(part, text);
    }
  }

  private LockRef asLockObject(Part part, String text) throws Unresolved {
    Path path = part.path();
    TypeMirror type = part.pathType();
    if (path.kind == Path.Kind.CONST || type != null && type.getKind() == TypeKind.VOID) {
      throw new Unresolved("'" + text + "' is no object and names no lock");
    }
    if (type != null && type.getKind().isPrimitive()) {
      throw new Unresolved(
          "'" + text + "' is of the primitive type '" + type + "' and names no lock");
    }
    if (contracts.lockTypeOf(env.typeElement(type)) != null) {
      return new LockRef(path, part.view(), text);
    }
    if (part.view() != null) {
      throw new Unresolved("'" + text + "' names a view of something that has no two modes");
    }
    return new LockRef(pool.monitor(path), null, text);
  }
}
