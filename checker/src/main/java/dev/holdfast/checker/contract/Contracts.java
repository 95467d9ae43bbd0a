package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.Models;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * All contracts of a compilation: of methods, fields and types, from source, class files, aliases,
 * other vocabularies and models. Each is read once and kept. What cannot be resolved becomes a
 * {@link Problem} of the element that carries it.
 */
public final class Contracts {
  private final Env env;
  private final PathPool pool = new PathPool();
  private final Aliases aliases = new Aliases();
  private final AnnotationReader reader = new AnnotationReader(aliases);
  private final Problems problems = new Problems();
  private final TypeModels models;
  private final Definitions definitions;
  private final Resolver resolver;
  private final TypeContracts types;
  private final RefReader refs;
  private final FieldContracts fields;
  private final Bearing bearing;
  private final Getters getters;
  private final Uses uses;
  private final Map<ExecutableElement, Contract> contracts = new HashMap<>();
  private final Map<ExecutableElement, Boolean> locking = new HashMap<>();
  private final Map<TypeElement, Optional<LockDefinition>> lockTypes = new HashMap<>();
  private final Map<ExecutableElement, List<Clause>> assertions = new HashMap<>();
  private LeadingAssertions leading;
  private UnitFacts unit = UnitFacts.NONE;
  private SourceFiles files;

  /** The contracts of one compilation, with the models given. */
  public Contracts(Env env, Models models) {
    this.env = env;
    this.models = new TypeModels(env, models);
    this.definitions = new Definitions(env, pool, this);
    this.resolver = new Resolver(env, pool, this);
    this.refs = new RefReader(env, pool, resolver, problems);
    this.types = new TypeContracts(env, pool, reader, refs, this.models, problems);
    this.fields = new FieldContracts(pool, reader, resolver, refs, types, problems);
    this.bearing = new Bearing(env, reader, this.models, types);
    this.getters = new Getters(env);
    this.uses = new Uses(env, this);
  }

  /** The pool of all contract paths. */
  public PathPool pool() {
    return pool;
  }

  TypeModels models() {
    return models;
  }

  Resolver resolver() {
    return resolver;
  }

  /** What is known from source of the class under analysis. */
  public void setUnit(UnitFacts facts) {
    this.unit = facts;
    fields.setUnit(facts);
  }

  void setFiles(SourceFiles sources) {
    this.files = sources;
  }

  /** Whether the member's source is compiled, be the compiler done with it or not. */
  boolean isOfSource(Element member) {
    return files != null && files.contain(member) || env.trees.getPath(member) != null;
  }

  /** The final field that a getter of another class in the same file returns, or null. */
  public VariableElement siblingGetterField(ExecutableElement method, Element from) {
    return files == null ? null : files.getterField(method, from);
  }

  void setAssertions(LeadingAssertions leading) {
    this.leading = leading;
    bearing.setAssertions(leading);
  }

  /**
   * Whether annotations or a model may say something of the method, or of one that it overrides.
   */
  boolean mayDeclare(ExecutableElement method) {
    return bears(Env.enclosingType(method), method.getSimpleName());
  }

  // ---- problems

  /** The problems of a method's model, which is read for it. */
  List<String> modelProblems(ExecutableElement method) {
    of(method);
    return problems.ofModel(method);
  }

  /** The problems of an element's own declarations, after these were read. */
  public List<Problem> problems(Element element) {
    return problems.of(element);
  }

  /** Whether a part of the contract that the member itself declares cannot be used. */
  public boolean isInvalid(Element member) {
    return problems.isInvalid(member);
  }

  void problem(Element element, Annot annot, String message) {
    problems.add(element, annot, message);
  }

  /** Records a problem that another reader of declarations found. */
  public void addProblem(Problem problem) {
    problems.add(problem);
  }

  /** Whether a method of that name, declared in the type or above it, may bear a contract. */
  boolean bears(TypeElement type, Name name) {
    return bearing.bears(type, name);
  }

  /** Whether such a method may assert that a lock is held, or test it. */
  boolean asserts(TypeElement type, Name name) {
    return bearing.asserts(type, name);
  }

  // ---- types

  /** The contract annotations of a type, from source or class file and from its model. */
  List<Annot> annotations(TypeElement type) {
    return types.annotations(type);
  }

