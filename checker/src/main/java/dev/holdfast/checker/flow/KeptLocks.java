package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Follows locks that are held of the elements of a local collection. Of an empty one they all are;
 * an object that is put in while its lock is held leaves it so, and one that is taken out takes its
 * hold along.
 */
final class KeptLocks {
  /** Where a call puts an object that is the same throughout. */
  record Place(Tree call, Path object) {}

  private static final String EMPTY = "is empty";

  private final Calls calls;
  private final Tree body;
  private final PathPool pool;
  private final Identity identity;
  private final Renaming renaming;
  private Keepers keepers;

  /** For the calls in a body. */
  KeptLocks(Calls calls, Tree body) {
    this.calls = calls;
    this.body = body;
    this.pool = calls.pool;
    this.identity = calls.identity;
    this.renaming = calls.renaming;
  }

  private Keepers keepers() {
    if (keepers == null) {
      keepers = new Keepers(calls.env, body, calls::element, calls::contractOf, calls.scan::source);
    }
    return keepers;
  }

  /** Whether it may be a keeper, or an iterator over one: of most bodies nobody asks which are. */
  private boolean mayConcern(ExpressionTree expression) {
    Element named = expression == null ? null : calls.element(Env.plain(expression));
    return named instanceof VariableElement variable
        && (!Escapes.isField(variable) || calls.env.isA(variable.asType(), "java.util.Iterator"));
  }

  /** Takes note of what the call is on. */
  void concern(CallSite site, ExpressionTree receiver) {
    if (!mayConcern(receiver)) {
      return;
    }
    site.onIterator = keepers().isIterator(receiver);
    site.onKeeper = site.onIterator || keepers().isKeeper(receiver);
    if (site.onKeeper) {
      site.elementType = calls.sweeps.elementType(receiver);
    }
  }

  /** Whether it is an element that is used as it is taken from a collection: there is one. */
  boolean isGiven(ExpressionTree expression) {
    return Env.plain(expression) instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && mayConcern(select.getExpression())
        && keepers().isKeeper(select.getExpression());
  }

  /** A new collection has no elements; the value at hand is what was created. */
  void created(NewClassTree tree) {
    if (isNewCollection(tree) && !keepers().isEmpty()) {
      calls.each(world -> emptied(world, world.val));
    }
  }

  /** Whether it makes a collection without elements. */
  private boolean isNewCollection(NewClassTree tree) {
    return tree.getClassBody() == null
        && calls.env.isA(calls.type(tree), "java.util.Collection")
        && tree.getArguments().stream().allMatch(each -> calls.type(each).getKind().isPrimitive());
  }

  /** What a call does to a collection, and to the locks of its elements; gives its value. */
  void call(CallSite site) {
    TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
    Path place = calls.evaluation(List.of(site.tree, "place"), number);
    calls.evaluation(new Sweep.Cursor(site.tree, false, null), number);
    List<World> result = new ArrayList<>();
    for (World world : calls.st) {
      Path receiver = site.receiver(world);
      Path collection = receiver == null ? null : identity.canonical(world, receiver);
      if (collection == null || !isFollowed(world, collection)) {
        World changed = site.contract.mutates() ? calls.changed(world, receiver) : world;
        result.add(calls.results.give(changed, site));
      } else {
        call(calls.results.give(world, site), site, collection, place, result);
      }
    }
    calls.st = result;
  }

  private boolean isFollowed(World world, Path collection) {
    return collection.isDefinite() && (world.fresh.has(collection.id) || isOfCallers(collection));
  }

  /**
   * Whether the callers of a helper gave it the collection, and are to hold its elements' locks.
   */
  private boolean isOfCallers(Path collection) {
    return calls.infers && collection.kind == Kind.PARAM;
  }

  /** The fact that the collection has no elements. */
  private static Path emptiness(PathPool pool, Path collection) {
    return pool.call(collection, EMPTY, List.of(), null);
  }

  /** The facts without that. */
  static IntMap<Fact> withoutEmptiness(PathPool pool, IntMap<Fact> facts, Path collection) {
    return facts.remove(emptiness(pool, collection).id);
  }

  /** Whether the collection surely has no elements. */
  static boolean isEmpty(PathPool pool, World world, Path collection) {
    return world.facts.get(emptiness(pool, collection).id) == Fact.TRUE;
  }

