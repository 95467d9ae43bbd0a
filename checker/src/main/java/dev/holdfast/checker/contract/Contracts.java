package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelAnnotation;
import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelParameter;
import dev.holdfast.checker.model.ModelType;
import dev.holdfast.checker.model.Models;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * All contracts of a compilation: of methods, fields and types, from source, class files, aliases,
 * other vocabularies and models. Each is read once and kept. What cannot be resolved becomes a
 * {@link Problem} of the element that carries it.
 */
public final class Contracts {
  private final Env env;
  private final Models models;
  private final PathPool pool = new PathPool();
  private final AnnotationReader reader = new AnnotationReader();
  private final Definitions definitions;
  private final Resolver resolver;
  private final Map<ExecutableElement, Contract> contracts = new HashMap<>();
  private final Map<VariableElement, List<Guard>> guards = new HashMap<>();
  private final Map<VariableElement, Boolean> bound = new HashMap<>();
  private final Map<TypeElement, Set<Name>> bearing = new HashMap<>();
  private final Map<TypeElement, Boolean> unchecked = new HashMap<>();
  private final Map<TypeElement, Boolean> platform = new HashMap<>();
  private final Map<TypeElement, Optional<ModelType>> modelTypes = new HashMap<>();
  private final Map<TypeElement, List<Annot>> typeAnnotations = new HashMap<>();
  private final Map<TypeElement, Optional<LockDefinition>> lockTypes = new HashMap<>();
  private final Map<Element, List<Problem>> problems = new LinkedHashMap<>();
  private final Map<ExecutableElement, List<Clause>> assertions = new HashMap<>();
  private final Map<TypeElement, Boolean> scopes = new HashMap<>();
  private final Map<TypeElement, Boolean> concurrent = new HashMap<>();
  private final Map<TypeElement, List<Contract.Same>> samePairs = new HashMap<>();
  private final Set<VariableElement> namedByContracts = new HashSet<>();
  private LeadingAssertions leading;
  private UnitFacts unit = UnitFacts.NONE;

  /** The contracts of one compilation, with the models given. */
  public Contracts(Env env, Models models) {
    this.env = env;
    this.models = models;
    this.definitions = new Definitions(env, pool, this);
    this.resolver = new Resolver(env, pool, this);
  }

  /** The pool of all contract paths. */
  public PathPool pool() {
    return pool;
  }

  Resolver resolver() {
    return resolver;
  }

  /** What is known from source of the class under analysis. */
  public void setUnit(UnitFacts facts) {
    this.unit = facts;
  }

  void setAssertions(LeadingAssertions leading) {
    this.leading = leading;
  }

  /**
   * Whether annotations or a model may say something of the method, or of one that it overrides.
   */
  boolean mayDeclare(ExecutableElement method) {
    return bears(Env.enclosingType(method), method.getSimpleName());
  }

  /** Whether a method of that name, declared in the type or above it, may bear a contract. */
  boolean bears(TypeElement type, Name name) {
    return bearing(type).contains(name);
  }

  /** The problems of an element's own declarations, after these were read. */
  public List<Problem> problems(Element element) {
    return problems.getOrDefault(element, List.of());
  }

  /** Whether a part of the contract that the member itself declares cannot be used. */
  public boolean isInvalid(Element member) {
    return !problems.isEmpty()
        && (!problems(member).isEmpty()
            || member instanceof ExecutableElement method
                && method.getParameters().stream().anyMatch(each -> !problems(each).isEmpty()));
  }

  void problem(Element element, Annot annot, String message) {
    if (annot.origin().source() == Origin.Source.MODEL) {
      return;
    }
    List<Problem> list = problems.computeIfAbsent(element, e -> new ArrayList<>());
    Element at = annot.origin().element() == null ? element : annot.origin().element();
    Problem problem = new Problem(at, annot.origin().annotation(), message);
    if (!list.contains(problem)) {
      list.add(problem);
    }
  }

  /** Records a problem that another reader of declarations found. */
  public void addProblem(Problem problem) {
    List<Problem> list = problems.computeIfAbsent(problem.element(), e -> new ArrayList<>());
    if (!list.contains(problem)) {
      list.add(problem);
    }
  }

  // ---- types

