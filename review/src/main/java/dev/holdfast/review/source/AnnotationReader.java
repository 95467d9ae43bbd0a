package dev.holdfast.review.source;

import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import dev.holdfast.checker.message.Folding;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Contracts of one annotation: the language's own, another library's, or an alias. */
final class AnnotationReader {
  /** No contracts in whatever package; to look for each would search the whole of its package. */
  private static final Set<String> OF_THE_PLATFORM =
      Set.of("Deprecated", "FunctionalInterface", "Override", "SafeVarargs", "SuppressWarnings");

  private final TypeIndex index;
  private final Names names;
  private final Members members;
  private final Expressions expressions;

  /** Annotations that were looked up and are no contract: most are, many times. */
  private final Set<String> noAliases = new HashSet<>();

  AnnotationReader(TypeIndex index, Names names, Members members, Expressions expressions) {
    this.index = index;
    this.names = names;
    this.members = members;
    this.expressions = expressions;
  }

  /** What an annotation stands on. */
  enum On {
    TYPE,
    ALIAS,
    FIELD,
    METHOD,
    PARAMETER
  }

  /** Every contract that the annotation is; none if it is no contract as far as can be told. */
  List<Contract> read(AnnotationExpr annotation, Scope scope, On on) {
    String written = annotation.getNameAsString();
    if (OF_THE_PLATFORM.contains(written)) {
      return List.of();
    }
    Optional<String> name = names.resolve(written, scope.type(), scope.file());
    AnnotationValues values = AnnotationValues.of(annotation);
    List<AnnotationExpr> contained = values.annotations("value");
    if (!contained.isEmpty()) {
      List<Contract> all = new ArrayList<>();
      contained.forEach(inner -> all.addAll(read(inner, scope, on)));
      return all;
    }
    UnaryOperator<String> inScope = text -> expressions.canonical(text, scope);
    if (name.isPresent()) {
      return resolved(name.get(), values, scope, on, inScope);
    }
    String simple = annotation.getName().getIdentifier();
    List<Contract> guessed =
        Vocabulary.ownBySimpleName(simple)
            .map(own -> OwnAnnotations.read(own, values, inScope, on))
            .or(
                () ->
                    Vocabulary.foreignBySimpleName(simple)
                        .map(kind -> ForeignAnnotations.read(kind, values, inScope, on)))
            .orElse(List.of());
    return guessed.stream()
        .map(contract -> contract.from("@?" + written + arguments(contract)))
        .toList();
  }

  private List<Contract> resolved(
      String name, AnnotationValues values, Scope scope, On on, UnaryOperator<String> inScope) {
    Optional<String> own = Vocabulary.own(name);
    if (own.isPresent()) {
      return OwnAnnotations.read(own.get(), values, inScope, on);
    }
    Optional<Vocabulary.Foreign> foreign = Vocabulary.foreign(name);
    if (foreign.isPresent()) {
      return ForeignAnnotations.read(foreign.get(), values, inScope, on).stream()
          .map(contract -> contract.from("@" + name + arguments(contract)))
          .toList();
    }
    if (noAliases.contains(name)) {
      return List.of();
    }
    List<Contract> contracts =
        index
            .find(name)
            .filter(type -> type.declaration() instanceof AnnotationDeclaration)
            .map(type -> alias(type, values, scope, on))
            .orElse(List.of());
    if (contracts.isEmpty()) {
      noAliases.add(name);
    }
    return contracts;
  }

  /** The locks as the annotation names them, for people. */
  private static String arguments(Contract contract) {
    String locks =
        contract.locks().isEmpty()
            ? contract.attribute("read").replace(" | ", ", ")
            : String.join(", ", contract.locks());
    return locks.isEmpty() || locks.equals("*") ? "" : "(" + locks + ")";
  }