  /** Whether the type belongs to the platform, whose contracts are in models alone. */
  boolean isJdk(TypeElement type) {
    return types.isJdk(type);
  }

  /** The pairs of expressions that name one object in every instance of the type. */
  public List<Contract.Same> sameInEvery(TypeElement type) {
    return types.sameInEvery(type);
  }

  /** Those of the pairs that the constructors of a class itself have to see to. */
  public Set<Contract.Same> promisedOf(TypeElement type) {
    return types.promisedOf(type);
  }

  /** Whether the type is one that several threads may change at once without a lock. */
  public boolean isConcurrent(TypeElement type) {
    return types.isConcurrent(type);
  }

  /** Whether instances of just this type keep what they are given, and hand it to nobody else. */
  public boolean keeps(TypeElement type) {
    return models.has(type, "Keeps");
  }

  /** Whether the object that a constructor makes keeps what that is given, and nobody else does. */
  public boolean keeps(ExecutableElement constructor) {
    return of(constructor).keeps() || keeps(Env.enclosingType(constructor));
  }

  /** Whether what methods of the type compute depends on nothing that can change. */
  public boolean isPure(TypeElement type) {
    return models.has(type, "Pure");
  }

  /** Whether instances own what was taken when they were made, until they are closed. */
  public boolean isScope(TypeElement type) {
    return types.isScope(type);
  }

  /**
   * Whether the method closes a scope. A contract on it is about its body: callers see what the
   * scope took.
   */
  public boolean isScopeClose(ExecutableElement method) {
    return method.getSimpleName().contentEquals("close")
        && method.getParameters().isEmpty()
        && isScope(Env.enclosingType(method));
  }

  /** Whether the method would close a scope if its class were declared to be one. */
  public boolean wouldCloseScope(ExecutableElement method) {
    return method.getSimpleName().contentEquals("close")
        && method.getParameters().isEmpty()
        && types.isCloseable(Env.enclosingType(method));
  }

  /** Reads all that a type declares of itself, so that what is wrong with it becomes known. */
  public void checkType(TypeElement type) {
    types.checkScope(type);
    types.sameInEvery(type);
    Map<String, LockDefinition> definitions = definitions(type);
    for (Annot annot : annotations(type)) {
      if (annot.name().equals("AcquiredAfter") || annot.name().equals("AcquiredBefore")) {
        if (definitions.values().stream().anyMatch(each -> each.owner == type && !each.state)) {
          refs.refs(type, annot, "value", Scope.ofType(pool, type));
        } else {
          problem(type, annot, "'" + type.getSimpleName() + "' defines no lock to have an order");
        }
      }
    }
  }

  /** The lock or state of that name, inherited ones included; null if there is none. */
  public LockDefinition definition(TypeElement type, String name) {
    return definitions.find(type, name);
  }

