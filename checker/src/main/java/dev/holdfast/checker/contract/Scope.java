package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
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
    boolean isStatic) {}
