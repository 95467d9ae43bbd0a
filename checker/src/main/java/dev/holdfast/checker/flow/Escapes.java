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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Follows objects that nobody else can reach yet, and callbacks, until they escape. */
abstract class Escapes extends Checks {
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
    this.ownFields = new OwnFields(env, scan, contracts, pool);
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
        if (name.getName().contentEquals("this") || Env.isOfInstance(element)) {
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
    each(world -> stored(world, holderDepth > 0 ? peek(world, holderDepth) : null));
  }

  private World stored(World world, Path in) {
    Path holder = in == null ? null : identity.canonical(world, in);
    if (holder != null && world.fresh.has(holder.id)) {
      return unshared.carriedBy(world, holder, world.val);
    }
    World next = world;
    for (Path each : holder == null ? Set.<Path>of() : unshared.alternatives(world, holder)) {
      next = holdsOthers(next, each) ? unshared.opened(next, each) : next;
    }
    return unshared.escaped(next, world.val);
  }

  /** A callback may run at any later time. */
  @Override
  void published(Path value) {
    Callback callback = isCallback(value) ? callbacks.get((Tree) value.key) : null;
    if (callback != null) {
      callback.escaped = true;
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
      each(world -> Unshared.withNew(world, site.result));
    }
    for (int i = 0; i < site.count; i++) {
      if (site.contract.runsInline(i)
          || site.contract.defers(i)
          || scan.calledBack().isMerelyRun(site.method, i)) {
        continue;
      }
      int index = i;
      BiFunction<World, Path, World> does = doesWith(site, i);
      each(
          world -> {
            Path argument = site.operand(world, index);
            return argument == null ? world : does.apply(world, argument);
          });
    }
    if (site.isConstruction()) {
      if (keeps(site) && !containers.takesValues(site.method)) {
        each(world -> unshared.opened(world, site.result));
      }
    } else if (isAnyNew()) {
      each(world -> given(world, site));
    }
    if (!site.isConstruction() && !site.contract.isModelled() && scan.member(site.method) == null) {
      each(world -> escapeCarried(world, site.receiver(world)));
    }
    for (int each : scan.publishing().givenTo(site.method)) {
      each(world -> keptBy(world, site.receiver(world), peek(world, site.count - 1 - each)));
    }
    if (site.contract.publishes() || scan.publishing().of(site.method)) {
      each(world -> unshared.escaped(world, site.receiver(world)));
    }
  }

  /** What the call does with an argument. */
  private BiFunction<World, Path, World> doesWith(CallSite site, int index) {
    if (site.contract.keeps() && site.contract.mutates(index) && site.contract.runsAnyInline()) {
      return this::filled;
    }
    if (site.onKeeper && KeptLocks.putsInAll(env, site.method, index)) {
      return this::copied;
    }
    if (scan.borrowing().isBorrowed(site.method, index)) {
      return (world, argument) -> borrowed(world, site, argument);
    }
    boolean kept =
        site.isConstruction() && (scan.fields().merelyKeeps(site.method, index) || keeps(site));
    return (world, argument) -> handed(world, site, argument, holder(world, site, kept));
  }

  /** A method that stands elsewhere, such as one that starts a thread, may publish these. */
  private World escapeCarried(World world, Path receiver) {
    Path holder = receiver == null ? null : identity.canonical(world, receiver);
    World next = world;
    for (Path each : holder == null ? List.<Path>of() : unshared.possible(world, holder)) {
      boolean keeps =
          each == pool.self(self) || each.kind == Kind.LAMBDA || containers.own(next, each) != null;
      next = keeps ? next : unshared.escaped(next, Unshared.contents(next, each));
    }
    return next;
  }

  /** The world in which an object has another one, which the same ones can reach then. */
  private World keptBy(World world, Path object, Path holder) {
    Path by = holder == null ? null : identity.canonical(world, holder);
    if (by != null && Boolean.TRUE.equals(facts.isNull(world, by))) {
      return world;
    }
    return by != null && world.fresh.has(by.id)
        ? unshared.carriedBy(world, by, object)
        : unshared.escaped(world, object);
  }

