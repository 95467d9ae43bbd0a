package dev.holdfast.checker.flow;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What may be thrown: an exception of a type, except those below it that handlers on the way have
 * caught.
 */
record Thrown(TypeMirror type, List<TypeMirror> except) {
  static Thrown of(TypeMirror type) {
    return new Thrown(type, List.of());
  }

  /** What a handler for that type catches of it; null if nothing. */
  Thrown caughtBy(TypeMirror handled, Types types) {
    if (types.isSubtype(type, handled)) {
      return this;
    }
    if (!types.isSubtype(handled, type) || excepts(handled, types)) {
      return null;
    }
    List<TypeMirror> below = new ArrayList<>();
    for (TypeMirror each : except) {
      if (types.isSubtype(each, handled)) {
        below.add(each);
      }
    }
    return new Thrown(handled, below);
  }

  /** What goes on past a handler for that type; null if nothing. */
  Thrown past(TypeMirror handled, Types types) {
    if (types.isSubtype(type, handled)) {
      return null;
    }
    if (!types.isSubtype(handled, type) || excepts(handled, types)) {
      return this;
    }
    List<TypeMirror> more = new ArrayList<>(except);
    more.add(handled);
    return new Thrown(type, more);
  }

  private boolean excepts(TypeMirror handled, Types types) {
    for (TypeMirror each : except) {
      if (types.isSubtype(handled, each)) {
        return true;
      }
    }
    return false;
  }

  /* Written out as the generated ones are slow to start. */

  @Override
  public boolean equals(Object object) {
    return object instanceof Thrown other && type == other.type && except.equals(other.except);
  }

  @Override
  public int hashCode() {
    return type.hashCode() * 31 + except.hashCode();
  }
}
