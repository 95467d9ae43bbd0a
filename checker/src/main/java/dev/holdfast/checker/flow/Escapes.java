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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Follows objects that nobody else can reach yet, and callbacks, until they escape. */
abstract class Escapes extends Checks {
  /** The step from an object to where a joined value, which perhaps is that object, carries it. */
  static final String PERHAPS = "perhaps";

  /** A lambda, method reference or anonymous class that was created, and when. */
  static final class Callback {
    final Tree tree;

    /** The class that {@code this} is of in it. */
    final TypeElement self;

    /** What is known where it is created. */
    World created;

    /** Whether that is to be noted anew, beside what was known before. */
    private boolean renewed;

    private World before;
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

    /** What is known where it is created, but for what is to be noted anew. */
    World known() {
      return renewed ? before : created;
    }

    /** That, and what is noted from now on, is all that is known then. */
    void renew(World known) {
      before = known;
      renewed = true;
    }

    /** Something is about to be noted. */
    void settle() {
      created = known();
      renewed = false;
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

  /** What both lists have at the same index; null where they differ. */
  static List<Path> alike(List<Path> one, List<Path> other) {
    List<Path> result = new ArrayList<>();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      result.add(one.get(i) == other.get(i) ? one.get(i) : null);
    }
    return result;
  }

  final OwnFields ownFields;

  Escapes(BodyContext context) {
    super(context);
    this.ownFields = new OwnFields(scan, contracts, pool);
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
    if (world.fresh.isEmpty() && (!ofClass || callbacks.isEmpty())) {
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
            addFresh(identity.canonical(world, value));
          }
        }
        return null;
      }

