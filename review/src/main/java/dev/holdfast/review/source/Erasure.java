package dev.holdfast.review.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameter lists as members are named by them: simple names of erased types. */
final class Erasure {
  private Erasure() {}

  /** {@code (Object,int[])}. */
  static String parameterList(List<Parameter> parameters) {
    return parameters.stream()
        .map(p -> erased(p.getType(), p, 0) + (p.isVarArgs() ? "[]" : ""))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String erased(Type type, Node at, int depth) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType(), at, depth) + "[]";
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return type.toString().replaceAll("@\\S+\\s+", "");
    }
    if (named.getScope().isPresent() || depth > 8) {
      return named.getNameAsString();
    }
    Optional<TypeParameter> variable = variable(named.getNameAsString(), at);
    if (variable.isEmpty()) {
      return named.getNameAsString();
    }
    List<ClassOrInterfaceType> bounds = variable.get().getTypeBound();
    return bounds.isEmpty() ? "Object" : erased(bounds.get(0), at, depth + 1);
  }

  /** The first bound of a type variable; the type itself if it is none, or has none. */
  static ClassOrInterfaceType bound(ClassOrInterfaceType type) {
    ClassOrInterfaceType bound = type;
    for (int depth = 0; depth < 8 && bound.getScope().isEmpty(); depth++) {
      Optional<TypeParameter> variable = variable(bound.getNameAsString(), bound);
      if (variable.isEmpty() || variable.get().getTypeBound().isEmpty()) {
        break;
      }
      bound = variable.get().getTypeBound().get(0);
    }
    return bound;
  }

  private static Optional<TypeParameter> variable(String name, Node at) {
    for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
      if (node instanceof NodeWithTypeParameters<?> generic) {
        for (TypeParameter parameter : generic.getTypeParameters()) {
          if (parameter.getNameAsString().equals(name)) {
            return Optional.of(parameter);
          }
        }
      }
    }
    return Optional.empty();
  }
}
