package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Resolves lock expressions in the scope of the element that carries them. */
final class Resolver {
  /** An expression that names no lock; the message says why. */
  static final class Unresolved extends Exception {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace, as it says no more than null would, and why. */
    Unresolved(String message) {
      super(message, null, false, false);
    }
  }

  /** What a part of an expression is: a type, or a path with its type and perhaps a named view. */
  record Part(TypeElement type, Path path, TypeMirror pathType, Mode view) {
    static Part ofType(TypeElement type) {
      return new Part(type, null, null, null);
    }

    static Part of(Path path, TypeMirror type) {
      return new Part(null, path, type, null);
    }

    /** The type that its members are looked up in, or null. */
    TypeElement typeElement(Env env) {
      return type != null ? type : env.typeElement(pathType);
    }
  }

  private final Env env;
  private final PathPool pool;
  private final Contracts contracts;

  Resolver(Env env, PathPool pool, Contracts contracts) {
    this.env = env;
    this.pool = pool;
    this.contracts = contracts;
  }

  /** The lock that the text names. */
  LockRef lock(String text, Scope scope) throws Unresolved {
    LockExpr expr;
    try {
      expr = LockExprParser.parse(text);
    } catch (LockExprParser.SyntaxError e) {
      throw new Unresolved(e.getMessage());
    }
    return lock(expr, text, scope);
  }

