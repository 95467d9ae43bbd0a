package dev.holdfast.review.source;

import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where annotations may stand, and so what the compiler copies those of a record's component to.
 */
final class Targets {
  private static final Set<String> OF_FIELDS =
      Set.of("GuardedBy", "AcquiredBefore", "AcquiredAfter");

  private static final Set<String> OF_NO_METHOD =
      Set.of("RunsInline", "LockScope", "DefinesLock", "DefinesState");

  private final TypeIndex index;
  private final Names names;

  Targets(TypeIndex index, Names names) {
    this.index = index;
    this.names = names;
  }

  /** Whether an annotation, or all that a container contains, may stand on fields. */
  boolean onField(AnnotationExpr annotation, Scope scope) {
    return allows(annotation, scope, "FIELD");
  }

  /** Whether it may stand on methods. */
  boolean onMethod(AnnotationExpr annotation, Scope scope) {
    return allows(annotation, scope, "METHOD");
  }

  private boolean allows(AnnotationExpr annotation, Scope scope, String target) {
    List<AnnotationExpr> contained = AnnotationValues.of(annotation).annotations("value");
    if (!contained.isEmpty()) {
      return allows(contained.get(0), scope, target);
    }
    Optional<String> name = names.resolve(annotation.getNameAsString(), scope.type(), scope.file());
    String simple = annotation.getName().getIdentifier();
    Optional<String> own =
        name.isPresent() ? name.flatMap(Vocabulary::own) : Vocabulary.ownBySimpleName(simple);
    if (own.isPresent()) {
      return target.equals("FIELD")
          ? OF_FIELDS.contains(own.get())
          : !OF_FIELDS.contains(own.get()) && !OF_NO_METHOD.contains(own.get());
    }
    Optional<Vocabulary.Foreign> foreign =
        name.isPresent()
            ? name.flatMap(Vocabulary::foreign)
            : Vocabulary.foreignBySimpleName(simple);
    if (foreign.isPresent()) {
      return switch (foreign.get()) {
        case GUARDED_BY -> true;
        case QUALIFIER -> target.equals("FIELD");
        default -> target.equals("METHOD");
      };
    }
    return name.flatMap(index::find).map(type -> declares(type, target)).orElse(false);
  }

  /** What does not say where it may stand may stand anywhere. */
  private static boolean declares(TypeRef alias, String target) {
    if (!(alias.declaration() instanceof AnnotationDeclaration declaration)) {
      return false;
    }
    return declaration
        .getAnnotationByName("Target")
        .map(each -> AnnotationValues.of(each).constantNames("value").contains(target))
        .orElse(true);
  }
}
