package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Looks up the names of a lock expression: in a scope, in an object, in a type. */
final class NameLookup {
  private final Env env;
  private final PathPool pool;
  private final Contracts contracts;

  NameLookup(Env env, PathPool pool, Contracts contracts) {
    this.env = env;
    this.pool = pool;
    this.contracts = contracts;
  }

  /** The parameter at an index. */
  Part parameter(Scope scope, int index) throws Unresolved {
    if (scope.method() == null || index < 0 || index >= scope.method().getParameters().size()) {
      throw new Unresolved("there is no parameter '#" + (index + 1) + "'");
    }
    TypeMirror type = scope.method().getParameters().get(index).asType();
    return Part.of(pool.param(index, type), type);
  }

  /** What a simple name is: a parameter, a member from the inside out, or a type. */
  Part name(String name, Scope scope) throws Unresolved {
    int parameter = scope.parameterNamed(name);
    if (parameter >= 0) {
      return parameter(scope, parameter);
    }
    Part member = member(scope.self(), scope.selfType(), name, withoutThis(scope));
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
    TypeElement self = env.typeElement(scope.selfType());
    if (self != null && contracts.models().hasField(self, name)
        || env.isIncomplete(scope.selfType())) {
      return Part.of(pool.ghost(scope.self(), name), null);
    }
    if (scope.isParameter(name)) {
      throw new Unresolved(
          "on parameter '"
              + name
              + "' the lock is named as a member of it, without '"
              + name
              + ".'");
    }
    throw new Unresolved(
        "'"
            + name
            + "' is no lock, field, parameter or type here"
            + (self == null || self.getSimpleName().length() == 0
                ? ""
                : " (in '" + self.getSimpleName() + "')")
            + SimilarNames.hint(name, namesIn(scope)));
  }

  /** What a simple name could be, from the inside out. */
  private Set<String> namesIn(Scope scope) {
    Set<String> result = new LinkedHashSet<>();
    for (int i = 0; scope.method() != null && i < scope.method().getParameters().size(); i++) {
      VariableElement parameter = scope.method().getParameters().get(i);
      if (!parameter.asType().getKind().isPrimitive()) {
        result.add(parameter.getSimpleName().toString());
      }
    }
    result.addAll(namesIn(env.typeElement(scope.selfType())));
    if (scope.parameter() == null) {
      Env.enclosingTypes(scope.type()).forEach(type -> result.addAll(namesIn(type)));
    }
    return result;
  }

  /** The members of a type that can be locks, and the methods that can give one. */
  Set<String> namesIn(TypeElement type) {
    Set<String> result = new LinkedHashSet<>();
    if (type == null) {
      return result;
    }
    for (Element member : env.elements.getAllMembers(type)) {
      if (member.getKind().isField() && !member.asType().getKind().isPrimitive()) {
        result.add(member.getSimpleName().toString());
      } else if (member instanceof ExecutableElement method
          && method.getParameters().isEmpty()
          && method.getReturnType() instanceof DeclaredType) {
        result.add(method.getSimpleName() + "()");
      }
    }
    result.addAll(contracts.definitions(type).keySet());
    return result;
  }