  /** The lock that a parsed expression names. */
  LockRef lock(LockExpr expr, String text, Scope scope) throws Unresolved {
    try {
      return asLock(resolve(expr, scope, -1), text);
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
    try {
      return object(LockExprParser.parse(text), scope);
    } catch (LockExprParser.SyntaxError e) {
      throw new Unresolved(e.getMessage());
    }
  }

  /** The object that a parsed expression names. */
  Path object(LockExpr expr, Scope scope) throws Unresolved {
    return object(part(expr, scope));
  }

  /** The type, or the object and its type, that a parsed expression names. */
  Part part(LockExpr expr, Scope scope) throws Unresolved {
    return resolve(expr, scope, -1);
  }

  /** The object that a part is; the class object of a type. */
  Path object(Part part) {
    if (part.path == null) {
      return pool.classObject(part.type);
    }
    return part.view == null ? part.path : view(part);
  }

  /** The type of the object that the text names, or null. */
  TypeMirror objectType(String text, Scope scope) {
    try {
      return objectType(LockExprParser.parse(text), scope);
    } catch (LockExprParser.SyntaxError e) {
      return null;
    }
  }

  /** The type of the object that a parsed expression names, or null. */
  TypeMirror objectType(LockExpr expr, Scope scope) {
    try {
      return resolve(expr, scope, -1).pathType;
    } catch (Unresolved e) {
      return null;
    }
  }

  private Path view(Part part) {
    return part.view == Mode.READ
        ? pool.readView(part.path, null)
        : pool.writeView(part.path, null);
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
    for (int i = 0; i < scope.method().getParameters().size(); i++) {
      try {
        LockRef candidate = asLock(resolve(expr, scope, i), text);
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

  private LockRef asLock(Part part, String text) throws Unresolved {
    if (part.type != null) {
      throw new Unresolved(
          "'" + text + "' is a type, not a lock; its class object is '" + text + ".class'");
    }
    return asLock(part.path, part.pathType, part.view, text);
  }

  /** The lock that an object carries: itself if its type is a lock's, else its monitor. */
  LockRef asLock(Path path, TypeMirror type, Mode view, String text) throws Unresolved {
    if (path.kind == Path.Kind.LOCK) {
      return contracts.throughSameAs(new LockRef(path, view, text));
    }
    if (path.kind == Path.Kind.READ_VIEW
        || path.kind == Path.Kind.WRITE_VIEW
        || path.kind == Path.Kind.GHOST) {
      return LockRef.of(path, view, text);
    }
    if (path.kind == Path.Kind.CLASS) {
      LockDefinition token = contracts.definition((TypeElement) path.key, "");
      return new LockRef(token == null ? pool.monitor(path) : pool.lock(path, token), view, text);
    }
    if (path.kind == Path.Kind.CONST || type != null && type.getKind() == TypeKind.VOID) {
      throw new Unresolved("'" + text + "' is no object and names no lock");
    }
    if (type != null && type.getKind().isPrimitive()) {
      throw new Unresolved(
          "'" + text + "' is of the primitive type '" + type + "' and names no lock");
    }
    if (contracts.lockTypeOf(env.typeElement(type)) != null) {
      return new LockRef(path, view, text);
    }
    if (view != null) {
      throw new Unresolved("'" + text + "' names a view of something that has no two modes");
    }
    return new LockRef(pool.monitor(path), null, text);
  }

  private Part resolve(LockExpr expr, Scope scope, int rootParameter) throws Unresolved {
    if (expr instanceof LockExpr.This) {
      if (scope.isStatic()) {
        throw new Unresolved("there is no 'this' in a static member");
      }
      return Part.of(scope.self(), scope.selfType());
    }
    if (expr instanceof LockExpr.Super) {
      TypeElement self = env.typeElement(scope.selfType());
      TypeElement parent = self == null ? null : env.superclass(self);
      if (scope.isStatic() || parent == null) {
        throw new Unresolved("there is no 'super' here");
      }
      return Part.of(scope.self(), parent.asType());
    }
    if (expr instanceof LockExpr.Result) {
      return result(scope);
    }
    if (expr instanceof LockExpr.Parameter parameter) {
      return parameter(scope, parameter.number() - 1);
    }
    if (expr instanceof LockExpr.Literal literal) {
      return Part.of(pool.constant(literal.value()), null);
    }
    if (expr instanceof LockExpr.Name name) {
      return name(name.name(), scope, rootParameter);
    }
    if (expr instanceof LockExpr.Select select) {
      return select(select, scope, rootParameter);
    }
    if (expr instanceof LockExpr.Index index) {
      return index(index, scope, rootParameter);
    }
    return call((LockExpr.Call) expr, scope, rootParameter);
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

  private Part parameter(Scope scope, int index) throws Unresolved {
    if (scope.method() == null || index < 0 || index >= scope.method().getParameters().size()) {
      throw new Unresolved("there is no parameter '#" + (index + 1) + "'");
    }
    TypeMirror type = scope.method().getParameters().get(index).asType();
    return Part.of(pool.param(index, type), type);
  }

  private Part name(String name, Scope scope, int rootParameter) throws Unresolved {
    if (rootParameter >= 0) {
      return parameter(scope, rootParameter);
    }
    if (scope.method() != null) {
      List<? extends VariableElement> parameters = scope.method().getParameters();
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).getSimpleName().contentEquals(name)) {
          return parameter(scope, i);
        }
      }
    }
    Part member = member(scope.self(), scope.selfType(), name, scope.isStatic());
    if (member != null) {
      return member;
    }
    Part outer = outer(scope, name);
    if (outer != null) {
      return outer;
    }
    TypeElement type = env.resolveType(scope.type(), name);
    if (type != null) {
      return Part.ofType(type);
    }
    if (scope.lenient()) {
      return Part.of(pool.ghost(scope.self(), name), null);
    }
    TypeElement self = env.typeElement(scope.selfType());
    throw new Unresolved(
        "'"
            + name
            + "' is no lock, field, parameter or type here"
            + (self == null ? "" : " (in '" + self.getSimpleName() + "')"));
  }

  /** A member of an enclosing instance or type. */
  private Part outer(Scope scope, String name) throws Unresolved {
    boolean instance = !scope.isStatic() && !Env.isStatic(scope.type());
    for (var at = scope.type().getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type) {
        Part found = member(pool.self(type), type.asType(), name, !instance);
        if (found != null) {
          return found;
        }
        instance &= !Env.isStatic(type);
      }
    }
    return null;
  }

  /** A lock, state or field of an object; null if it has none of that name. */
  private Part member(Path base, TypeMirror type, String name, boolean isStatic) throws Unresolved {
    TypeElement element = env.typeElement(type);
    if (element == null) {
      return null;
    }
    LockDefinition definition = name.equals("this") ? null : contracts.definition(element, name);
    if (definition != null && !isStatic) {
      return Part.of(pool.lock(base, definition), null);
    }
    VariableElement field = env.field(element, name);
    if (field == null) {
      return null;
    }
    if (field.getConstantValue() != null) {
      return Part.of(pool.constant(field.getConstantValue()), field.asType());
    }
    if (Env.isStatic(field)) {
      return Part.of(pool.field(null, field), field.asType());
    }
    if (isStatic) {
      throw new Unresolved(
          "'" + name + "' is an instance field, and the contract stands on a static member");
    }
    TypeMirror fieldType = field.asType();
    return Part.of(pool.field(base, field), fieldType);
  }

  private Part select(LockExpr.Select select, Scope scope, int rootParameter) throws Unresolved {
    Part base;
    try {
      base = resolve(select.base(), scope, rootParameter);
    } catch (Unresolved e) {
      TypeElement qualified = qualifiedType(select);
      if (qualified != null) {
        return Part.ofType(qualified);
      }
      if (qualifiedPackage(select)) {
        throw new Unresolved("there is no type '" + dotted(select) + "'");
      }
      throw e;
    }
    if (base.type != null) {
      return selectFromType(base.type, select.name(), scope);
    }
    Part member = member(base.path, base.pathType, select.name(), false);
    if (member != null) {
      return member;
    }
    if (scope.lenient()) {
      return Part.of(pool.ghost(base.path, select.name()), null);
    }
    if (base.pathType == null && select.name().equals("owner")) {
      return Part.of(pool.ghost(base.path, select.name()), null);
    }
    TypeElement element = env.typeElement(base.pathType);
    if (element != null && contracts.models().hasField(element, select.name())) {
      return Part.of(pool.ghost(base.path, select.name()), null);
    }
    throw new Unresolved(
        "'"
            + (element == null ? base.pathType : element.getSimpleName())
            + "' has no lock or field '"
            + select.name()
            + "'");
  }

  private Part selectFromType(TypeElement type, String name, Scope scope) throws Unresolved {
    if (name.equals("class")) {
      return Part.of(pool.classObject(type), null);
    }
    if (name.equals("this")) {
      if (scope.isStatic()) {
        throw new Unresolved("there is no '" + type.getSimpleName() + ".this' in a static member");
      }
      boolean own = type == env.typeElement(scope.selfType());
      if (!own && !encloses(type, scope.type())) {
        throw new Unresolved(
            "'"
                + type.getSimpleName()
                + "' does not enclose '"
                + scope.type().getSimpleName()
                + "'");
      }
      return Part.of(own ? scope.self() : pool.self(type), type.asType());
    }
    VariableElement field = env.field(type, name);
    if (field != null && Env.isStatic(field)) {
      return Part.of(pool.field(null, field), field.asType());
    }
    TypeElement nested = env.memberType(type, name);
    if (nested != null) {
      return Part.ofType(nested);
    }
    throw new Unresolved(
        field != null
            ? "'" + type.getSimpleName() + "." + name + "' is not static"
            : "'" + type.getSimpleName() + "' has no static field '" + name + "'");
  }

  private static boolean encloses(TypeElement outer, TypeElement inner) {
    for (var at = inner.getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  private TypeElement qualifiedType(LockExpr expr) {
    String name = dotted(expr);
    return name == null ? null : env.elements.getTypeElement(name);
  }

  private boolean qualifiedPackage(LockExpr.Select select) {
    String name = dotted(select.base());
    return name != null && name.indexOf('.') > 0 && env.elements.getPackageElement(name) != null;
  }

  private static String dotted(LockExpr expr) {
    if (expr instanceof LockExpr.Name name) {
      return name.name();
    }
    if (expr instanceof LockExpr.Select select) {
      String base = dotted(select.base());
      return base == null ? null : base + "." + select.name();
    }
    return null;
  }

  private Part index(LockExpr.Index index, Scope scope, int rootParameter) throws Unresolved {
    Part base = resolve(index.base(), scope, rootParameter);
    Part at = resolve(index.index(), scope, -1);
    if (base.path == null || at.path == null) {
      throw new Unresolved("an index is taken of a type");
    }
    if (!(base.pathType instanceof ArrayType) && !isKeyed(base.pathType)) {
      throw new Unresolved(
          "'" + base.pathType + "' keeps nothing for an index: it is no array, map or list");
    }
    TypeMirror type =
        base.pathType instanceof ArrayType array
            ? array.getComponentType()
            : valueType(base.pathType);
    return Part.of(pool.index(base.path, at.path, type), type);
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

  private Part call(LockExpr.Call call, Scope scope, int rootParameter) throws Unresolved {
    Part base =
        call.base() == null
            ? Part.of(scope.self(), scope.selfType())
            : resolve(call.base(), scope, rootParameter);
    if (base.view != null && isView(call.name())) {
      throw new Unresolved("a view has no views of its own");
    }
    if (base.path != null && call.args().isEmpty() && isView(call.name())) {
      Part viewed = viewed(base, call.name());
      if (viewed != null) {
        return viewed;
      }
    }
    TypeElement on = base.typeElement(env);
    ExecutableElement method = on == null ? null : env.method(on, call.name(), call.args().size());
    if (method == null && call.base() == null) {
      for (var at = scope.type().getEnclosingElement();
          at != null && method == null;
          at = at.getEnclosingElement()) {
        if (at instanceof TypeElement type) {
          method = env.method(type, call.name(), call.args().size());
          base = Part.of(pool.self(type), type.asType());
        }
      }
    }
    if (method == null) {
      throw new Unresolved(
          "'"
              + (on == null ? base.pathType : on.getSimpleName())
              + "' has no method '"
              + call.name()
              + "' with "
              + call.args().size()
              + " parameters");
    }
    List<Path> args = new ArrayList<>();
    for (LockExpr arg : call.args()) {
      args.add(resolve(arg, scope, -1).path);
    }
    Path receiver = Env.isStatic(method) ? null : base.view == null ? base.path : view(base);
    Path known = contracts.getterResult(method, receiver, args, pool);
    TypeMirror type = method.getReturnType();
    if (known != null) {
      return known.kind == Path.Kind.READ_VIEW || known.kind == Path.Kind.WRITE_VIEW
          ? new Part(
              null, known.base, type, known.kind == Path.Kind.READ_VIEW ? Mode.READ : Mode.WRITE)
          : Part.of(known, type);
    }
    return Part.of(pool.call(receiver, method, args, type), type);
  }

  /** Whether the view is an object of its own with a lock's methods; a stamped lock's is not. */
  private boolean isLock(ExecutableElement getter) {
    return getter != null && contracts.lockTypeOf(env.typeElement(getter.getReturnType())) != null;
  }

  private static boolean isView(String name) {
    return name.equals("readLock") || name.equals("writeLock");
  }

  /**
   * The read or write view, where the base is a lock; the type's own getter of that name is one
   * too.
   */
  private Part viewed(Part base, String name) {
    Mode mode = name.equals("readLock") ? Mode.READ : Mode.WRITE;
    boolean lock =
        base.path.kind == Path.Kind.LOCK
            || base.path.kind == Path.Kind.GHOST
            || contracts.lockTypeOf(env.typeElement(base.pathType)) != null;
    if (!lock
        && base.path.kind == Path.Kind.CLASS
        && contracts.definition((TypeElement) base.path.key, "") != null) {
      return new Part(null, base.path, base.pathType, mode);
    }
    TypeElement on = env.typeElement(base.pathType);
    ExecutableElement getter = on == null ? null : env.method(on, name, 0);
    return lock
        ? new Part(null, base.path, isLock(getter) ? getter.getReturnType() : base.pathType, mode)
        : null;
  }

  /** The type of what a map or list keeps, or null. */
  private static TypeMirror valueType(TypeMirror type) {
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return declared.getTypeArguments().get(declared.getTypeArguments().size() - 1);
    }
    return null;
  }
}