  /**
   * The callee keeps no reference to what it was lent: nobody else can reach that then, but for
   * what it refers to, which may also be something else now.
   */
  private World borrowed(World world, CallSite site, Path argument) {
    Path lent = identity.canonical(world, argument);
    List<Path> carried = world.carried.get(lent.id);
    if (carried != null && carried.stream().allMatch(Unshared::isAlternative)) {
      return world;
    }
    return world.fresh.has(lent.id)
        ? unshared.lent(world, lent)
        : handed(world, site, argument, null);
  }

  /** The callee keeps what the argument refers to, but not the argument. */
  private World copied(World world, Path argument) {
    return unshared.escaped(world, Unshared.contents(world, identity.canonical(world, argument)));
  }

  /** What a callback fills has what that gives, which may be anything. */
  private World filled(World world, Path argument) {
    Path object = identity.canonical(world, argument);
    return world.fresh.has(object.id) ? unshared.opened(world, object) : world;
  }

  /** The callee may hand the argument on, unless there is one object that keeps it. */
  private World handed(World world, CallSite site, Path argument, Path holder) {
    if (holder != null) {
      return containers.isValue(argument)
          ? world
          : unshared.carriedBy(world, holder, identity.canonical(world, argument));
    }
    return site.contract.keeps() ? world : unshared.escaped(world, argument);
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
  private Path holder(World world, CallSite site, boolean kept) {
    if (kept || gives(site)) {
      return world.fresh.has(site.result.id) ? site.result : null;
    }
    Path container = containers.own(world, site);
    return container != null && !unshared.hasMore(world, container) && containers.takes(site.method)
        ? container
        : null;
  }

  /** What a container gives back is perhaps one of the objects that it has. */
  private World given(World world, CallSite site) {
    Path container = world.val == site.result ? containers.own(world, site) : null;
    return container != null
            && containers.takes(site.method)
            && containers.givesElement(site.method)
        ? unshared.perhapsOneOf(world, container, site.result)
        : world;
  }

  /** The container at hand, which a loop goes through; null where paths disagree. */
  Path iterated() {
    Path container = common(st, world -> world.val);
    if (container == null) {
      each(
          world -> {
            Path own = world.val == null ? null : identity.canonical(world, world.val);
            return own == null || !world.fresh.has(own.id) ? world : unshared.lent(world, own);
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
        : unshared.perhapsOneOf(world, holder, world.val);
  }

  /** Others may have what a container has, once a call gets a callback, or gives a view. */
  void lend(CallSite site) {
    if (!isAnyNew() || site.isConstruction() || Env.isStatic(site.method)) {
      return;
    }
    boolean inSight = scan.member(site.method) != null;
    if (inSight || !site.contract.isModelled()) {
      each(world -> lentParts(world, site, inSight));
    }
    each(world -> lentContainers(world, site));
  }

  private World lentContainers(World world, CallSite site) {
    Path receiver = site.receiver(world);
    Path object = receiver == null ? null : identity.canonical(world, receiver);
    if (object == null) {
      return world;
    }
    if (containers.own(world, object) != null) {
      return containers.merelyKeeps(site.method) ? world : unshared.lent(world, object);
    }
    World next = world;
    for (Path each : unshared.alternatives(world, object)) {
      boolean merelyAsked =
          containers.takesValues(site.method) && containers.merelyKeeps(site.method);
      next = merelyAsked || !holdsOthers(next, each) ? next : unshared.lent(next, each);
    }
    return next;
  }

  private boolean isAnyNew() {
    for (World world : st) {
      if (!world.fresh.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A method in sight may hand on what the containers have to which its object leads. */
  private World lentParts(World world, CallSite site, boolean inSight) {
    Path receiver = site.receiver(world);
    Path object = receiver == null ? null : identity.canonical(world, receiver);
    boolean isOwn = object == pool.self(self);
    if (object == null || !world.fresh.has(object.id) || !isOwn && !inSight) {
      return world;
    }
    World next = world;
    for (Path each : Unshared.contents(world, object)) {
      if (holdsOthers(next, each) && (!isOwn || ownFields.mayUse(site.method, each))) {
        next = unshared.lent(next, each);
      }
    }
    return next;
  }

  /** Whether it is an own container, or an array. */
  boolean holdsOthers(World world, Path object) {
    return world.fresh.has(object.id)
        && (Unshared.isArray(object) || containers.own(world, object) != null);
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