  /** A member of an enclosing instance or type. */
  private Part outer(Scope scope, String name) throws Unresolved {
    for (var at = scope.type().getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type) {
        Part found = member(pool.self(type), type.asType(), name, withoutInstance(type, scope));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Why the scope has no instance of its own; null if it has. */
  static String withoutThis(Scope scope) {
    return scope.isStatic() ? "the contract stands on a static member" : null;
  }

  /** Why the scope has no instance of a type around its own; null if it has. */
  static String withoutInstance(TypeElement outer, Scope scope) {
    if (scope.isStatic()) {
      return withoutThis(scope);
    }
    TypeElement inner = scope.type();
    for (Element at = inner; at != outer; at = at.getEnclosingElement()) {
      inner = at instanceof TypeElement type ? type : inner;
      if (Env.isStatic(at)) {
        return "there is no '"
            + outer.getSimpleName()
            + "' around '"
            + inner.getSimpleName()
            + "', which is "
            + (at == inner ? "static" : "in a static member");
      }
    }
    return null;
  }

  /**
   * A lock, state or field of an object; null if it has none of that name.
   *
   * @param absent why there is no such object, only its type; null if there is one
   */
  Part member(Path base, TypeMirror type, String name, String absent) throws Unresolved {
    TypeElement element = env.typeElement(type);
    if (element == null) {
      return null;
    }
    LockDefinition definition = name.equals("this") ? null : contracts.definition(element, name);
    if (definition != null && absent == null) {
      return Part.of(pool.lock(base, definition), null);
    }
    VariableElement field = env.field(element, name);
    if (field == null && definition != null) {
      throw new Unresolved(
          "'"
              + name
              + "' is the "
              + (definition.state ? "state" : "lock")
              + " of an instance, and "
              + absent);
    }
    if (field == null) {
      return null;
    }
    if (field.getConstantValue() != null) {
      return Part.of(pool.constant(field.getConstantValue()), field.asType());
    }
    if (Env.isStatic(field)) {
      return Part.of(pool.field(null, field), field.asType());
    }
    if (absent != null) {
      throw new Unresolved("'" + name + "' is an instance field, and " + absent);
    }
    return Part.of(pool.field(base, field), env.memberType(type, field));
  }

  /** What follows a type: its class object, an instance around this one, a static member. */
  Part memberOfType(TypeElement type, String name, Scope scope) throws Unresolved {
    if (name.equals("class")) {
      return Part.of(pool.classObject(type), null);
    }
    if (name.equals("this")) {
      return enclosingInstance(type, scope);
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

  private Part enclosingInstance(TypeElement type, Scope scope) throws Unresolved {
    if (scope.isStatic()) {
      throw new Unresolved("there is no '" + type.getSimpleName() + ".this' in a static member");
    }
    if (type == env.typeElement(scope.selfType())) {
      return Part.of(scope.self(), type.asType());
    }
    if (type == scope.type() || !Env.enclosingTypes(scope.type()).contains(type)) {
      throw new Unresolved(
          "'" + type.getSimpleName() + "' does not enclose '" + scope.type().getSimpleName() + "'");
    }
    String absent = withoutInstance(type, scope);
    if (absent != null) {
      throw new Unresolved(absent);
    }
    return Part.of(pool.self(type), type.asType());
  }

  /** The type that a name is where only a type can stand; null if there is none of that name. */
  Part type(LockExpr expr, Scope scope) throws Unresolved {
    TypeElement type = typeNamed(expr, scope);
    if (type != null) {
      return Part.ofType(type);
    }
    return expr instanceof LockExpr.Select select ? qualified(select, scope) : null;
  }

  /** The same; what stands before the last dot may be a package. */
  private TypeElement typeNamed(LockExpr expr, Scope scope) {
    if (expr instanceof LockExpr.Name name) {
      return env.resolveType(scope.type(), name.name());
    }
    if (!(expr instanceof LockExpr.Select select)) {
      return null;
    }
    TypeElement outer = typeNamed(select.base(), scope);
    TypeElement nested = outer == null ? null : env.memberType(outer, select.name());
    return nested == null ? typeInFull(select, scope) : nested;
  }

  private TypeElement typeInFull(LockExpr.Select select, Scope scope) {
    String name = dotted(select);
    return name == null ? null : env.typeSeenFrom(scope.type(), name);
  }

  /** The type that a dotted name is in full; null if it is no such name. */
  Part qualified(LockExpr.Select select, Scope scope) throws Unresolved {
    TypeElement type = typeInFull(select, scope);
    if (type != null) {
      return Part.ofType(type);
    }
    String home = dotted(select.base());
    if (home != null && home.indexOf('.') > 0 && env.elements.getPackageElement(home) != null) {
      throw new Unresolved("there is no type '" + dotted(select) + "'");
    }
    return null;
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
}