  /** Adds the worlds after a call on the collection; its value is the one at hand. */
  private void call(World world, CallSite site, Path collection, Path place, List<World> to) {
    ExecutableElement method = site.method;
    if (site.contract.mutates()) {
      world = calls.locks.elements.prefixes.resized(world, collection);
    }
    if (site.onIterator) {
      iterate(world, site, collection, to);
      return;
    }
    if (!site.contract.mutates()) {
      ask(world, site, collection, place, to);
      return;
    }
    World next = world;
    boolean putsIn = false;
    for (int i = 0; i < site.count; i++) {
      Path argument = Machine.peek(next, site.count - 1 - i);
      if (putsIn(method, i) && argument != null) {
        putsIn = true;
        Path object = identity.canonical(next, argument);
        next =
            put(next, collection, object, place(site, object, place), site.elementType, site.tree);
      } else if (argument != null && putsInAll(calls.env, method, i)) {
        putsIn = true;
        next = putAll(next, collection, identity.canonical(next, argument), site.elementType);
      } else if (replaces(method, i)) {
        putsIn = true;
        next = putAll(next, collection, null, site.elementType);
      }
    }
    if (givesElement(method) && !putsIn && isUnknown(world, collection)) {
      to.add(takenFromCallers(world, collection, site));
    } else if (givesElement(method) && !putsIn) {
      if (world.facts.get(emptiness(pool, collection).id) != Fact.FALSE) {
        to.add(emptied(world, collection).withVal(pool.nullValue()));
      }
      if (!isEmpty(world, collection)) {
        to.add(takenOut(world, collection, identity.canonical(world, site.result)));
      }
    } else if (putsIn) {
      to.add(next);
    } else {
      to.add(
          site.count == 0
              ? forgotten(world, collection, site.elementType)
              : lost(world, collection));
    }
  }

  /** Where an object is put: one that is the same throughout has one place. */
  private Path place(CallSite site, Path object, Path latest) {
    return switch (object.kind) {
      case THIS, PARAM, LOCAL -> pool.value(new Place(site.tree, object), latest.type);
      default -> latest;
    };
  }

  private void ask(World world, CallSite site, Path collection, Path place, List<World> to) {
    if (givesElement(site.method)) {
      boolean known = world.val.kind == Kind.INDEX && world.val.base == collection;
      if (!isEmpty(world, collection)) {
        to.add(known ? world : world.withVal(pool.index(collection, place, site.elementType)));
      }
    } else if (site.count == 0 && site.method.getReturnType().getKind() == TypeKind.BOOLEAN) {
      to.add(emptied(world, collection).withVal(pool.constant(true)));
      if (!isEmpty(world, collection)) {
        to.add(
            world.withFact(emptiness(pool, collection), Fact.FALSE).withVal(pool.constant(false)));
      }
    } else {
      boolean iterates = calls.env.isA(site.method.getReturnType(), "java.util.Iterator");
      to.add(iterates ? world.withVal(collection) : world);
    }
  }

  /** An iterator stands for the collection: what it gives counts as taken out. */
  private void iterate(World world, CallSite site, Path collection, List<World> to) {
    boolean asks = site.method.getReturnType().getKind() == TypeKind.BOOLEAN;
    if (asks) {
      to.add(withoutLocks(world, collection).withVal(pool.constant(false)));
    }
    if (asks && !isEmpty(world, collection)) {
      to.add(world.withVal(pool.constant(true)));
    } else if (!asks && givesElement(site.method)) {
      to.add(
          isUnknown(world, collection)
              ? takenFromCallers(world, collection, site)
              : takenOut(world, collection, identity.canonical(world, site.result)));
    } else if (!asks) {
      to.add(world);
    }
  }

  /** The world in which nobody knows which elements the collection has left. */
  private World lost(World world, Path collection) {
    World result = excused(world, lock -> isOfElements(lock, collection));
    result.facts = withoutEmptiness(pool, world.facts, collection);
    return result;
  }

  private World excused(World world, Predicate<Path> which) {
    World result = world.copy();
    world.holds.forEach(
        (id, hold) -> {
          if (which.test(pool.byId(id))) {
            result.holds = result.holds.put(id, hold.excuse());
          }
        });
    return result;
  }

