package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What a part of a lock expression is: a type, or a path with its type and perhaps a view. */
record Part(TypeElement type, Path path, TypeMirror pathType, Mode view) {
  static Part ofType(TypeElement type) {
    return new Part(type, null, null, null);
  }

  static Part of(Path path, TypeMirror type) {
    return new Part(null, path, type, null);
  }

  /** The lock that a path is, held in the mode of the view named. */
  static Part ofView(Path path, TypeMirror type, Mode view) {
    return new Part(null, path, type, view);
  }

  /** The type that its members are looked up in, or null. */
  TypeElement typeElement(Env env) {
    return type != null ? type : env.typeElement(pathType);
  }

  /** The object that it is; the class object of a type. */
  Path asObject(PathPool pool) {
    if (path == null) {
      return pool.classObject(type);
    }
    if (view == null) {
      return path;
    }
    return view == Mode.READ ? pool.readView(path, null) : pool.writeView(path, null);
  }
}
