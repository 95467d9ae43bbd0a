package dev.holdfast.checker.contract;

import dev.holdfast.checker.contract.Clause.Kind;
import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelParameter;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Puts a method's contract together: its own declarations, its model, and what it inherits. */
final class MethodContractReader {
  private final Contracts contracts;
  private final Env env;
  private final AnnotationReader reader;
  private final RefReader refs;
  private final PathPool pool;
  private final ExecutableElement method;
  private final ModelMethod model;
  private final TypeElement owner;
  private final ClauseReader clauses;
  private final Contract result = new Contract();

  /** What the method declares itself, so that it does not inherit it. */
  private final Set<Clause.Group> declared = EnumSet.noneOf(Clause.Group.class);

  MethodContractReader(
      Contracts contracts,
      Env env,
      AnnotationReader reader,
      RefReader refs,
      ExecutableElement method) {
    this.contracts = contracts;
    this.env = env;
    this.reader = reader;
    this.refs = refs;
    this.pool = contracts.pool();
    this.method = method;
    this.model = contracts.models().of(method);
    this.owner = Env.enclosingType(method);
    this.clauses = new ClauseReader(contracts, env, refs, method);
  }

  /** The contract; it may turn out to say nothing. */
  Contract read() {
    if (!contracts.isJdk(owner)) {
      readAnnotations();
      readUnchecked();
    }
    if (model != null) {
      readModel();
    }
    if (inherits()) {
      for (ExecutableElement overridden :
          env.overridden(method, type -> contracts.bears(type, method.getSimpleName()))) {
        Contract base = contracts.of(overridden);
        if (base.returns != null && !base.fromModel) {
          addReturns(base.returns, base.returnsOrigin);
        }
        result.inherit(base, declared);
      }
    }
    readAssertions();
    return result;
  }

  private void readAnnotations() {
    if (reader.isAnnotated(method)) {
      for (Annot annot : reader.read(method)) {
        apply(annot, methodScope(), -1);
      }
    }
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (reader.isAnnotated(parameters.get(i))) {
        for (Annot annot : reader.read(parameters.get(i))) {
          apply(annot, parameterScope(i), i);
        }
      }
    }
  }

  /** A body is unchecked by its own word, else by that of the nearest type around it. */
  private void readUnchecked() {
    for (Element at = owner; at instanceof TypeElement type; at = at.getEnclosingElement()) {
      for (Annot annot : contracts.annotations(type)) {
        if (annot.name().equals("LockUnchecked") && result.uncheckedReason == null) {
          result.uncheckedReason = annot.string("reason", "");
        }
      }
    }
  }

  private void readModel() {
    result.fromModel = true;
    result.modelled = true;
    Scope scope = methodScope().in(model);
    for (Annot annot : TypeModels.annots(model.annotations())) {
      apply(annot, scope, -1);
    }
    List<ModelParameter> parameters = model.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      for (Annot annot : TypeModels.annots(parameters.get(i).annotations())) {
        apply(annot, parameterScope(i), i);
      }
    }
  }

  private boolean inherits() {
    return method.getKind() != ElementKind.CONSTRUCTOR
        && !Env.isStatic(method)
        && !method.getModifiers().contains(Modifier.PRIVATE)
        && contracts.bears(owner, method.getSimpleName());
  }

  private void readAssertions() {
    if (!result.has(Kind.ASSERTS_HELD) && !result.has(Kind.ENSURES)) {
      result.clauses.addAll(contracts.assertions(method));
    }
  }

  private Scope methodScope() {
    return Scope.ofMember(pool, owner, method, Env.isStatic(method));
  }

  /** A parameter's annotations are resolved as members of that parameter. */
  private Scope parameterScope(int index) {
    VariableElement parameter = method.getParameters().get(index);
    TypeMirror type = parameter.asType();
    TypeElement element = env.typeElement(type);
    TypeElement in = element == null ? owner : element;
    return new Scope(pool.param(index, type), type, null, in, null, false, parameter);
  }

  /** Takes over what an annotation of the method, or of a parameter at an index, says. */
  private void apply(Annot annot, Scope scope, int parameter) {
    Kind kind = Kind.of(annot.name());
    if (kind != null) {
      declared.add(kind.group);
      result.clauses.addAll(clauses.read(annot, kind, scope));
      return;
    }
    switch (annot.name()) {
      case "Returns" -> returns(annot, scope);
      case "SameObject" -> refs.sameObject(method, annot, scope).ifPresent(result.same::add);
      case "LockUnchecked" -> unchecked(annot);
      case "RunsInline" -> inline(annot, parameter);
      case "RunsHolding" -> holding(annot, parameter);
      default -> Traits.apply(annot, parameter, result);
    }
  }

  private void returns(Annot annot, Scope scope) {
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      contracts.problem(method, annot, "'" + method.getSimpleName() + "' returns nothing");
      return;
    }
    for (String text : annot.strings("value")) {
      try {
        addReturns(
            LockRef.of(contracts.resolver().object(text, scope), null, text), annot.origin());
      } catch (Unresolved e) {
        contracts.problem(method, annot, e.getMessage());
      }
    }
  }

  /** Each promise of the result binds: after the first, the others are further names of it. */
  private void addReturns(LockRef ref, Origin origin) {
    if (result.returns == null) {
      result.returns = ref;
      result.returnsOrigin = origin;
    } else if (!result.returns.lock().correspondsTo(ref.lock())
        || result.returns.mode() != ref.mode()) {
      TypeMirror type = method.getReturnType();
      Path named = ref.asObject(pool, type);
      result.same.add(new Contract.Same(pool.result(type), named, origin));
    }
  }

  private void unchecked(Annot annot) {
    result.uncheckedReason = annot.string("reason", "");
    if (result.uncheckedReason.isBlank()) {
      contracts.problem(method, annot, "the reason is blank; say why the body need not be checked");
    }
  }

  private void inline(Annot annot, int parameter) {
    if (parameter >= 0
        && (annot.origin().source() == Origin.Source.MODEL
            || isFunctional(method.getParameters().get(parameter).asType()))) {
      result.add(Trait.RUNS_INLINE, parameter);
    } else {
      contracts.problem(method, annot, "it belongs on a parameter of a functional type");
    }
  }

  private boolean isFunctional(TypeMirror type) {
    TypeElement element = env.typeElement(type);
    if (element == null || element.getKind() != ElementKind.INTERFACE) {
      return type.getKind() == TypeKind.TYPEVAR;
    }
    return env.elements.getAllMembers(element).stream()
        .anyMatch(m -> m.getModifiers().contains(Modifier.ABSTRACT));
  }

  /** The lock is named in the scope of the method, although it stands on the parameter. */
  private void holding(Annot annot, int parameter) {
    Scope scope = methodScope().in(model);
    result.holding.put(parameter, refs.refs(method, annot, "value", scope));
  }
}