      private void addFresh(Path path) {
        boolean counts = world.fresh.has(path.id) || ofClass && path.kind == Kind.LAMBDA;
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
          Path holder = holderDepth > 0 ? peek(world, holderDepth) : null;
          if (holder != null && world.fresh.has(identity.canonical(world, holder).id)) {
            return carriedBy(world, identity.canonical(world, holder), world.val);
          }
          return escaped(world, world.val);
        });
  }

  /** The world after a value was published, with everything it refers to. */
  World escaped(World world, Path value) {
    return value == null
        ? world
        : world.fresh.isEmpty() && world.carried.isEmpty() && !isCallback(value)
            ? locks.elements.perhapsFilled(world, identity.canonical(world, value))
            : escaped(world, List.of(value));
  }

  /**
   * The world after all of these were published, with everything that they refer to; null is none.
   */
  World escaped(World world, Collection<Path> values) {
    World next = world;
    List<Path> alternatives = new ArrayList<>();
    Deque<Path> left = new ArrayDeque<>(values == null ? List.of() : values);
    Set<Path> seen = new HashSet<>();
    while (!left.isEmpty()) {
      Path value = left.remove();
      Path path = identity.canonical(next, isAlternative(value) ? value.base : value);
      if (seen.add(path)) {
        callbacksEscape(List.of(path));
        left.addAll(next.carried.has(path.id) ? next.carried.get(path.id) : List.of());
        left.addAll(partsOfUnknown(next, path));
        next = escapedItself(next, path);
        if (pool.hasGhost(path, PERHAPS)) {
          alternatives.add(pool.ghost(path, PERHAPS));
        }
      }
    }
    return alternatives.isEmpty() ? next : withoutJoined(next, alternatives);
  }

  /** The world in which values that may be one of those are no longer new. */
  private static World withoutJoined(World world, List<Path> alternatives) {
    World next = world.copy();
    world.carried.forEach(
        (id, each) -> {
          if (next.fresh.has(id) && !Collections.disjoint(each, alternatives)) {
            next.fresh = next.fresh.remove(id);
          }
        });
    return next;
  }

  /** What a holder is not known to have elsewhere may be what was read from it. */
  private List<Path> partsOfUnknown(World world, Path read) {
    return isPart(read) && read.base != null && !world.fresh.has(read.id)
        ? parts(world, read)
        : List.of();
  }

  private World escapedItself(World world, Path path) {
    World filled = locks.elements.perhapsFilled(world, path);
    if (!world.fresh.has(path.id) && !world.carried.has(path.id)) {
      return filled;
    }
    World next = filled.copy();
    next.fresh = world.fresh.remove(path.id);
    next.carried = world.carried.remove(path.id);
    return next;
  }

  /** The world in which an object that nobody else can reach refers to another one. */
  World carriedBy(World world, Path holder, Path value) {
    if (value == null) {
      return world;
    }
    Path object = identity.canonical(world, value);
    World next = locks.elements.perhapsFilled(world, object).copy();
    Deque<Path> holders = new ArrayDeque<>(List.of(holder));
    Set<Path> seen = new HashSet<>();
    while (!holders.isEmpty()) {
      Path each = holders.remove();
      if (seen.add(each)) {
        if (!world.follows(each)) {
          return escaped(opened(next, each), value);
        }
        next.carry(each, value);
        holders.addAll(perhaps(world, each));
      }
    }
    return next;
  }

  /** The objects of which a joined value perhaps is one. */
  static List<Path> perhaps(World world, Path value) {
    List<Path> carried = world.carried.get(value.id);
    return carried == null
        ? List.of()
        : carried.stream().filter(Escapes::isAlternative).map(each -> each.base).toList();
  }

  static boolean isAlternative(Path carried) {
    return carried.kind == Kind.GHOST && carried.key == PERHAPS;
  }

  /** What an object, or one that it perhaps is, refers to. */
  static Set<Path> contents(World world, Path holder) {
    Set<Path> result = new LinkedHashSet<>();
    Set<Path> seen = new LinkedHashSet<>();
    addContents(world, holder, result, seen);
    return result;
  }

  private static void addContents(World world, Path holder, Set<Path> to, Set<Path> seen) {
    List<Path> carried = world.carried.get(holder.id);
    for (Path each : carried == null || !seen.add(holder) ? List.<Path>of() : carried) {
      if (isAlternative(each)) {
        addContents(world, each.base, to, seen);
      } else {
        to.add(each);
      }
    }
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

  /**
   * Arguments become reachable for others, unless the callee is a stage of our own pipeline or runs
   * them inline.
   */
  void escapeOperands(CallSite site) {
    if (gives(site)) {
      each(world -> withNew(world, site.result));
    }
    for (int i = 0; i < site.count; i++) {
      if (site.contract.runsInline(i)
          || site.contract.defers(i)
          || scan.calledBack().isMerelyRun(site.method, i)) {
        continue;
      }
      int depth = site.count - 1 - i;
      boolean kept =
          site.isConstruction() && (scan.fields().merelyKeeps(site.method, i) || keeps(site));
      boolean borrowed = scan.borrowing().isBorrowed(site.method, i);
      boolean copied = site.onKeeper && KeptLocks.putsInAll(env, site.method, i);
      boolean put = containers.takes(site.method);
      boolean filled = site.contract.mutates(i) && site.contract.runsAnyInline();
      each(
          world ->
              filled && site.contract.keeps()
                  ? filled(world, peek(world, depth))
                  : copied
                      ? copied(world, peek(world, depth))
                      : borrowed
                          ? borrowed(world, site, peek(world, depth))
                          : escapeArgument(
                              world, site, peek(world, depth), holder(world, site, kept, put)));
    }
    if (site.isConstruction()) {
      if (keeps(site) && !containers.takesValues(site.method)) {
        each(world -> opened(world, site.result));
      }
    } else if (containers.takes(site.method) && containers.givesElement(site.method)) {
      each(world -> given(world, site));
    }
    if (!site.isConstruction() && !site.contract.isModelled() && scan.member(site.method) == null) {
      each(world -> escapeCarried(world, site.receiver(world)));
    }
    for (int each : scan.publishing().givenTo(site.method)) {
      each(world -> keptBy(world, site.receiver(world), peek(world, site.count - 1 - each)));
    }
    if (site.contract.publishes() || scan.publishing().of(site.method)) {
      each(world -> escaped(world, site.receiver(world)));
    }
  }

  /** A method that stands elsewhere, such as one that starts a thread, may publish these. */
  private World escapeCarried(World world, Path receiver) {
    Path holder = receiver == null ? null : identity.canonical(world, receiver);
    World next = world;
    for (Path each : holder == null ? List.<Path>of() : possible(world, holder)) {
      boolean keeps = each == pool.self(self) || containers.own(next, each) != null;
      next = keeps ? next : escaped(next, contents(next, each));
    }
    return next;
  }

  /** The world in which an object has another one, which the same ones can reach then. */
  private World keptBy(World world, Path object, Path holder) {
    Path by = holder == null ? null : identity.canonical(world, holder);
    return by != null && world.fresh.has(by.id)
        ? carriedBy(world, by, object)
        : escaped(world, object);
  }

  /** The objects, which nobody else can reach, that a value may be. */
  private List<Path> possible(World world, Path value) {
    if (world.fresh.has(value.id)) {
      return List.of(value);
    }
    return isPart(value) && value.base != null ? parts(world, value) : perhaps(world, value);
  }

  private static boolean isPart(Path value) {
    return value.kind == Kind.FIELD || value.kind == Kind.INDEX;
  }

  /** What an object refers to that one of its fields or elements, by its type, may have. */
  private List<Path> parts(World world, Path part) {
    Set<Path> held = new LinkedHashSet<>(contents(world, part.base));
    if (isPart(part.base) && part.base.base != null) {
      parts(world, part.base).forEach(each -> held.addAll(contents(world, each)));
    }
    List<Path> result = new ArrayList<>();
    for (Path each : held) {
      if (each.type != null
          && part.type != null
          && env.types.isSubtype(env.types.erasure(each.type), env.types.erasure(part.type))) {
        result.add(each);
      }
    }
    return result;
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
      return escapeArgument(world, site, argument, null);
    }
    return lent(world, lent);
  }

  /** The callee keeps what the argument refers to, but not the argument. */
  private World copied(World world, Path argument) {
    return argument == null
        ? world
        : escaped(world, contents(world, identity.canonical(world, argument)));
  }

  /** What a callback fills has what that gives, which may be anything. */
  private World filled(World world, Path argument) {
    Path object = argument == null ? null : identity.canonical(world, argument);
    return object == null || !world.fresh.has(object.id) ? world : opened(world, object);
  }

  private World escapeArgument(World world, CallSite site, Path argument, Path holder) {
    if (argument == null) {
      return world;
    }
    if (holder != null) {
      return containers.isValue(argument)
          ? world
          : carriedBy(world, holder, identity.canonical(world, argument));
    }
    return site.contract.keeps() ? world : escaped(world, argument);
  }

  /** Whether a model says that the object that is made keeps what the constructor is given. */
  private boolean keeps(CallSite site) {
    return site.tree instanceof NewClassTree made
        && made.getClassBody() == null
        && contracts.keeps(site.method);
  }

  /** Whether the result is a new object, which keeps what the call is given. */
  private boolean gives(CallSite site) {
    return site.contract.keeps()
        && Env.isStatic(site.method)
        && site.contract.returns() == null
        && !containers.givesValue(site.method);
  }

  /** The only object that the call lets keep an argument; null where others may have it then. */
  private Path holder(World world, CallSite site, boolean kept, boolean put) {
    if (kept || gives(site)) {
      return world.fresh.has(site.result.id) ? site.result : null;
    }
    Path container = put ? containers.own(world, site) : null;
    return container != null && containers.isClosed(world, container) ? container : null;
  }

  /** What a container gives back is perhaps one of the objects that it has. */
  private World given(World world, CallSite site) {
    Path container = containers.own(world, site);
    if (container == null || world.val != site.result) {
      return world;
    }
    return perhapsOneOf(world, container, site.result);
  }

  /** The container at hand, which a loop goes through; null where paths disagree. */
  Path iterated() {
    Path container = common(st, world -> world.val);
    if (container == null) {
      each(
          world -> {
            Path own = world.val == null ? null : identity.canonical(world, world.val);
            return own == null || !world.fresh.has(own.id) ? world : lent(world, own);
          });
    }
    return container;
  }

  /** The world in which the value at hand is an element of a container, nobody knows which. */
  World elementOf(World world, Path container) {
    Path holder = container == null ? null : identity.canonical(world, container);
    return holder == null
            || world.val == null
            || !world.fresh.has(holder.id) && !world.carried.has(holder.id)
        ? world
        : perhapsOneOf(world, holder, world.val);
  }

  private World perhapsOneOf(World world, Path holder, Path value) {
    World next = world.copy();
    for (Path each : contents(world, holder)) {
      next.carry(value, pool.ghost(each, PERHAPS));
    }
    if (world.fresh.has(holder.id) && hasNewOnly(world, holder)) {
      next.fresh = next.fresh.put(value.id, value);
    }
    return next;
  }

  /** Others may have what a container has, once a call gets a callback, or gives a view. */
  void lend(CallSite site) {
    if (scan.member(site.method) != null && !Env.isStatic(site.method)) {
      each(world -> lentFields(world, site.method));
    }
    if (!containers.takes(site.method)
        || !containers.givesValue(site.method) && !containers.givesElement(site.method)) {
      each(
          world -> {
            Path container = containers.own(world, site);
            return container == null ? world : lent(world, container);
          });
    }
  }

  /** A method of the object that is being made may hand on what its fields have. */
  private World lentFields(World world, ExecutableElement callee) {
    World next = world;
    List<Path> carried = world.carried.get(pool.self(self).id);
    for (Path each : carried == null ? List.<Path>of() : carried) {
      if (isOwnField(next, each) && ownFields.mentionedBy(callee).contains((Element) each.key)) {
        next = lent(next, each);
      }
    }
    return next;
  }

  private boolean isOwnField(World world, Path object) {
    return object.kind == Kind.FIELD
        && world.fresh.has(object.id)
        && (isArray(object) || containers.own(world, object) != null);
  }

  private World lent(World world, Path object) {
    return opened(escaped(world, contents(world, object)), object);
  }

  private static World withNew(World world, Path object) {
    World next = world.copy();
    next.fresh = world.fresh.put(object.id, object);
    next.carried = world.carried.remove(object.id);
    return next;
  }

  /** The world in which an object may have more than is known. */
  private World opened(World world, Path object) {
    World next = world.copy();
    if (object.kind == Kind.FIELD) {
      next.fresh = world.fresh.remove(object.id);
      return next;
    }
    next.carry(object, pool.constant(Results.COPY));
    return next;
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

  /** What is known so far where callbacks are created. */
  Map<Callback, World> knownOfCreated() {
    Map<Callback, World> result = new HashMap<>();
    callbacks.values().forEach(callback -> result.put(callback, callback.known()));
    return result;
  }

  /** What was noted since then gives way to what is noted from now on, as it is part of that. */
  void renewCreated(Map<Callback, World> known) {
    callbacks.values().forEach(callback -> callback.renew(known.get(callback)));
  }

  /** Takes note of what is known where the callback is created. */
  void created(Callback callback) {
    for (World world : st) {
      callback.settle();
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