  /** The contract annotations of a type, from source or class file and from its model. */
  List<Annot> annotations(TypeElement type) {
    List<Annot> known = typeAnnotations.get(type);
    if (known == null) {
      known = new ArrayList<>();
      if (!isJdk(type)) {
        known.addAll(reader.read(type));
      }
      Optional<ModelType> model = model(type);
      if (model.isPresent()) {
        known.addAll(Definitions.fromModel(model.get()));
      }
      typeAnnotations.put(type, known);
    }
    return known;
  }

  /** Whether the type belongs to the platform, whose contracts are in models alone. */
  boolean isJdk(TypeElement type) {
    Boolean known = platform.get(type);
    if (known == null) {
      known = type.getQualifiedName().toString().startsWith("java.");
      platform.put(type, known);
    }
    return known;
  }

  private Optional<ModelType> model(TypeElement type) {
    Optional<ModelType> known = modelTypes.get(type);
    if (known == null) {
      known = models.type(type.getQualifiedName().toString());
      modelTypes.put(type, known);
    }
    return known;
  }

  boolean modelHas(TypeElement type, String annotation) {
    Optional<ModelType> model = model(type);
    return model.isPresent()
        && model.get().annotations().stream().anyMatch(a -> a.name().equals(annotation));
  }

  /** The lock or state of that name, inherited ones included; null if there is none. */
  public LockDefinition definition(TypeElement type, String name) {
    return definitions.find(type, name);
  }

  /** All locks and states of a type, inherited ones included. */
  public Map<String, LockDefinition> definitions(TypeElement type) {
    return definitions.of(type);
  }

  /** The definition that makes instances of the type locks themselves, or null. */
  public LockDefinition lockTypeOf(TypeElement type) {
    if (type == null) {
      return null;
    }
    Optional<LockDefinition> known = lockTypes.get(type);
    if (known == null) {
      known = Optional.ofNullable(definitions.find(type, "this"));
      lockTypes.put(type, known);
    }
    return known.orElse(null);
  }

  /** The pairs of expressions that name one object in every instance of the type. */
  public List<Contract.Same> sameInEvery(TypeElement type) {
    List<Contract.Same> known = samePairs.get(type);
    if (known == null) {
      List<Contract.Same> result = new ArrayList<>();
      samePairs.put(type, result);
      if (!isJdk(type)) {
        Scope scope =
            new Scope(pool.param(-1, type.asType()), type.asType(), null, type, false, false);
        for (Annot annot : annotations(type)) {
          if (annot.name().equals("SameObject")) {
            samePair(type, annot, scope, result);
          }
        }
        for (TypeElement parent : env.parents(type)) {
          result.addAll(sameInEvery(parent));
        }
      }
      known = result;
    }
    return known;
  }

  private void samePair(TypeElement type, Annot annot, Scope scope, List<Contract.Same> result) {
    List<String> names = annot.strings("value");
    if (names.size() != 2) {
      problem(type, annot, "names " + names.size() + " expressions; two are needed");
      return;
    }
    try {
      result.add(
          new Contract.Same(
              resolver.object(names.get(0), scope),
              resolver.object(names.get(1), scope),
              annot.origin()));
    } catch (Resolver.Unresolved e) {
      problem(type, annot, e.getMessage());
    }
  }

  /** Whether the type is one that several threads may change at once without a lock. */
  public boolean isConcurrent(TypeElement type) {
    Boolean known = concurrent.get(type);
    if (known == null) {
      known = modelHas(type, "Concurrent");
      concurrent.put(type, known);
      if (!known) {
        for (TypeElement parent : env.parents(type)) {
          known = known || isConcurrent(parent);
        }
        concurrent.put(type, known);
      }
    }
    return known;
  }

  /** Whether instances own what was taken when they were made, until they are closed. */
  public boolean isScope(TypeElement type) {
    Boolean known = scopes.get(type);
    if (known == null) {
      known = annotations(type).stream().anyMatch(annot -> annot.name().equals("LockScope"));
      if (!known && !isJdk(type)) {
        for (TypeElement parent : env.parents(type)) {
          known = known || isScope(parent);
        }
      }
      scopes.put(type, known);
    }
    return known;
  }

  /** The reference with other names for a lock resolved. */
  public LockRef throughSameAs(LockRef ref) {
    return definitions.throughSameAs(ref);
  }

  boolean hasGhost(String name) {
    return name.equals("owner");
  }

  boolean isGhostOf(TypeElement type, String name) {
    Optional<ModelType> model = model(type);
    return model.isPresent() && model.get().fields().stream().anyMatch(f -> f.name().equals(name));
  }

