package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Follows objects that nobody else can reach yet, and callbacks, until they escape. */
abstract class Escapes extends Checks {
  /** The step from an object to where a joined value, which perhaps is that object, carries it. */
  static final String PERHAPS = "perhaps";

  /** The step from an object to where a collection, which has it as an element, carries it. */
  private static final String ELEMENT = "element";

  /** What a field carries whose object others may reach by another way than that field. */
  private static final String SHARED = "shared";

  /** A lambda, method reference or anonymous class that was created, and when. */
  static final class Callback {
    final Tree tree;

    /** The class that {@code this} is of in it. */
    final TypeElement self;

    World created;
    boolean inlined;
    boolean escaped;

    /** Whether a mistake was found in what a method reference is made for. */
    boolean faulty;

    /** The object that a method reference is bound to, where every path gives one; else null. */
    Path receiver;

    /** Locks that are held whenever it runs, by the contract of what it was given to. */
    final List<Path> holding = new ArrayList<>();

    /** Locks that every call held that runs it before it returns; null if there is none. */
    private Set<Path> atCalls;

    /** What every such call gave it, argument by argument; null where that is not one object. */
    private List<Path> given = List.of();

    Callback(Tree tree, TypeElement self) {
      this.tree = tree;
      this.self = self;
    }

    /** A call that holds these locks, and gives it that, runs it before it returns. */
    void calledHolding(Set<Path> locks, List<Path> arguments) {
      given = atCalls == null ? arguments : alike(given, arguments);
      if (atCalls == null) {
        atCalls = new LinkedHashSet<>(locks);
      } else {
        atCalls.retainAll(locks);
      }
    }

    /** What it is given at that index whenever it runs; null if that is not known. */
    Path given(int index) {
      Path argument = escaped || index >= given.size() ? null : given.get(index);
      return argument == null || !argument.isDefinite() ? null : argument;
    }

    /** Whether some call is known to run it before it returns. */
    boolean isCalled() {
      return atCalls != null;
    }

    /** The locks that are held whenever it runs. */
    List<Path> held() {
      return atCalls == null || escaped ? holding : Merge.union(holding, List.copyOf(atCalls));
    }
  }

  final Map<Tree, Callback> callbacks = new LinkedHashMap<>();

  /** What is being published, as it was read. */
  private final Set<Path> escaping = new LinkedHashSet<>();

