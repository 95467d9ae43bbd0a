package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Where the names of a lock expression are looked up.
 *
 * @param self what {@code this} denotes
 * @param selfType its type
 * @param method the method whose parameters are visible, or null
 * @param type the type whose members, enclosing types and imports are visible
 * @param model the model of the method, if the names stand in one, or null
 * @param isStatic whether there is no instance
 * @param parameter the parameter that the names are members of, or null
 */
record Scope(
    Path self,
    TypeMirror selfType,
    ExecutableElement method,
    TypeElement type,
    ModelMethod model,
    boolean isStatic,
    VariableElement parameter) {
  /** One that is no parameter's. */
  Scope(
      Path self,
      TypeMirror selfType,
      ExecutableElement method,
      TypeElement type,
      ModelMethod model,
      boolean isStatic) {
    this(self, selfType, method, type, model, isStatic, null);
  }

  /** That of what a type declares of itself. */
  static Scope ofType(PathPool pool, TypeElement type) {
    return new Scope(pool.param(-1, type.asType()), type.asType(), null, type, null, false);
  }

  /** That of a member of a type; {@code method} is the member itself, or null for a field. */
  static Scope ofMember(
      PathPool pool, TypeElement owner, ExecutableElement method, boolean isStatic) {
    return new Scope(pool.param(-1, owner.asType()), owner.asType(), method, owner, null, isStatic);
  }

  /** The same inside a model of the method. */
  Scope in(ModelMethod other) {
    return new Scope(self, selfType, method, type, other, isStatic, parameter);
  }

  /** Whether the name is that of the parameter whose members the names are. */
  boolean isParameter(String name) {
    return parameter != null && parameter.getSimpleName().contentEquals(name);
  }

  /** Which parameter of the method bears the name; -1 if none does. */
  int parameterNamed(String name) {
    for (int i = 0; method != null && i < method.getParameters().size(); i++) {
      if (isNamed(i, name)) {
        return i;
      }
    }
    return -1;
  }

  /** A model's own name for a parameter takes the place of that in the class. */
  private boolean isNamed(int parameter, String name) {
    String own = model == null ? null : model.parameters().get(parameter).name();
    return own != null
        ? own.equals(name)
        : method.getParameters().get(parameter).getSimpleName().contentEquals(name);
  }
}