  /** The world after a helper has left no elements in a collection. */
  World cleared(World world, Path argument, TypeMirror type) {
    Path collection = argument == null ? null : identity.canonical(world, argument);
    return collection != null && isFollowed(world, collection)
        ? forgotten(world, collection, type)
        : world;
  }

  /** The world in which it has no elements any more, and nothing else has them. */
  private World forgotten(World world, Path collection, TypeMirror type) {
    World result = world;
    for (Path object : ownNames(world, collection).values()) {
      result = takenOut(result, collection, object);
    }
    if (result != world) {
      result = excused(result, lock -> isOfElements(lock, collection));
    }
    return renaming
        .age(withoutElements(result, collection), pool.index(collection, pool.every(), type))
        .withFact(emptiness(pool, collection), Fact.TRUE);
  }

  /** The world in which what was an element of the collection goes by its own name again. */
  private World withoutElements(World world, Path collection) {
    World result = world;
    for (Map.Entry<Path, Path> each : ownNames(world, collection).entrySet()) {
      Path own = each.getValue();
      World next = renaming.rename(result, each.getKey(), own);
      next.equal = next.equal.remove(own.id);
      world.ended.forEach(
          (id, end) -> {
            Path lock = pool.byId(id);
            if (isOfElements(lock, collection)) {
              Path ended = pool.replace(lock, Elements.several(lock), own);
              next.ended = next.ended.put(ended.id, new Ended(end.site(), ended, end.since()));
            }
          });
      result = next;
    }
    return result;
  }

  /** What the elements of the collection that have a name were called before they were put in. */
  private Map<Path, Path> ownNames(World world, Path collection) {
    Map<Path, Path> result = new LinkedHashMap<>();
    world.equal.forEach(
        (id, name) -> {
          Path own = pool.byId(id);
          if (name.kind == Kind.INDEX && name.base == collection && own.isDefinite()) {
            result.putIfAbsent(name, own);
          }
        });
    return result;
  }

  /** Whether it is there, and surely has no elements. */
  boolean isEmpty(World world, Path collection) {
    return collection != null && isEmpty(pool, world, collection);
  }

  /** The world in which it has no elements. */
  private World emptied(World world, Path collection) {
    return withoutLocks(world, collection).withFact(emptiness(pool, collection), Fact.TRUE);
  }

  private World withoutLocks(World world, Path collection) {
    World result = world.copy();
    result.holds = world.holds.without((id, hold) -> isOfElements(pool.byId(id), collection));
    return result;
  }

  /** Whether a lock is that of every, or of some elements of the collection. */
  private static boolean isOfElements(Path lock, Path collection) {
    Path step = Elements.several(lock);
    return step != null && step.base == collection;
  }

  /** Whether the call puts its argument into the collection that it is called on. */
  private static boolean putsIn(ExecutableElement method, int argument) {
    return argument < method.getParameters().size()
        && isElementType(method, method.getParameters().get(argument).asType());
  }

  /**
   * Whether the call puts the elements of its argument into the collection that it is called on.
   */
  static boolean putsInAll(Env env, ExecutableElement method, int argument) {
    TypeMirror type =
        argument < method.getParameters().size()
            ? method.getParameters().get(argument).asType()
            : null;
    return type instanceof DeclaredType all
        && env.isA(type, "java.util.Collection")
        && all.getTypeArguments().size() == 1
        && all.getTypeArguments().get(0) instanceof WildcardType some
        && some.getExtendsBound() != null
        && isElementType(method, some.getExtendsBound());
  }

  /** Whether the call puts in what a callback makes of the elements. */
  private boolean replaces(ExecutableElement method, int argument) {
    return argument < method.getParameters().size()
        && method.getParameters().get(argument).asType() instanceof DeclaredType type
        && calls.env.isA(type, "java.util.function.UnaryOperator")
        && isElementType(method, type.getTypeArguments().get(0));
  }

  /** Whether what the call gives is an element of the collection that it is called on. */
  private static boolean givesElement(ExecutableElement method) {
    return isElementType(method, method.getReturnType());
  }

  private static boolean isElementType(ExecutableElement method, TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR
        && ((TypeVariable) type).asElement().getEnclosingElement() == method.getEnclosingElement();
  }

