package dev.holdfast.checker.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The type parameters in scope, each with the simple name of its erasure. */
final class TypeNames {

  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

  /** Opens a scope. */
  void enter() {
    scopes.push(new HashMap<>());
  }

  /** Closes the innermost scope. */
  void leave() {
    scopes.pop();
  }

  /** Declares a type parameter in the innermost scope. */
  void declare(String typeParameter, String erasure) {
    scopes.element().put(typeParameter, erasure);
  }

  /** The erasure of a type's simple name: of a type parameter its bound, of any other itself. */
  String erasureOf(String name) {
    for (Map<String, String> scope : scopes) {
      String erasure = scope.get(name);
      if (erasure != null) {
        return erasure;
      }
    }
    return name;
  }
}