  private List<Contract> alias(TypeRef alias, AnnotationValues values, Scope scope, On on) {
    List<Contract> terms = terms(alias, new HashSet<>());
    if (terms.isEmpty()) {
      return List.of();
    }
    List<String> objects = new ArrayList<>();
    values.texts("value").forEach(text -> objects.add(expressions.canonical(text, scope)));
    objects.sort(null);
    String arguments = objects.isEmpty() ? "" : "(" + String.join(", ", objects) + ")";
    String here = scope.base() >= 0 ? Scope.placeholder(scope.base()) : "";
    if (objects.isEmpty() && !here.isEmpty()) {
      arguments = "(" + here + ")";
    }
    String origin = "@" + alias.name() + arguments;
    Scope declared = Scope.ofType(alias.file(), List.of(new Scope.Frame(alias, Set.of())));
    List<Contract> all = new ArrayList<>();
    for (Contract term : terms) {
      for (String object : objects.isEmpty() ? List.of(here) : objects) {
        boolean onMember = object.isEmpty() && (on == On.METHOD || on == On.FIELD);
        Contract put =
            onMember
                ? onMember(term, declared, scope)
                : term.mapped(text -> expressions.onObject(text, declared, object));
        all.add(put.from(origin));
      }
    }
    return all;
  }

  /**
   * A term as the member that it stands on would resolve it. Where a method has no such lock in
   * scope but its result has, it is a promise about the result.
   */
  private Contract onMember(Contract term, Scope declared, Scope scope) {
    Contract put = term.mapped(text -> inScope(text, declared, scope));
    Optional<LockPath> unknown =
        put.locks().stream()
            .findFirst()
            .filter(term.locks()::contains)
            .filter(text -> expressions.canonical(text, scope).startsWith("?"))
            .flatMap(LockPath::parse);
    if (unknown.isEmpty() || put.kind() != ContractKind.REQUIRES || scope.frames().isEmpty()) {
      return put;
    }
    TypeRef own = scope.frames().get(0).type();
    Optional<TypeRef> result =
        scope.result() == null ? Optional.empty() : expressions.typeOf(scope.result(), scope);
    boolean promised =
        own != null
            && members.has(own, unknown.get()) == Members.Answer.NO
            && result.isPresent()
            && members.has(result.get(), unknown.get()) == Members.Answer.YES;
    return promised
        ? put.as(ContractKind.ENSURES).mapped(text -> "return." + text)
        : put.mapped(text -> "?" + text);
  }

  private String inScope(String term, Scope declared, Scope scope) {
    String put = expressions.onObject(term, declared, "");
    String own = put.equals(term) ? expressions.canonical(put, scope) : put;
    return own.startsWith("?") ? put : own;
  }

  /** The contracts of an alias as it declares them, other aliases on it included. */
  private List<Contract> terms(TypeRef alias, Set<TypeRef> seen) {
    if (!seen.add(alias)) {
      return List.of();
    }
    List<Contract> terms = new ArrayList<>();
    for (AnnotationExpr annotation : alias.declaration().getAnnotations()) {
      Optional<String> name = names.resolve(annotation.getNameAsString(), alias, alias.file());
      AnnotationValues values = AnnotationValues.of(annotation);
      List<AnnotationExpr> contained = values.annotations("value");
      Optional<String> own = name.flatMap(Vocabulary::own);
      if (own.isPresent()) {
        terms.addAll(OwnAnnotations.read(own.get(), values, Folding::fold, On.ALIAS));
      } else if (!contained.isEmpty()) {
        contained.forEach(inner -> terms.addAll(containedTerms(inner, alias)));
      } else {
        name.flatMap(index::find)
            .filter(type -> type.declaration() instanceof AnnotationDeclaration)
            .ifPresent(other -> terms.addAll(terms(other, seen)));
      }
    }
    return terms;
  }

  private List<Contract> containedTerms(AnnotationExpr annotation, TypeRef alias) {
    return names
        .resolve(annotation.getNameAsString(), alias, alias.file())
        .flatMap(Vocabulary::own)
        .map(
            own ->
                OwnAnnotations.read(own, AnnotationValues.of(annotation), Folding::fold, On.ALIAS))
        .orElse(List.of());
  }

  /** The contracts that an annotation type declares for whatever it is put on. */
  List<Contract> ofAlias(TypeRef alias) {
    Scope declared = Scope.ofType(alias.file(), List.of(new Scope.Frame(alias, Set.of())));
    return terms(alias, new HashSet<>()).stream()
        .map(term -> term.mapped(text -> expressions.onObject(text, declared, "")))
        .toList();
  }
}