  /** What both lists have at the same index; null where they differ. */
  static List<Path> alike(List<Path> one, List<Path> other) {
    List<Path> result = new ArrayList<>();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      result.add(one.get(i) == other.get(i) ? one.get(i) : null);
    }
    return result;
  }

  Escapes(BodyContext context) {
    super(context);
  }

  /** Computes the value of an expression in every world. */
  abstract void eval(ExpressionTree expression);

  private static World bare(World world) {
    World result = new World();
    result.vars = world.vars;
    result.equal = world.equal;
    return result;
  }

  /**
   * The unpublished objects that a callback or inner class refers to, and the callbacks that a
   * class does, whose methods run by themselves.
   */
  List<Path> captures(World world, Tree tree) {
    List<Path> result = new ArrayList<>();
    boolean ofClass = tree instanceof ClassTree;
    if (world.fresh.isEmpty() && world.carried.isEmpty() && (!ofClass || callbacks.isEmpty())) {
      return result;
    }
    Path me = pool.self(self);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree name, Void unused) {
        Element element = element(name);
        if (name.getName().contentEquals("this")
            || element != null
                && (element.getKind() == ElementKind.METHOD
                    || element.getKind() == ElementKind.FIELD)
                && !Env.isStatic(element)) {
          addFresh(me);
        } else if (element instanceof VariableElement variable && !isField(variable)) {
          Path value = world.vars.get(index(variable));
          if (value != null) {
            addFresh(value);
          }
        }
        return null;
      }

      private void addFresh(Path path) {
        boolean counts =
            world.fresh.has(path.id)
                || ofClass && path.kind == Kind.LAMBDA
                || world.carried.has(identity.canonical(world, path).id);
        if (counts && !result.contains(path)) {
          result.add(path);
        }
      }
    }.scan(tree, null);
    return result;
  }

  /**
   * The value just computed may now be reached by other threads, in every world; {@code unless} is
   * the stack depth of its holder.
   */
  void escapeValue(int holderDepth) {
    each(
        world -> {
          Path holder = holderDepth > 0 ? unshared(world, peek(world, holderDepth)) : null;
          return holder == null ? escaped(world, world.val) : carriedBy(world, holder, world.val);
        });
  }

  /**
   * The object that nobody else can reach: a new one, or what was created for a field of such a
   * one; null if others may reach it.
   */
  private Path unshared(World world, Path value) {
    Path path = value == null ? null : identity.canonical(world, value);
    if (path == null || world.fresh.has(path.id)) {
      return path;
    }
    return isPart(path) && unshared(world, path.base) != null && !isShared(world, path)
        ? path
        : null;
  }

  /** Whether it is what a field, or an array of arrays, was made with. */
  private boolean isPart(Path path) {
    if (path.kind == Kind.FIELD) {
      return path.base != null && contracts.isMadeWithOwn((VariableElement) path.key);
    }
    return path.kind == Kind.INDEX
        && path.base.type != null
        && path.base.type.getKind() == TypeKind.ARRAY;
  }

  /** Whether what a field or an array has is, or may be, known to others by another way. */
  private boolean isShared(World world, Path part) {
    List<Path> carried = world.carried.get(marked(part).id);
    return carried != null && carried.contains(pool.constant(SHARED))
        || contents(world, part.base).stream()
            .anyMatch(
                each -> each.base == null && !world.fresh.has(each.id) && fits(each, part.type));
  }

  /** What carries that a part is shared: of an array's elements it may be any. */
  private static Path marked(Path part) {
    return part.kind == Kind.INDEX ? part.base : part;
  }

  /** The world in which an object that nobody else can reach refers to another one. */
  World carriedBy(World world, Path holder, Path value) {
    if (value == null || value.kind == Kind.CONST || value.kind == Kind.NULL) {
      return world;
    }
    Path object = isStep(value) ? value.base : value;
    callbacksEscape(List.of(object));
    World next = locks.elements.perhapsFilled(world, object).copy();
    next.carry(holder, value);
    for (Path at = holder; !world.fresh.has(at.id); at = at.base) {
      next.carry(at.base, at);
    }
    for (Path each : alternatives(world, holder)) {
      next.carry(each, value);
    }
    return next;
  }

  /** The objects of which a joined value perhaps is one. */
  static Set<Path> alternatives(World world, Path value) {
    Set<Path> result = new LinkedHashSet<>();
    addAlternatives(world, value, result);
    return result;
  }

  private static void addAlternatives(World world, Path value, Set<Path> to) {
    List<Path> carried = world.carried.get(value.id);
    for (Path each : carried == null ? List.<Path>of() : carried) {
      if (isAlternative(each) && to.add(each.base)) {
        addAlternatives(world, each.base, to);
      }
    }
  }

  /** What a value carries that may be an object, or one that refers to that. */
  private Path found(World world, Path value, Path object) {
    boolean perhaps = !world.fresh.has(value.id) && fits(object, value.type);
    return pool.ghost(object, perhaps ? PERHAPS : ELEMENT);
  }

  /** Whether an object of its type can be one of that type. */
  private boolean fits(Path object, TypeMirror type) {
    return object.type != null
        && type != null
        && env.types.isSubtype(env.types.erasure(object.type), env.types.erasure(type));
  }

  /** The world in which the value may be what the holder refers to, or refer to that itself. */
  World readFrom(World world, Path holder, Path value) {
    Path from = Results.isView(holder) ? holder.base : holder;
    Set<Path> contents = contents(world, from);
    if (contents.isEmpty() || !env.mayReferToOthers(value.type)) {
      return world;
    }
    World next = world.copy();
    for (Path each : contents) {
      next.carry(value, found(world, value, each));
    }
    return next;
  }

  /** The world after a value was published, with everything it refers to. */
  World escaped(World world, Path value) {
    if (value == null) {
      return world;
    }
    if (isStep(value)) {
      return escaped(world, value.base);
    }
    Path path = identity.canonical(world, value);
    if (Results.isView(path)) {
      return escaped(world, path.base);
    }
    return path.kind == Kind.FIELD || path.kind == Kind.INDEX
        ? readAndEscaped(world, path)
        : escapedItself(world, path);
  }

  /** What a holder is not known to have elsewhere may be what was read from it. */
  private World readAndEscaped(World world, Path read) {
    if (!escaping.add(read)) {
      return world;
    }
    World next = escapedItself(world, read);
    if (unshared(world, read) != null) {
      next = next.copy();
      next.carry(marked(read), pool.constant(SHARED));
    }
    for (Path each : read.base == null ? Set.<Path>of() : contents(world, read.base)) {
      if (fits(each, read.type) && !isAnotherPart(each, read)) {
        next = escaped(next, each);
      }
    }
    escaping.remove(read);
    return next;
  }

  /** Whether what was read cannot be that part of the same object, or of those around it. */
  private boolean isAnotherPart(Path part, Path read) {
    return isMadeFor(read) ? part.kind != Kind.VALUE : isMadeFor(part) && part.base == read.base;
  }

  /** Whether it is what was created for a field, which no other one has. */
  private boolean isMadeFor(Path path) {
    return path.kind == Kind.FIELD && contracts.isMadeWithOwn((VariableElement) path.key);
  }

  private World escapedItself(World world, Path path) {
    callbacksEscape(List.of(path));
    World next = locks.elements.perhapsFilled(withoutAlternatives(world, path), path);
    List<Path> carried = world.carried.get(path.id);
    if (!world.fresh.has(path.id) && carried == null) {
      return next;
    }
    next = next.copy();
    next.fresh = next.fresh.remove(path.id);
    next.carried = next.carried.remove(path.id);
    return escaped(next, carried);
  }

  /** Nobody has a value alone that perhaps is the object, which others can reach. */
  private World withoutAlternatives(World world, Path object) {
    Path perhaps = pool.ghost(object, PERHAPS);
    List<Path> values = new ArrayList<>();
    world.carried.forEach(
        (id, each) -> {
          if (each.contains(perhaps) && world.fresh.has(id)) {
            values.add(pool.byId(id));
          }
        });
    World next = world;
    for (Path each : values) {
      next = next.copy();
      next.fresh = next.fresh.remove(each.id);
    }
    return next;
  }

  static boolean isAlternative(Path carried) {
    return carried.kind == Kind.GHOST && carried.key == PERHAPS;
  }

  /** Whether what is carried is reached by a step. */
  private static boolean isStep(Path carried) {
    return isAlternative(carried) || isElement(carried);
  }

  static boolean isElement(Path carried) {
    return carried.kind == Kind.GHOST && carried.key == ELEMENT;
  }

  /** What an object, or one that it perhaps is, refers to. */
  Set<Path> contents(World world, Path holder) {
    Set<Path> result = new LinkedHashSet<>();
    addContents(world, holder, result, new LinkedHashSet<>());
    return result;
  }

  /** The callbacks that a value refers to, or has as stages, may run at any later time. */
  void callbacksEscape(World world, Path value) {
    callbacksEscape(List.of(value));
    callbacksEscape(contents(world, value));
    Set<Path> pipelines = alternatives(world, value);
    pipelines.add(value);
    for (Path each : pipelines) {
      List<Path> stages = world.carried.get(each.id);
      callbacksEscape(stages == null ? List.of() : stages);
    }
  }

  private void addContents(World world, Path holder, Set<Path> to, Set<Path> seen) {
    if (!seen.add(holder)) {
      return;
    }
    List<Path> carried = world.carried.get(holder.id);
    for (Path each : carried == null ? List.<Path>of() : carried) {
      if (isAlternative(each)) {
        addContents(world, each.base, to, seen);
      } else if (each.kind != Kind.CONST
          && !Pipelines.isMark(each)
          && !isStage(world, holder, each)) {
        to.add(isStep(each) ? each.base : each);
      }
    }
    if ((holder.kind == Kind.FIELD || holder.kind == Kind.INDEX) && holder.base != null) {
      Set<Path> around = new LinkedHashSet<>();
      addContents(world, holder.base, around, seen);
      for (Path each : around) {
        if (fits(each, holder.type)) {
          addContents(world, each, to, seen);
        }
      }
      for (Path at = holder.base; at != null; at = at.base) {
        List<Path> within = world.carried.get(at.id);
        for (Path each : within == null ? List.<Path>of() : within) {
          if (isElement(each)) {
            to.add(each.base);
          }
        }
      }
    }
  }

  /** Whether it is a stage of a pipeline, and nothing that goes through it. */
  private static boolean isStage(World world, Path holder, Path carried) {
    return isCallback(carried) && holder.kind == Kind.VALUE && !world.fresh.has(holder.id);
  }

  /** The callbacks among these may run at any later time. */
  void callbacksEscape(Collection<Path> values) {
    for (Path value : values) {
      Callback callback = isCallback(value) ? callbacks.get((Tree) value.key) : null;
      if (callback != null) {
        callback.escaped = true;
      }
    }
  }

  /** Whether it is a callback that this body makes. */
  static boolean isCallback(Path value) {
    return value.kind == Kind.LAMBDA || isAnonymous(value);
  }

  /** Whether it is an object of an anonymous class that this body makes. */
  static boolean isAnonymous(Path value) {
    return value.kind == Kind.VALUE
        && value.key instanceof NewClassTree creation
        && creation.getClassBody() != null;
  }

  /** The world after all of these were published; null is none. */
  private World escaped(World world, Collection<Path> values) {
    World next = world;
    for (Path value : values == null ? List.<Path>of() : values) {
      next = escaped(next, value);
    }
    return next;
  }

  /**
   * Arguments become reachable for others, unless the callee is a stage of our own pipeline or runs
   * them inline.
   */
  void escapeOperands(CallSite site) {
    boolean ofContainer = scan.source(site.method) == null && contracts.isContainers(site.method);
    Map<Element, Set<Element>> ends = scan.publishing().of(site.method);
    for (int i = 0; i < site.count; i++) {
      if (site.contract.runsInline(i)
          || site.contract.defers(i)
          || scan.calledBack().isMerelyRun(site.method, i)) {
        continue;
      }
      int depth = site.count - 1 - i;
      boolean kept =
          site.contract.keeps()
              || site.isConstruction() && scan.fields().merelyKeeps(site.method, i);
      boolean borrowed = scan.borrowing().isBorrowed(site.method, i);
      if (ofContainer && site.contract.mutates(i)) {
        each(world -> filled(world, site.receiver(world), peek(world, depth)));
        continue;
      }
      boolean put = !kept && !borrowed && isPutInto(site.method, i, ends);
      boolean copied = site.onKeeper && KeptLocks.putsInAll(env, site.method, i);
      each(
          world ->
              copied
                  ? copied(world, peek(world, depth))
                  : put
                      ? changed(world, peek(world, depth))
                      : borrowed
                          ? borrowed(world, site, peek(world, depth))
                          : ofContainer
                              ? stored(world, site.receiver(world), peek(world, depth))
                              : escapeArgument(world, site, peek(world, depth), kept));
    }
    if (givesElements(site)
        || !site.isConstruction()
            && !ofContainer
            && !site.contract.isModelled()
            && contracts.componentField(site.method) == null
            && scan.member(site.method) == null) {
      each(world -> escapeCarried(world, site.receiver(world)));
    }
    if (site.contract.publishes()) {
      each(world -> escaped(world, site.receiver(world)));
    }
    if (!ends.isEmpty()) {
      each(world -> handedOn(world, ends, element -> operands(world, site, element)));
    }
  }

  /** The objects of a call that something in the callee's source stands for. */
  private List<Path> operands(World world, CallSite site, Element element) {
    if (element instanceof ExecutableElement) {
      return List.of(site.result);
    }
    Path receiver = site.receiver(world);
    if (element instanceof VariableElement parameter && !isField(parameter)) {
      List<Path> result = new ArrayList<>();
      for (int i : Publishing.at(site.method, parameter, site.count)) {
        result.add(peek(world, site.count - 1 - i));
      }
      return result;
    }
    return receiver == null
        ? List.of()
        : List.of(partOf(identity.canonical(world, receiver), element));
  }

  /** What a class, or one of its fields, stands for in the source that runs on the object. */
  private Path partOf(Path object, Element element) {
    return element instanceof VariableElement field ? pool.field(object, field) : object;
  }

  /** The world after code has put some of its objects into others, or handed them out. */
  private World handedOn(
      World world, Map<Element, Set<Element>> ends, Function<Element, List<Path>> objects) {
    World next = world;
    List<Path> out = new ArrayList<>();
    for (Map.Entry<Element, Set<Element>> each : ends.entrySet()) {
      for (Path what : objects.apply(each.getKey())) {
        for (Element end : each.getValue()) {
          if (what != null && end == null) {
            out.add(what);
          } else if (what != null && end instanceof ExecutableElement) {
            next = givenBack(next, objects.apply(end).get(0), what);
          } else if (what != null) {
            for (Path holder : objects.apply(end)) {
              next = putInto(next, holder, what, out);
            }
          }
        }
      }
    }
    return escaped(next, out);
  }

  /** The result of a call may be one of its operands, or refer to it. */
  private World givenBack(World world, Path result, Path what) {
    World next = world.copy();
    Path value = identity.canonical(world, what);
    callbacksEscape(List.of(value));
    next.carry(result, found(world, result, value));
    return next;
  }

  private World putInto(World world, Path into, Path what, List<Path> out) {
    Path value = identity.canonical(world, what);
    Path holder = into == null ? null : unshared(world, into);
    if (holder == value) {
      holder = into.kind == Kind.FIELD ? unshared(world, into.base) : holder;
    }
    if (holder != null) {
      return holder == value ? world : carriedBy(world, holder, element(value));
    }
    Path field = into == null ? null : identity.canonical(world, into);
    if (field != null
        && field.kind == Kind.FIELD
        && !isMadeFor(field)
        && unshared(world, field.base) != null) {
      // Others may have what the field has had; they do not have this object for all that.
      return carriedBy(carriedBy(world, field.base, field), field, element(value));
    }
    out.add(what);
    return world;
  }

  /** The world after initialisers have run on the object. */
  World initialised(World world, Path object, Map<Element, Set<Element>> ends) {
    return handedOn(world, ends, element -> List.of(partOf(object, element)));
  }

  /** Whether a call hands what its receiver has to a callback, now or later. */
  private static boolean givesElements(CallSite site) {
    for (int i = 0; i < site.count; i++) {
      if (site.contract.runsInline(i) || site.contract.defers(i)) {
        return true;
      }
    }
    return false;
  }

  /** The receiver, if nobody else can reach it, is one who can reach the argument from now on. */
  private World stored(World world, Path receiver, Path argument) {
    Path holder = argument == null ? null : unshared(world, receiver);
    return holder == null
        ? escaped(world, argument)
        : carriedBy(world, holder, element(identity.canonical(world, argument)));
  }

  /** What the container has is put into the argument too. */
  private World filled(World world, Path container, Path argument) {
    if (container == null || argument == null) {
      return world;
    }
    Path to = unshared(world, argument);
    World next = world;
    for (Path each : contents(world, identity.canonical(world, container))) {
      next = to == null ? escaped(next, each) : carriedBy(next, to, element(each));
    }
    return next;
  }

  private Path element(Path value) {
    return pool.ghost(value, ELEMENT);
  }

  /** A method that stands elsewhere, such as one that starts a thread, may publish these. */
  private World escapeCarried(World world, Path receiver) {
    Path holder = receiver == null ? null : identity.canonical(world, receiver);
    if (holder == null || holder == pool.self(self)) {
      return world;
    }
    Path from = Results.isView(holder) ? holder.base : holder;
    List<Path> carried = world.carried.get(from.id);
    boolean refers =
        unshared(world, from) != null
            || carried != null && carried.stream().anyMatch(Escapes::isStep);
    return refers ? escaped(world, contents(world, from)) : world;
  }

  /**
   * The callee keeps no reference to what it was lent: nobody else can reach that then, but for
   * what it refers to, which may also be something else now.
   */
  private World borrowed(World world, CallSite site, Path argument) {
    Path lent = argument == null ? null : identity.canonical(world, argument);
    List<Path> carried = lent == null ? null : world.carried.get(lent.id);
    if (carried != null && carried.stream().allMatch(Escapes::isAlternative)) {
      return world;
    }
    if (lent == null || !world.fresh.has(lent.id)) {
      return escapeArgument(world, site, argument, false);
    }
    World next = escaped(world, contents(world, lent)).copy();
    next.carry(lent, pool.constant(Results.COPY));
    return next;
  }

  /** Whether a call that runs just that body does no more with an argument than to keep it. */
  private boolean isPutInto(ExecutableElement method, int index, Map<Element, Set<Element>> ends) {
    List<? extends VariableElement> parameters = method.getParameters();
    if (scan.sourceOfEachCall(method) == null || index >= parameters.size()) {
      return false;
    }
    Set<Element> into = ends.get(parameters.get(index));
    return into != null && !into.contains(null);
  }

  /** The callee may have changed what the argument refers to. */
  private World changed(World world, Path argument) {
    Path object = argument == null ? null : identity.canonical(world, argument);
    if (object == null || !world.fresh.has(object.id)) {
      return world;
    }
    World next = world.copy();
    next.carry(object, pool.constant(Results.COPY));
    return next;
  }

  /** The callee keeps what the argument refers to, but not the argument. */
  private World copied(World world, Path argument) {
    return argument == null
        ? world
        : escaped(world, contents(world, identity.canonical(world, argument)));
  }

  private World escapeArgument(World world, CallSite site, Path argument, boolean kept) {
    if (argument == null) {
      return world;
    }
    if (kept && world.fresh.has(site.result.id)) {
      Path object = identity.canonical(world, argument);
      World next = locks.elements.perhapsFilled(world, object).copy();
      next.carry(site.result, object);
      return next;
    }
    return isHarmless(site.method) ? world : escaped(world, argument);
  }

  /** Methods that keep no reference to what they are given. */
  static boolean isHarmless(ExecutableElement method) {
    String type = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    return type.equals("java.util.Objects")
        || type.equals("java.lang.System")
        || type.equals("java.lang.String");
  }

  static boolean isField(VariableElement variable) {
    return variable.getKind() == ElementKind.FIELD
        || variable.getKind() == ElementKind.ENUM_CONSTANT;
  }

  /** The value just computed, where it is one object that nothing can change; else null. */
  private Path common() {
    Path value = common(st, world -> world.val);
    return value == null || value.isDefinite() ? value : null;
  }

  /** Makes the value of a lambda or method reference. */
  void callback(ExpressionTree tree) {
    Path value = pool.lambda(tree, type(tree));
    Callback callback = callbacks.computeIfAbsent(tree, each -> new Callback(each, self));
    if (tree instanceof MemberReferenceTree reference
        && !(element(reference.getQualifierExpression()) instanceof TypeElement)) {
      ExpressionTree object = reference.getQualifierExpression();
      int mark = reporter.mark();
      accesses.bound = Env.plain(object);
      eval(object);
      accesses.bound = null;
      callback.faulty |= reporter.mark() != mark;
      callback.receiver = common();
    }
    created(callback);
    List<Path> captured = new ArrayList<>();
    for (World world : st) {
      captured.addAll(captures(world, tree));
    }
    each(
        world -> {
          World next = world.withVal(value);
          if (!captured.isEmpty()) {
            next.carried = world.carried.put(value.id, List.copyOf(captured));
          }
          return next;
        });
  }

  /** Takes note of what is known where the callback is created. */
  void created(Callback callback) {
    for (World world : st) {
      callback.created =
          callback.created == null
              ? world
              : merge
                  .normalise(
                      new ArrayList<>(List.of(bare(callback.created), bare(world))), callback.tree)
                  .get(0);
    }
  }
}