  /** The type of what a map or list keeps, or null. */
  TypeMirror valueType(TypeMirror type) {
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return declared.getTypeArguments().get(declared.getTypeArguments().size() - 1);
    }
    return null;
  }

  // ---- fields

  /** What guards the field, or null; where several annotations do, the first. */
  public Guard guard(VariableElement field) {
    List<Guard> all = guards(field);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Everything that guards the field: each annotation by itself. */
  public List<Guard> guards(VariableElement field) {
    List<Guard> known = guards.get(field);
    if (known == null) {
      known = readGuards(field);
      guards.put(field, known);
    }
    return known;
  }

  private List<Guard> readGuards(VariableElement field) {
    TypeElement owner = Env.enclosingType(field);
    if (owner == null
        || field.getKind() != ElementKind.FIELD
        || isJdk(owner)
        || !reader.isAnnotated(field)) {
      return List.of();
    }
    List<Guard> result = new ArrayList<>();
    for (Annot annot : reader.read(field)) {
      if (annot.name().equals("GuardedBy")) {
        Guard guard = guard(field, owner, annot);
        if (guard != null) {
          result.add(guard);
        }
      }
    }
    return List.copyOf(result);
  }

  private Guard guard(VariableElement field, TypeElement owner, Annot annot) {
    if (annot.targets() != null && !annot.targets().isEmpty()) {
      List<LockRef> read = new ArrayList<>();
      List<LockRef> write = new ArrayList<>();
      for (String target : annot.targets()) {
        Scope scope = targetScope(fieldScope(field, owner), target, field, annot);
        if (scope != null) {
          Guard part = guard(field, annot, scope);
          if (part != null) {
            read.addAll(part.read());
            write.addAll(part.write());
          }
        }
      }
      return new Guard(read, write, annot.origin());
    }
    return guard(field, annot, fieldScope(field, owner));
  }

  private Scope fieldScope(VariableElement field, TypeElement owner) {
    return new Scope(
        pool.param(-1, owner.asType()), owner.asType(), null, owner, false, Env.isStatic(field));
  }

  private Guard guard(VariableElement field, Annot annot, Scope scope) {
    List<LockRef> both = guardLocks(field, annot, "value", scope);
    List<LockRef> read = annot.has("read") ? guardLocks(field, annot, "read", scope) : both;
    List<LockRef> write = annot.has("write") ? guardLocks(field, annot, "write", scope) : both;
    if (both == null || read == null || write == null) {
      return null;
    }
    if (read.isEmpty() && write.isEmpty() && problems(field).isEmpty()) {
      problem(field, annot, "names no lock");
      return null;
    }
    if (annot.has("value") && (annot.has("read") || annot.has("write")) && !both.isEmpty()) {
      problem(field, annot, "gives 'value' and also 'read' or 'write'; they contradict each other");
    }
    return new Guard(annot.flag("racyReads", false) ? List.of() : read, write, annot.origin());
  }

  private List<LockRef> guardLocks(
      VariableElement field, Annot annot, String element, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    for (String text : annot.strings(element)) {
      try {
        LockRef ref =
            text.equals("itself") && annot.origin().source() == Origin.Source.FOREIGN
                ? resolver.lock(field.getSimpleName().toString(), scope)
                : resolver.lock(text, scope);
        if (ref.lock().root().kind == Path.Kind.RESULT) {
          problem(field, annot, "a field has no 'return'");
          return null;
        }
        result.add(ref);
        name(ref);
      } catch (Resolver.Unresolved e) {
        problem(field, annot, e.getMessage());
        return null;
      }
    }
    return result;
  }

  private void name(LockRef ref) {
    for (Path at = ref.lock(); at != null; at = at.base) {
      if (at.kind == Path.Kind.FIELD) {
        namedByContracts.add((VariableElement) at.key);
      }
    }
  }

  /** Whether a guard or contract was seen to name a lock through the field. */
  public boolean isNamedByGuard(VariableElement field) {
    return namedByContracts.contains(field);
  }

  /**
   * Whether the field keeps its value for good: final, or private and assigned only while its
   * object is made.
   */
  public boolean isStable(VariableElement field) {
    return field.getModifiers().contains(Modifier.FINAL)
        || field.getKind() == ElementKind.ENUM_CONSTANT
        || unit.isNeverReassigned(field);
  }

  /** What an unchanging field was initialised with, relative to its object, or null. */
  public Path definition(VariableElement field) {
    LockExpr expr = isStable(field) ? unit.definition(field) : null;
    if (expr == null) {
      return null;
    }
    TypeElement owner = Env.enclosingType(field);
    try {
      LockRef ref = resolver.lock(expr, "", fieldScope(field, owner));
      if (ref.lock().kind == Path.Kind.MONITOR) {
        return ref.lock().base;
      }
      return ref.mode() == null
          ? ref.lock()
          : ref.mode() == Mode.READ
              ? pool.readView(ref.lock(), field.asType())
              : pool.writeView(ref.lock(), field.asType());
    } catch (Resolver.Unresolved e) {
      return null;
    }
  }

  /**
   * The declared order of a lock field: those before it, or those after it, relative to its object.
   */
  public List<LockRef> order(VariableElement field, boolean before) {
    TypeElement owner = Env.enclosingType(field);
    if (owner == null || isJdk(owner) || !reader.isAnnotated(field)) {
      return List.of();
    }
    List<LockRef> result = new ArrayList<>();
    for (Annot annot : reader.read(field)) {
      if (annot.name().equals(before ? "AcquiredAfter" : "AcquiredBefore")) {
        result.addAll(refs(field, annot, "value", fieldScope(field, owner)));
      }
    }
    return result;
  }

  /** Whether the field is guarded, or is a lock with a place in an order. */
  public boolean isBound(VariableElement field) {
    Boolean known = bound.get(field);
    if (known == null) {
      known =
          guard(field) != null || !order(field, true).isEmpty() || !order(field, false).isEmpty();
      bound.put(field, known);
    }
    return known;
  }

  /** The annotation that declares a field's place in the order, or null. */
  public javax.lang.model.element.AnnotationMirror orderAnnotation(VariableElement field) {
    for (Annot annot : reader.read(field)) {
      if (annot.name().equals("AcquiredAfter") || annot.name().equals("AcquiredBefore")) {
        return annot.origin().annotation();
      }
    }
    return null;
  }

  /** The same for a lock that a type declares. */
  public List<LockRef> order(LockDefinition definition, boolean before) {
    List<LockRef> result = new ArrayList<>(before ? definition.after() : List.of());
    TypeElement type = definition.owner;
    Scope scope = new Scope(pool.param(-1, type.asType()), type.asType(), null, type, false, false);
    for (Annot annot : annotations(type)) {
      if (annot.name().equals(before ? "AcquiredAfter" : "AcquiredBefore")) {
        result.addAll(refs(type, annot, "value", scope));
      }
    }
    return result;
  }

  // ---- methods

  /** The contract of a method or constructor, with what it inherits. */
  public Contract of(ExecutableElement method) {
    Contract known = contracts.get(method);
    if (known == null) {
      if (saysNothing(method)) {
        /* most methods by far; not worth an entry */
        return Contract.NONE;
      }
      contracts.put(method, Contract.NONE);
      known = new MethodContractReader(this, env, reader, resolver, pool).read(method);
      contracts.put(method, known);
    }
    return known;
  }

  private boolean saysNothing(ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    return owner == null
        || !bears(owner, method.getSimpleName())
            && !isUnchecked(owner)
            && (leading == null || !leading.mayAssert(method));
  }

  /** Whether the bodies of the type are not checked, by its own word or that of one around it. */
  private boolean isUnchecked(TypeElement type) {
    Boolean known = unchecked.get(type);
    if (known == null) {
      known =
          !isJdk(type) && declaresUnchecked(type)
              || type.getEnclosingElement() instanceof TypeElement outer && isUnchecked(outer);
      unchecked.put(type, known);
    }
    return known;
  }

  private boolean declaresUnchecked(TypeElement type) {
    for (Annot annot : annotations(type)) {
      if (annot.name().equals("LockUnchecked")) {
        return true;
      }
    }
    return false;
  }

  /** The nearest methods that a method overrides. */
  public List<ExecutableElement> overridden(ExecutableElement method) {
    List<ExecutableElement> found = new ArrayList<>();
    TypeElement owner = Env.enclosingType(method);
    overridden(method, owner, owner, found, new HashSet<>());
    return found;
  }

  private void overridden(
      ExecutableElement method,
      TypeElement owner,
      TypeElement type,
      List<ExecutableElement> found,
      Set<TypeElement> seen) {
    for (TypeElement element : env.parents(type)) {
      if (!seen.add(element)) {
        continue;
      }
      boolean here = false;
      for (Element member : element.getEnclosedElements()) {
        if (member instanceof ExecutableElement candidate
            && candidate.getSimpleName().equals(method.getSimpleName())
            && candidate.getParameters().size() == method.getParameters().size()
            && env.elements.overrides(method, candidate, owner)) {
          found.add(candidate);
          here = true;
        }
      }
      if (!here) {
        overridden(method, owner, element, found, seen);
      }
    }
  }

  List<Clause> assertions(ExecutableElement method) {
    List<Clause> known = assertions.get(method);
    if (known == null) {
      assertions.put(method, List.of());
      known = leading == null ? List.of() : leading.of(method);
      assertions.put(method, known);
    }
    return known;
  }

  /** The model of a method, or null. */
  ModelMethod model(ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    Optional<ModelType> type = owner == null ? Optional.empty() : model(owner);
    if (type.isEmpty()) {
      return null;
    }
    String name =
        method.getKind() == ElementKind.CONSTRUCTOR ? "<init>" : method.getSimpleName().toString();
    boolean named = false;
    for (ModelMethod candidate : type.get().methods()) {
      named |= candidate.name().equals(name);
    }
    if (!named) {
      return null;
    }
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(simpleErasure(parameter.asType()));
    }
    for (ModelMethod candidate : type.get().methods()) {
      if (candidate.name().equals(name) && sameParameters(candidate.parameters(), parameters)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean sameParameters(List<ModelParameter> model, List<String> actual) {
    if (model.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      String type = model.get(i).type();
      String wanted = model.get(i).varargs() && !type.endsWith("[]") ? type + "[]" : type;
      if (!wanted.equals(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String simpleErasure(TypeMirror type) {
    TypeMirror erased = env.types.erasure(type);
    if (erased instanceof javax.lang.model.type.ArrayType array) {
      return simpleErasure(array.getComponentType()) + "[]";
    }
    return erased instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : erased.toString();
  }

  static List<Annot> annots(List<ModelAnnotation> annotations) {
    List<Annot> result = new ArrayList<>();
    for (ModelAnnotation annotation : annotations) {
      result.add(Definitions.fromModel(annotation));
    }
    return result;
  }

  /** The names of methods that may bear a contract in a type or above it. */
  private Set<Name> bearing(TypeElement type) {
    Set<Name> known = bearing.get(type);
    if (known == null) {
      /* a type that is above itself does not compile */
      bearing.put(type, Set.of());
      Set<Name> names = new HashSet<>();
      addModelled(type, names);
      addDeclared(type, names);
      for (TypeElement parent : env.parents(type)) {
        names.addAll(bearing(parent));
      }
      known = names.isEmpty() ? Set.of() : names;
      bearing.put(type, known);
    }
    return known;
  }

  private void addModelled(TypeElement type, Set<Name> names) {
    Optional<ModelType> model = model(type);
    if (model.isPresent()) {
      for (ModelMethod method : model.get().methods()) {
        names.add(env.elements.getName(method.name()));
      }
    }
  }

  private void addDeclared(TypeElement type, Set<Name> names) {
    if (isJdk(type)) {
      return;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method && bearsOwn(method)) {
        names.add(method.getSimpleName());
      }
    }
  }

  private boolean bearsOwn(ExecutableElement method) {
    if (reader.isAnnotated(method) || leading != null && leading.begins(method)) {
      return true;
    }
    for (VariableElement parameter : method.getParameters()) {
      if (reader.isAnnotated(parameter)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a getter gives for a receiver and arguments: by its contract, as a record's accessor, or
   * because its whole body returns an unchanging field. Null if it is no getter.
   */
  public Path getterResult(
      ExecutableElement method, Path receiver, List<Path> args, PathPool into) {
    LockRef declared = of(method).returns();
    if (declared != null) {
      Path path = bind(declared.lock(), receiver, args, null, into);
      if (path == null) {
        return null;
      }
      Path object = path.kind == Path.Kind.MONITOR ? path.base : path;
      return declared.mode() == null
          ? object
          : declared.mode() == Mode.READ
              ? into.readView(object, method.getReturnType())
              : into.writeView(object, method.getReturnType());
    }
    VariableElement field = componentField(method);
    if (field == null) {
      field = unit.getterField(method);
    }
    if (field == null || !Env.isStatic(field) && receiver == null) {
      return null;
    }
    return into.field(Env.isStatic(field) ? null : receiver, field);
  }

  /** The field behind a record's accessor, or null. */
  public VariableElement componentField(ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    if (owner == null
        || owner.getKind() != ElementKind.RECORD
        || !method.getParameters().isEmpty()) {
      return null;
    }
    for (RecordComponentElement component : owner.getRecordComponents()) {
      if (component.getSimpleName().equals(method.getSimpleName())
          && isImplicit(method, component)) {
        return env.field(owner, component.getSimpleName().toString());
      }
    }
    return null;
  }

  private boolean isImplicit(ExecutableElement method, RecordComponentElement component) {
    return !(env.trees.getTree(method) != null
        && unit.getterField(method) == null
        && hasBody(method));
  }

  private boolean hasBody(ExecutableElement method) {
    var tree = env.trees.getTree(method);
    return tree != null && tree.getBody() != null && tree.getBody().getStatements().size() > 0;
  }

  /**
   * A contract's path with the call's receiver, arguments and result in place of its roots; null
   * where one of them is unknown.
   */
  public static Path bind(Path path, Path receiver, List<Path> args, Path result, PathPool into) {
    boolean[] unknown = {false};
    Path bound =
        into.substitute(
            path,
            root -> {
              Path to =
                  switch (root.kind) {
                    case PARAM -> argument((Integer) root.key, receiver, args);
                    case RESULT -> result;
                    default -> root;
                  };
              if (to == null) {
                unknown[0] = true;
              }
              return to == root ? null : to;
            });
    return unknown[0] ? null : bound;
  }

  private static Path argument(int index, Path receiver, List<Path> args) {
    if (index < 0) {
      return receiver;
    }
    return args == null || index >= args.size() ? null : args.get(index);
  }

  List<LockRef> refs(Element element, Annot annot, String name, Scope scope) {
    List<LockRef> result = new ArrayList<>();
    for (String text : annot.strings(name)) {
      try {
        LockRef ref = resolver.lock(text, scope);
        result.add(ref);
        name(ref);
      } catch (Resolver.Unresolved e) {
        String message = e.getMessage();
        problem(element, annot, message.contains(text) ? message : "'" + text + "': " + message);
      }
    }
    return result;
  }

  /**
   * The scope of an object that an alias' own value names; null, with a problem noted, if it names
   * none.
   */
  Scope targetScope(Scope scope, String target, Element element, Annot annot) {
    try {
      Path object = resolver.object(target, scope);
      TypeMirror type = resolver.objectType(target, scope);
      TypeElement typeElement = env.typeElement(type);
      return new Scope(
          object,
          type,
          null,
          typeElement == null ? scope.type() : typeElement,
          scope.lenient(),
          false);
    } catch (Resolver.Unresolved e) {
      problem(element, annot, e.getMessage());
      return null;
    }
  }

  /** The first cyclic alias on an element, as a problem. */
  public void checkAliases(Element element) {
    var cyclic = reader.cyclicAlias(element);
    if (cyclic != null) {
      addProblem(
          new Problem(
              element,
              cyclic,
              "'@"
                  + cyclic.getAnnotationType().asElement().getSimpleName()
                  + "' is an alias that is defined through itself"));
    }
  }

  /** Whether the method carries contract annotations of its own. */
  public boolean declaresContract(ExecutableElement method) {
    return bearsOwn(method);
  }

  /** A scope has to be closeable. */
  public void checkScope(TypeElement type) {
    for (Annot annot : annotations(type)) {
      if (annot.name().equals("LockScope") && !isCloseable(type)) {
        problem(
            type,
            annot,
            "'" + type.getSimpleName() + "' is not AutoCloseable, so nothing ends the scope");
      } else if (annot.name().equals("LockUnchecked") && annot.string("reason", "").isBlank()) {
        problem(type, annot, "the reason is blank; say why the bodies need not be checked");
      }
    }
  }

  private boolean isCloseable(TypeElement type) {
    TypeElement closeable = env.elements.getTypeElement("java.lang.AutoCloseable");
    return closeable == null || env.isSubtype(type, closeable);
  }

  /** The annotations of an element as the contract language sees them. */
  List<Annot> read(Element element) {
    return reader.read(element);
  }
}
