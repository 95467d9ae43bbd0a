package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Where the names of a lock expression are looked up.
 *
 * @param self what {@code this} denotes
 * @param selfType its type
 * @param method the method whose parameters are visible, or null
 * @param type the type whose members, enclosing types and imports are visible
 * @param lenient whether unknown fields are ghosts (models only)
 * @param isStatic whether there is no instance
 */
record Scope(
    Path self,
    TypeMirror selfType,
    ExecutableElement method,
    TypeElement type,
    boolean lenient,
    boolean isStatic) {
  /** That of what a type declares of itself. */
  static Scope ofType(PathPool pool, TypeElement type) {
    return new Scope(pool.param(-1, type.asType()), type.asType(), null, type, false, false);
  }

  /** That of a member of a type; {@code method} is the member itself, or null for a field. */
  static Scope ofMember(
      PathPool pool, TypeElement owner, ExecutableElement method, boolean isStatic) {
    return new Scope(
        pool.param(-1, owner.asType()), owner.asType(), method, owner, false, isStatic);
  }

  /** The same where unknown fields are ghosts. */
  Scope asLenient() {
    return new Scope(self, selfType, method, type, true, isStatic);
  }
}
