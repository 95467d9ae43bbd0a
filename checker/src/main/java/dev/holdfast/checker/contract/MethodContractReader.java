package dev.holdfast.checker.contract;

import dev.holdfast.checker.contract.Clause.Kind;
import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelParameter;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
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
  private final Resolver resolver;
  private final RefReader refs;
  private final PathPool pool;

  private ExecutableElement method;
  private TypeElement owner;
  private Contract result;
  private final Set<Clause.Group> declared = EnumSet.noneOf(Clause.Group.class);
  private boolean declaredReturns;

  MethodContractReader(
      Contracts contracts,
      Env env,
      AnnotationReader reader,
      Resolver resolver,
      RefReader refs,
      PathPool pool) {
    this.contracts = contracts;
    this.env = env;
    this.reader = reader;
    this.resolver = resolver;
    this.refs = refs;
    this.pool = pool;
  }

  /** The contract, {@link Contract#NONE} where nothing is said. */
  Contract read(ExecutableElement method) {
    this.method = method;
    this.owner = Env.enclosingType(method);
    if (owner == null) {
      /* called on a type that the compiler could not find */
      return Contract.NONE;
    }
    this.result = new Contract();
    boolean anything = readOwn();
    anything |= inherit();
    anything |= readAssertions();
    return anything ? result : Contract.NONE;
  }

  private boolean readOwn() {
    boolean anything = false;
    if (!contracts.isJdk(owner)) {
      anything = readAnnotations();
    }
    ModelMethod model = contracts.models().of(method);
    if (model != null) {
      readModel(model);
      anything = true;
    }
    return anything;
  }

  private boolean readAssertions() {
    List<Clause> assertions = contracts.assertions(method);
    if (assertions.isEmpty() || declares(Kind.ASSERTS_HELD) || declares(Kind.ENSURES)) {
      return false;
    }
    result.clauses.addAll(assertions);
    return true;
  }

  private boolean declares(Kind kind) {
    return result.has(kind);
  }

  private boolean readAnnotations() {
    boolean anything = false;
    if (reader.isAnnotated(method)) {
      for (Annot annot : reader.read(method)) {
        apply(annot, methodScope(), -1);
        anything = true;
      }
    }
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (reader.isAnnotated(parameters.get(i))) {
        for (Annot annot : reader.read(parameters.get(i))) {
          apply(annot, parameterScope(i), i);
          anything = true;
        }
      }
    }
    for (Element at = owner; at instanceof TypeElement type; at = at.getEnclosingElement()) {
      for (Annot annot : contracts.annotations(type)) {
        if (annot.name().equals("LockUnchecked") && result.uncheckedReason == null) {
          result.uncheckedReason = annot.string("reason", "");
          anything = true;
        }
      }
    }
    return anything;
  }

  private Scope methodScope() {
    return Scope.ofMember(pool, owner, method, Env.isStatic(method));
  }

  /** A parameter's annotations are resolved as members of that parameter. */
  private Scope parameterScope(int index) {
    TypeMirror type = method.getParameters().get(index).asType();
    TypeElement element = env.typeElement(type);
    return new Scope(
        pool.param(index, type), type, null, element == null ? owner : element, false, false);
  }

  private void readModel(ModelMethod model) {
    result.fromModel = true;
    Scope scope = methodScope().asLenient();
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

  private void apply(Annot annot, Scope scope, int parameter) {
    switch (annot.name()) {
      case "Requires" -> requires(annot, scope, Kind.REQUIRES);
      case "AssertsHeld" -> requires(annot, scope, Kind.ASSERTS_HELD);
      case "Excludes" -> clauses(annot, scope, Kind.EXCLUDES);
      case "Acquires" -> clauses(annot, scope, Kind.ACQUIRES);
      case "Releases" -> clauses(annot, scope, Kind.RELEASES);
      case "AcquiresIf" -> clauses(annot, scope, Kind.ACQUIRES_IF);
      case "ReleasesIf" -> clauses(annot, scope, Kind.RELEASES_IF);
      case "Downgrades" -> clauses(annot, scope, Kind.DOWNGRADES);
      case "MayRelease" -> clauses(annot, scope, Kind.MAY_RELEASE);
      case "Ensures" -> clauses(annot, scope, Kind.ENSURES);
      case "TestsHeld" -> clauses(annot, scope, Kind.TESTS_HELD);
      case "Establishes" -> clauses(annot, scope, Kind.ESTABLISHES);
      case "Ends" -> clauses(annot, scope, Kind.ENDS);
      case "Returns" -> returns(annot, scope);
      case "SameObject" -> sameObject(method, annot, scope);
      case "LockUnchecked" -> unchecked(annot);
      case "RunsInline" -> inline(annot, parameter);
      default -> applyModelOnly(annot, scope, parameter);
    }
  }

  private void applyModelOnly(Annot annot, Scope scope, int parameter) {
    switch (annot.name()) {
      case "ReleasesAll" -> result.releasesAll = true;
      case "NeverThrows" -> result.neverThrows = true;
      case "Mutates" -> {
        if (parameter < 0) {
          result.mutates = true;
        } else {
          result.mutated.set(parameter);
        }
      }
      case "View" -> result.view |= parameter < 0;
      case "Parallel" -> result.parallel = true;
      case "RunsHolding" -> runsHolding(annot, parameter);
      case "RunsDeferred" -> result.runsDeferred = true;
      case "Deferred" -> result.deferred.set(parameter);
      case "NonNull" -> result.nonNull.set(parameter);
      case "NonNullIf" -> nonNullIf(annot, parameter);
      case "Stamp" -> result.stampParameter = parameter;
      case "Stamped" -> stampUnlessConverting(Contract.StampRole.STAMPED);
      case "Optimistic" -> stampUnlessConverting(Contract.StampRole.OPTIMISTIC);
      case "Validates" -> result.stampRole = Contract.StampRole.VALIDATES;
      case "ConvertsTo" -> stamp(annot, Contract.StampRole.CONVERTS);
      case "TestsStamp" -> stamp(annot, Contract.StampRole.TESTS_KIND);
      default -> {
        /* guards, definitions and order are read with their own elements */
      }
    }
  }

  private void stampUnlessConverting(Contract.StampRole role) {
    if (result.stampRole == Contract.StampRole.NONE) {
      result.stampRole = role;
    }
  }

  private void stamp(Annot annot, Contract.StampRole role) {
    result.stampRole = role;
    String to = annot.string("value", "");
    result.stampMode = to.contains("write") ? Mode.WRITE : to.contains("read") ? Mode.READ : null;
  }

  private void nonNullIf(Annot annot, int parameter) {
    result.whenNonNull = When.valueOf(annot.string("value", ""));
    result.nullTested = parameter;
  }

  /** The lock is named in the scope of the method, although it stands on the parameter. */
  private void runsHolding(Annot annot, int parameter) {
    Scope scope = methodScope().asLenient();
    result.holding.put(parameter, refs.refs(method, annot, "value", scope));
  }

  private void inline(Annot annot, int parameter) {
    if (parameter >= 0
        && (annot.origin().source() == Origin.Source.MODEL
            || isFunctional(method.getParameters().get(parameter).asType()))) {
      result.inline.set(parameter);
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

  private void unchecked(Annot annot) {
    result.uncheckedReason = annot.string("reason", "");
    result.uncheckedOrigin = annot.origin();
    if (result.uncheckedReason.isBlank()) {
      contracts.problem(method, annot, "the reason is blank; say why the body need not be checked");
    }
  }

  private void returns(Annot annot, Scope scope) {
    for (String text : annot.strings("value")) {
      if (method.getReturnType().getKind() == TypeKind.VOID) {
        contracts.problem(method, annot, "'" + method.getSimpleName() + "' returns nothing");
        return;
      }
      try {
        result.returns = LockRef.of(resolver.object(text, scope), null, text);
        result.returnsOrigin = annot.origin();
        declaredReturns = true;
      } catch (Resolver.Unresolved e) {
        contracts.problem(method, annot, e.getMessage());
      }
    }
  }

  private boolean sameObject(Element element, Annot annot, Scope scope) {
    List<String> names = annot.strings("value");
    if (names.size() != 2) {
      contracts.problem(element, annot, "needs two expressions, not " + names.size());
      return false;
    }
    try {
      Path left = resolver.object(names.get(0), scope);
      Path right = resolver.object(names.get(1), scope);
      result.same.add(new Contract.Same(left, right, annot.origin()));
      return true;
    } catch (Resolver.Unresolved e) {
      contracts.problem(element, annot, e.getMessage());
      return false;
    }
  }

  private void requires(Annot annot, Scope scope, Kind kind) {
    clauses(annot, scope, kind);
    List<LockRef> anyOf = locks(annot, "anyOf", scope);
    if (!anyOf.isEmpty()) {
      add(new Clause(kind, anyOf, null, false, annot.origin()));
    }
    if (annot.strings("value").isEmpty() && annot.strings("anyOf").isEmpty() && !annot.alias()) {
      declared.add(kind.group);
    }
  }

  private void clauses(Annot annot, Scope scope, Kind kind) {
    declared.add(kind.group);
    When when = null;
    if (kind == Kind.ACQUIRES_IF || kind == Kind.RELEASES_IF) {
      when = when(annot);
      if (when == null) {
        return;
      }
    }
    boolean flag =
        annot.flag("idempotent", false)
            || annot.flag("blocking", false) && kind == Kind.ACQUIRES_IF;
    List<LockRef> locks = locks(annot, "value", scope);
    for (LockRef lock : locks) {
      if (isConsistent(annot, kind, lock)) {
        if ((kind == Kind.REQUIRES || kind == Kind.EXCLUDES)
            && lock.lock().root().kind == Path.Kind.RESULT
            && !annot.alias()) {
          complain(annot, "'return' has a meaning in effects only; use @Ensures");
          continue;
        }
        Kind actual =
            kind == Kind.REQUIRES && lock.lock().root().kind == Path.Kind.RESULT
                ? Kind.ENSURES
                : kind;
        add(new Clause(actual, List.of(lock), when, flag, annot.origin()));
      }
    }
  }

  private When when(Annot annot) {
    try {
      When when = When.valueOf(annot.string("result", "TRUE"));
      TypeKind type = method.getReturnType().getKind();
      boolean fits =
          switch (when) {
            case TRUE, FALSE ->
                type == TypeKind.BOOLEAN
                    || method.getReturnType().toString().equals("java.lang.Boolean");
            case NULL, NON_NULL -> !type.isPrimitive() && type != TypeKind.VOID;
            case ZERO, NON_ZERO -> type.isPrimitive() && type != TypeKind.BOOLEAN;
          };
      if (!fits && annot.origin().source() != Origin.Source.MODEL) {
        contracts.problem(
            method,
            annot,
            "'"
                + when
                + "' is no outcome of a method that returns '"
                + method.getReturnType()
                + "'");
        return null;
      }
      return when;
    } catch (IllegalArgumentException e) {
      contracts.problem(method, annot, "'" + annot.string("result", "") + "' is no outcome");
      return null;
    }
  }

  private boolean isConsistent(Annot annot, Kind kind, LockRef lock) {
    LockDefinition definition = lock.definition();
    if (kind == Kind.TESTS_HELD
        && method.getReturnType().getKind() != TypeKind.BOOLEAN
        && annot.origin().source() != Origin.Source.MODEL) {
      return complain(annot, "only a method that returns a boolean can test");
    }
    if (lock.mode() == Mode.READ && definition == null && isExclusiveOnly(lock)) {
      return complain(annot, "'" + lock.text() + "': the lock has no read mode");
    }
    if (kind == Kind.DOWNGRADES
        && definition == null
        && (lock.lock().kind == Path.Kind.MONITOR || hasNoReadMode(lock))) {
      return complain(annot, "'" + lock.text() + "' has no read mode to downgrade to");
    }
    if (definition == null) {
      return !needsState(kind) || complain(annot, "'" + lock.text() + "' is a lock, not a state");
    }
    if (needsState(kind)) {
      return definition.state || complain(annot, "'" + lock.text() + "' is a lock, not a state");
    }
    boolean changes =
        switch (kind) {
          case ACQUIRES, ACQUIRES_IF, RELEASES, RELEASES_IF, DOWNGRADES -> true;
          default -> false;
        };
    if (changes && definition.isDerived()) {
      return complain(
          annot, "'" + lock.text() + "' is derived: it is never acquired or released itself");
    }
    if (changes && definition.state) {
      return complain(
          annot, "'" + lock.text() + "' is a state: it is established and ended, not acquired");
    }
    if (kind == Kind.DOWNGRADES && !definition.shared) {
      return complain(annot, "'" + lock.text() + "' has no read mode to downgrade to");
    }
    if (lock.mode() == Mode.READ && !definition.shared) {
      return complain(annot, "'" + lock.text() + "' has no read mode");
    }
    return true;
  }

  /** Whether it is a lock object without a read mode, named by a view that it does not have. */
  private boolean isExclusiveOnly(LockRef lock) {
    if (lock.lock().kind != Path.Kind.FIELD && lock.lock().kind != Path.Kind.PARAM
        || !lock.text().endsWith("readLock()")) {
      return false;
    }
    return hasNoReadMode(lock);
  }

  private boolean hasNoReadMode(LockRef lock) {
    LockDefinition type =
        lock.lock().type == null ? null : contracts.lockTypeOf(env.typeElement(lock.lock().type));
    return type != null && !type.shared;
  }

  private static boolean needsState(Kind kind) {
    return kind == Kind.ESTABLISHES || kind == Kind.ENDS;
  }

  private boolean complain(Annot annot, String message) {
    contracts.problem(method, annot, message);
    return false;
  }

  private List<LockRef> locks(Annot annot, String element, Scope scope) {
    if (annot.targets() == null || annot.targets().isEmpty()) {
      return annot.alias()
          ? aliasLocks(annot, element, scope)
          : refs.refs(method, annot, element, scope);
    }
    List<LockRef> result = new ArrayList<>();
    for (String target : annot.targets()) {
      Scope at = refs.targetScope(scope, target, method, annot);
      if (at != null) {
        result.addAll(refs.refs(method, annot, element, at));
      }
    }
    return result;
  }

  /**
   * An alias on a method means {@code this}; where {@code this} has no such lock, the method's
   * result.
   */
  private List<LockRef> aliasLocks(Annot annot, String element, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    for (String text : annot.strings(element)) {
      try {
        result.add(resolver.lock(text, scope));
      } catch (Resolver.Unresolved e) {
        LockRef promise = scope.method() == null ? null : ofResult(text);
        if (promise == null) {
          contracts.problem(method, annot, e.getMessage());
        } else {
          result.add(promise);
        }
      }
    }
    return result;
  }

  private LockRef ofResult(String text) {
    TypeMirror type = method.getReturnType();
    TypeElement element = env.typeElement(type);
    if (element == null) {
      return null;
    }
    try {
      return resolver.lock(text, new Scope(pool.result(type), type, null, element, false, false));
    } catch (Resolver.Unresolved e) {
      return null;
    }
  }

  private void add(Clause clause) {
    result.clauses.add(clause);
  }

  private boolean inherit() {
    if (method.getKind() == ElementKind.CONSTRUCTOR
        || Env.isStatic(method)
        || method.getModifiers().contains(Modifier.PRIVATE)
        || !contracts.bears(owner, method.getSimpleName())) {
      return false;
    }
    boolean anything = false;
    for (ExecutableElement overridden :
        env.overridden(method, type -> contracts.bears(type, method.getSimpleName()))) {
      anything |= inheritFrom(contracts.of(overridden));
    }
    return anything;
  }

  private boolean inheritFrom(Contract from) {
    if (from == Contract.NONE) {
      return false;
    }
    boolean anything = false;
    for (Clause clause : from.clauses) {
      if (!declared.contains(clause.kind().group) && !result.clauses.contains(clause)) {
        result.clauses.add(clause);
        anything = true;
      }
    }
    if (!declaredReturns && from.returns != null) {
      result.returns = from.returns;
      result.returnsOrigin = from.returnsOrigin;
      anything = true;
    }
    anything |= result.same.addAll(from.same);
    result.inline.or(from.inline);
    result.mutated.or(from.mutated);
    result.parallel |= from.parallel;
    from.holding.forEach(result.holding::putIfAbsent);
    result.deferred.or(from.deferred);
    result.nonNull.or(from.nonNull);
    result.neverThrows |= from.neverThrows;
    result.mutates |= from.mutates;
    result.view |= from.view;
    result.runsDeferred |= from.runsDeferred;
    result.fromModel |= from.fromModel;
    result.releasesAll |= from.releasesAll;
    if (result.stampRole == Contract.StampRole.NONE) {
      result.stampRole = from.stampRole;
      result.stampMode = from.stampMode;
      result.stampParameter = from.stampParameter;
    }
    if (result.whenNonNull == null) {
      result.whenNonNull = from.whenNonNull;
      result.nullTested = from.nullTested;
    }
    return anything || from.fromModel || !from.inline.isEmpty();
  }
}
