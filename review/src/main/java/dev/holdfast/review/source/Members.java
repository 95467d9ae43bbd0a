package dev.holdfast.review.source;

import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up what a type offers under a name: fields, declared locks and states, methods. */
final class Members {
  private final Names names;

  Members(Names names) {
    this.names = names;
  }

  /** How sure a lookup is. */
  enum Answer {
    YES,
    NO,
    /** A supertype is not at hand. */
    UNKNOWN
  }

  /**
   * A field, lock or state.
   *
   * @param owner the type that declares it
   * @param isStatic whether it belongs to the type
   * @param type its declared type, or null for a declared lock or state
   */
  record Found(TypeRef owner, boolean isStatic, Type type) {}

  /** A method by name. */
  record FoundMethod(TypeRef owner, MethodDeclaration method) {}

  /** The field, lock or state of that name, own or inherited. */
  Optional<Found> variable(TypeRef type, String name) {
    return variable(type, name, new HashSet<>());
  }

  private Optional<Found> variable(TypeRef type, String name, Set<TypeRef> seen) {
    if (!seen.add(type)) {
      return Optional.empty();
    }
    Optional<Found> own = ownVariable(type, name);
    if (own.isPresent()) {
      return own;
    }
    for (TypeRef parent : names.knownSupertypes(type)) {
      Optional<Found> inherited = variable(parent, name, seen);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> ownVariable(TypeRef type, String name) {
    TypeDeclaration<?> declaration = type.declaration();
    for (BodyDeclaration<?> member : declaration.getMembers()) {
      if (member instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          if (variable.getNameAsString().equals(name)) {
            boolean isStatic = field.isStatic() || implicitlyStatic(declaration);
            return Optional.of(new Found(type, isStatic, variable.getType()));
          }
        }
      }
    }
    if (declaration instanceof RecordDeclaration record) {
      for (Parameter component : record.getParameters()) {
        if (component.getNameAsString().equals(name)) {
          return Optional.of(new Found(type, false, component.getType()));
        }
      }
    }
    if (declaration instanceof EnumDeclaration enumeration) {
      for (EnumConstantDeclaration constant : enumeration.getEntries()) {
        if (constant.getNameAsString().equals(name)) {
          return Optional.of(new Found(type, true, null));
        }
      }
    }
    return definesName(declaration, name)
        ? Optional.of(new Found(type, false, null))
        : Optional.empty();
  }

  private static boolean implicitlyStatic(TypeDeclaration<?> declaration) {
    return declaration instanceof AnnotationDeclaration
        || declaration instanceof ClassOrInterfaceDeclaration type && type.isInterface();
  }

  private static boolean definesName(TypeDeclaration<?> declaration, String name) {
    for (AnnotationExpr annotation : declaration.getAnnotations()) {
      String id = annotation.getName().getIdentifier();
      boolean defines = id.equals("DefinesLock") || id.equals("DefinesState");
      if (defines && AnnotationValues.of(annotation).text("name").equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A method of that name, own or inherited; the first declared. */
  Optional<FoundMethod> method(TypeRef type, String name) {
    return methods(type, name).stream().findFirst();
  }

  /** The methods of that name of the nearest type that has any. */
  List<FoundMethod> methods(TypeRef type, String name) {
    return methods(type, name, new HashSet<>());
  }

  private List<FoundMethod> methods(TypeRef type, String name, Set<TypeRef> seen) {
    if (!seen.add(type)) {
      return List.of();
    }
    List<MethodDeclaration> own = type.declaration().getMethodsByName(name);
    if (!own.isEmpty()) {
      return own.stream().map(method -> new FoundMethod(type, method)).toList();
    }
    for (TypeRef parent : names.knownSupertypes(type)) {
      List<FoundMethod> inherited = methods(parent, name, seen);
      if (!inherited.isEmpty()) {
        return inherited;
      }
    }
    return List.of();
  }

  /** Whether an instance or the type itself has what a path begins with: a variable or a method. */
  Answer has(TypeRef type, LockPath path) {
    boolean found =
        path.isCall()
            ? method(type, path.head()).isPresent()
            : variable(type, path.head()).isPresent();
    if (found) {
      return Answer.YES;
    }
    return names.fullyKnown(type) ? Answer.NO : Answer.UNKNOWN;
  }
}