  /** What the type of the object says of an inherited lock or state, in place of its parents. */
  public LockDefinition refined(LockDefinition definition, Path object) {
    return definitions.refined(definition, object);
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

  /** The reference with other names for a lock resolved. */
  public LockRef throughSameAs(LockRef ref) {
    return definitions.throughSameAs(ref);
  }

  /** The same for a lock that a type declares. */
  public List<LockRef> order(LockDefinition definition, boolean before) {
    List<LockRef> result = new ArrayList<>(before ? definition.after() : List.of());
    TypeElement type = definition.owner;
    for (Annot annot : annotations(type)) {
      if (annot.name().equals(before ? "AcquiredAfter" : "AcquiredBefore")) {
        result.addAll(refs.refs(type, annot, "value", Scope.ofType(pool, type)));
      }
    }
    VariableElement field = env.field(type, definition.name);
    if (field != null && definitions.ofField(field) == definition) {
      result.addAll(order(field, before));
    }
    return result;
  }

  /** The lock fields of a type that declare a place in an order, relative to its instance. */
  public List<LockRef> ordered(TypeElement type) {
    return fields.ordered(type);
  }

  // ---- fields

  /** What guards the field, or null; where several annotations do, the first. */
  public Guard guard(VariableElement field) {
    return fields.guard(field);
  }

  /** Whether a lock that guards the field is what the field itself refers to, or in it. */
  public boolean guardsItself(VariableElement field) {
    Guard guard = guard(field);
    return guard != null
        && guard.write().stream().anyMatch(ref -> leadsThrough(ref.lock().object(), field));
  }

  /** Whether a guard's path leads through a field of the object whose field is guarded. */
  private static boolean leadsThrough(Path path, VariableElement field) {
    for (Path at = path; at != null; at = at.base) {
      boolean own = at.base == null || at.base.kind == Path.Kind.PARAM;
      if (own && at.kind == Path.Kind.FIELD && at.key == field) {
        return true;
      }
    }
    return false;
  }

  /** Everything that guards the field: each annotation by itself. */
  public List<Guard> guards(VariableElement field) {
    return fields.guards(field);
  }

  /** Whether a guard or contract was seen to name a lock through the field. */
  public boolean isNamedByGuard(VariableElement field) {
    return refs.isNamed(field);
  }

  /**
   * Whether the field keeps its value for good: final, or private and assigned only while its
   * object is made.
   */
  public boolean isStable(VariableElement field) {
    return fields.isStable(field);
  }

  /** Whether the field has an object for good: an enum's constant, or what it is made with. */
  public boolean isNeverNull(VariableElement field) {
    return fields.isNeverNull(field);
  }

  /** Whether a field of a new object may keep an object that others know. */
  public boolean mayKeepAnother(VariableElement field) {
    return fields.mayKeepAnother(field);
  }

  /** The very class of the object that an unchanging field has; null if that is not known. */
  public TypeElement madeAs(VariableElement field) {
    return fields.madeAs(field);
  }

  /** Which fields of the object that a constructor makes keep which of its arguments. */
  public Map<VariableElement, Integer> copies(ExecutableElement constructor) {
    return fields.copies(constructor);
  }

  /**
   * What the new object that an unchanging field has was given to keep in a field of its own,
   * relative to the object of the former; or null.
   */
  public Path given(VariableElement holder, VariableElement field) {
    Path path = fields.given(holder, field);
    return path == null || makesObjects(path) ? null : path;
  }

  /**
   * Another name for an unchanging field, relative to its object: the lock that a type declares by
   * that name, or what it was initialised with; null if there is none.
   */
  public Path definition(VariableElement field) {
    LockDefinition declared = definitions.ofField(field);
    if (declared != null) {
      return pool.lock(pool.param(-1, Env.enclosingType(field).asType()), declared);
    }
    Path path = fields.initialiser(field);
    return path == null || makesObjects(path) ? null : path;
  }

  /** The same where it is what a call gave, which may be another object each time. */
  public Path initialiser(VariableElement field) {
    return fields.initialiser(field);
  }

  /** Whether a path goes through a call that may give another object each time. */
  private boolean makesObjects(Path path) {
    for (Path at = path; at != null; at = at.base) {
      if (at.kind == Path.Kind.CALL && !isGetter(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGetter(Path call) {
    return getterResult((ExecutableElement) call.key, call.base, call.args, pool) != null;
  }

  /** Whether a call gives one object as long as its contract is kept. */
  public boolean isStableCall(Path call) {
    return isGetter(call) || !of((ExecutableElement) call.key).same().isEmpty();
  }

  /**
   * The declared order of a lock field: those before it, or those after it, relative to its object.
   */
  public List<LockRef> order(VariableElement field, boolean before) {
    return fields.order(field, before);
  }

  /** Whether the field is guarded, or is a lock with a place in an order. */
  public boolean isBound(VariableElement field) {
    return fields.isBound(field);
  }

  /** The annotation that declares a field's place in the order, or null. */
  public AnnotationMirror orderAnnotation(VariableElement field) {
    return fields.orderAnnotation(field);
  }

  // ---- methods

  /** The contract of a method or constructor, with what it inherits. */
  public Contract of(ExecutableElement method) {
    Contract known = contracts.get(method);
    if (known == null) {
      known = Contract.NONE;
      contracts.put(method, known);
      if (!saysNothing(method)) {
        known = new MethodContractReader(this, env, reader, refs, method).read();
        contracts.put(method, known);
      }
    }
    return known;
  }

  /**
   * Whether the method's contract may speak of locks: that is known of most methods by far before
   * their contracts are read.
   */
  public boolean mayConcernLocks(ExecutableElement method) {
    Boolean known = locking.get(method);
    if (known == null) {
      TypeElement owner = Env.enclosingType(method);
      known =
          owner != null
              && (bearing.locks(owner, method.getSimpleName())
                  || leading != null && leading.mayAssert(method));
      locking.put(method, known);
    }
    return known;
  }

  /** What the use of a method, constructor or field means. */
  public Use use(Element member) {
    return uses.of(member);
  }

  /** Whether a call of the method can change or needs a lock fact. */
  boolean concernsLocks(ExecutableElement method) {
    return mayConcernLocks(method) && of(method).concernsLocks();
  }

  private boolean saysNothing(ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    return owner == null
        || !bears(owner, method.getSimpleName())
            && !types.isUnchecked(owner)
            && (leading == null || !leading.mayAssert(method));
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

  /** Records the aliases on an element that cannot be used there. */
  public void checkAliases(Element element) {
    aliases.problems(element).forEach(this::addProblem);
  }

  /** Whether the method carries contract annotations of its own. */
  public boolean declaresContract(ExecutableElement method) {
    return bearing.bearsOwn(method);
  }

  /**
   * What a getter gives for a receiver and arguments: by its contract, as a record's accessor, or
   * because its whole body returns an unchanging field. Null if it is no getter.
   */
  public Path getterResult(
      ExecutableElement method, Path receiver, List<Path> args, PathPool into) {
    ExecutableElement own = ofReceiver(method, receiver);
    Path result = getters.result(of(own), unit, own, receiver, args, into);
    return result == null ? viewResult(own, receiver, into) : result;
  }

  /** The same where the body returns a view of an unchanging lock, or such a field of another. */
  private Path viewResult(ExecutableElement method, Path receiver, PathPool into) {
    LockExpr view = unit.view(method);
    if (view == null || receiver == null && !Env.isStatic(method)) {
      return null;
    }
    TypeElement owner = Env.enclosingType(method);
    Scope scope = Scope.ofMember(pool, owner, method, Env.isStatic(method));
    try {
      Path path = resolver.lock(view, "", scope).asObject(pool, method.getReturnType());
      return path.any(this::mayChange) ? null : into.bind(path, receiver, List.of(), null);
    } catch (Unresolved e) {
      return null;
    }
  }

  private boolean mayChange(Path step) {
    return switch (step.kind) {
      case FIELD -> !isStable((VariableElement) step.key);
      case PARAM, CLASS, THIS, READ_VIEW, WRITE_VIEW -> false;
      default -> true;
    };
  }

  /** Whether a call of the method on that receiver is taken not to throw. */
  public boolean neverThrows(ExecutableElement method, Path receiver) {
    return of(ofReceiver(method, receiver)).neverThrows();
  }

  /** The method that overrides another one in the type that the receiver is known to have. */
  private ExecutableElement ofReceiver(ExecutableElement method, Path receiver) {
    TypeElement type = receiver == null ? null : typeOf(receiver);
    if (type == null || type == Env.enclosingType(method) || Env.isStatic(method)) {
      return method;
    }
    ExecutableElement own = env.method(type, method.getSimpleName(), method.getParameters().size());
    return own != null && own != method && env.elements.overrides(own, method, type) ? own : method;
  }

  /** Whether the object is known to be of a type that several threads may use at once. */
  public boolean isConcurrent(Path object) {
    TypeElement type = typeOf(object);
    return type != null && isConcurrent(type);
  }

  private TypeElement typeOf(Path object) {
    TypeElement made =
        object.key instanceof VariableElement field && object.kind == Path.Kind.FIELD
            ? fields.madeAs(field)
            : null;
    return made == null ? env.typeElement(object) : made;
  }

  /**
   * The same without what only the source of the class under analysis tells: a contract means one
   * thing to all classes, whichever is analysed first.
   */
  Path declaredResult(ExecutableElement method, Path receiver, List<Path> args) {
    return getters.result(of(method), UnitFacts.NONE, method, receiver, args, pool);
  }

  /** The field behind a record's accessor, or null. */
  public VariableElement componentField(ExecutableElement method) {
    return getters.componentField(method, unit);
  }
}