  /**
   * The world after the object was put into the collection, as the element at a place that is new.
   */
  private World put(
      World before, Path collection, Path added, Path place, TypeMirror type, Tree site) {
    boolean wasEmpty = isEmpty(before, collection);
    World world = wasEmpty ? withoutElements(before, collection) : before;
    Path object = wasEmpty ? ownNames(before, collection).getOrDefault(added, added) : added;
    Path every = pool.index(collection, pool.every(), type);
    Map<Path, Hold> taken = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (!hold.entry() && hold.stamp() == null && lock.contains(object)) {
            taken.put(pool.replace(lock, object, every), hold);
          }
        });
    if (isOfCallers(collection)) {
      taken.replaceAll((lock, hold) -> hold.asOnEntry());
      taken.forEach((lock, hold) -> calls.inference.noteKept(site, lock, hold.mode()));
    }
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    if (isUnlike(world, collection, taken, wasEmpty)) {
      // Not all elements are alike: a release of all of them is to be told of, and no more.
      return renaming.age(
          excused(result, lock -> isOfElements(lock, collection) || lock.contains(object)), every);
    }
    Path element = pool.index(collection, place, type);
    result = identity.rename(result, object, element);
    for (Map.Entry<Path, Hold> each : taken.entrySet()) {
      result.holds =
          result
              .holds
              .remove(pool.replace(each.getKey(), every, element).id)
              .put(each.getKey().id, each.getValue());
      result.ended = result.ended.remove(each.getKey().id);
    }
    return result;
  }

  /** Whether what is added is locked otherwise than the elements that there are, or not at all. */
  private boolean isUnlike(World world, Path collection, Map<Path, Hold> taken, boolean wasEmpty) {
    if (wasEmpty) {
      return taken.isEmpty();
    }
    Map<Path, Hold> kept = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          if (isOfElements(pool.byId(id), collection)) {
            kept.put(pool.byId(id), hold);
          }
        });
    return !kept.equals(taken) && !(isOfCallers(collection) && kept.isEmpty());
  }

  /**
   * The world after all elements of another collection were put in; those of null are others than
   * any. If all their locks are held, they are so as those of this collection's from then on.
   */
  private World putAll(World before, Path collection, Path from, TypeMirror type) {
    if (isEmpty(before, from)) {
      return before;
    }
    boolean wasEmpty = isEmpty(before, collection);
    World world = wasEmpty ? withoutElements(before, collection) : before;
    Path every = pool.index(collection, pool.every(), type);
    Map<Path, Hold> taken = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          Path step = Elements.several(lock);
          if (step != null
              && step.base != collection
              && step.base == from
              && step.args.get(0) == pool.every()
              && !hold.entry()) {
            taken.put(pool.replace(lock, step, every), hold);
          }
        });
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    if (isUnlike(world, collection, taken, wasEmpty)) {
      return renaming.age(
          excused(
              result,
              lock -> isOfElements(lock, collection) || from != null && isOfElements(lock, from)),
          every);
    }
    for (Path name : ownNames(world, from).keySet()) {
      result = renaming.rename(result, name, pool.replace(name, from, collection));
    }
    result = withoutLocks(result, from);
    for (Map.Entry<Path, Hold> each : taken.entrySet()) {
      result.holds = result.holds.put(each.getKey().id, each.getValue());
      result.ended = result.ended.remove(each.getKey().id);
    }
    return result;
  }

  /** Whether callers gave the collection, and no locks of its elements are known to be held. */
  private boolean isUnknown(World world, Path collection) {
    return isOfCallers(collection)
        && !world.holds.any((id, hold) -> isOfElements(pool.byId(id), collection));
  }

  /** The world after a call took out some element, if there was one. */
  private World takenFromCallers(World world, Path collection, CallSite site) {
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
    Path place = pool.value(new Sweep.Cursor(site.tree, false, null), number);
    return result.withVal(pool.index(collection, place, site.elementType));
  }

  /** The world after an element was taken out: its locks are held as those of every element are. */
  private World takenOut(World world, Path collection, Path object) {
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (isOfElements(lock, collection)) {
            result.facts = result.facts.put(object.id, Fact.NON_NULL);
            Path own = pool.replace(lock, Elements.several(lock), object);
            result.holds = result.holds.put(own.id, hold);
            result.ended = result.ended.remove(own.id);
          }
        });
    return result;
  }
}
