package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;
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

  private final Calls calls;
  private final Tree body;
  private final PathPool pool;
  private final Identity identity;
  final KeptElements elements;
  private Keepers keepers;

  /** For the calls in a body. */
  KeptLocks(Calls calls, Tree body) {
    this.calls = calls;
    this.body = body;
    this.pool = calls.pool;
    this.identity = calls.identity;
    this.elements = new KeptElements(calls);
  }

  private Keepers keepers() {
    if (keepers == null) {
      keepers = new Keepers(calls.env, body, calls::element, calls::contractOf, calls.scan::source);
    }
    return keepers;
  }

  /**
   * Whether it may be a keeper, or an iterator over one: finding those of a body asks for the
   * contracts of all that it calls.
   */
  private boolean mayConcern(ExpressionTree expression) {
    Element named = expression == null ? null : calls.element(Env.plain(expression));
    return named instanceof VariableElement variable
        && (calls.env.isA(variable.asType(), "java.util.Iterator")
            || !Escapes.isField(variable)
                && calls.env.isA(variable.asType(), "java.util.Collection"));
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

  /** Whether the call may put something into a collection of this body that it is given. */
  boolean mayFill(CallSite site, ExpressionTree argument, int index) {
    return mayConcern(argument)
        && calls.env.isA(calls.type(argument), "java.util.Collection")
        && keepers().isKeeper(argument)
        && keepers().isFilledIn(site.method, index);
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
    if (isNewCollection(tree) && keepers().isForKeeper(tree)) {
      calls.each(world -> elements.emptied(world, world.val));
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
    calls.evaluation(new Sweep.Cursor(site.tree), number);
    List<World> result = new ArrayList<>();
    for (World world : calls.st) {
      Path receiver = site.receiver(world);
      Path collection = receiver == null ? null : identity.canonical(world, receiver);
      if (collection == null || !elements.isFollowed(world, collection)) {
        World changed = site.contract.mutates() ? calls.changed(world, receiver) : world;
        result.add(calls.results.give(changed, site));
      } else {
        call(calls.results.give(world, site), site, collection, place, result);
      }
    }
    calls.st = result;
  }

  /** Adds the worlds after a call on the collection; its value is the one at hand. */
  private void call(World world, CallSite site, Path collection, Path place, List<World> to) {
    ExecutableElement method = site.method;
    if (site.contract.mutates()) {
      world = calls.locks.elements.prefixes.resized(world, collection);
    }
    if (site.filtered) {
      to.add(world);
      return;
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
            elements.put(
                next, collection, object, place(site, object, place), site.elementType, site.tree);
      } else if (argument != null && putsInAll(calls.env, method, i)) {
        putsIn = true;
        next =
            elements.putAll(next, collection, identity.canonical(next, argument), site.elementType);
      } else if (replaces(method, i)) {
        putsIn = true;
        next = elements.putAll(next, collection, null, site.elementType);
      }
    }
    if (givesElement(method) && !putsIn && elements.isUnknown(world, collection)) {
      to.add(takenFromCallers(world, collection, site));
    } else if (givesElement(method) && !putsIn) {
      if (world.facts.get(elements.emptiness(collection).id) != Fact.FALSE) {
        to.add(elements.emptied(world, collection).withVal(pool.nullValue()));
      }
      if (!elements.isEmpty(world, collection)) {
        Path object = identity.canonical(world, site.result);
        to.add(elements.takenAway(world, collection, object));
      }
    } else if (putsIn) {
      to.add(next);
    } else if (removesObject(method)) {
      remove(world, site, collection, to);
    } else {
      to.add(
          site.count == 0
              ? elements.forgotten(world, collection, site.elementType)
              : elements.lost(world, collection));
    }
  }

  /**
   * Whether the call takes out the very object that it is given, and tells whether it was there.
   */
  private boolean removesObject(ExecutableElement method) {
    return method.getParameters().size() == 1
        && method.getReturnType().getKind() == TypeKind.BOOLEAN
        && method.getParameters().get(0).asType() instanceof DeclaredType given
        && calls.env.isObject(given);
  }

  private void remove(World world, CallSite site, Path collection, List<World> to) {
    Path argument = Machine.peek(world, 0);
    Path object = argument == null ? null : identity.canonical(world, argument);
    if (object == null || elements.isAnyReleased(world, collection)) {
      to.add(elements.lost(world, collection));
      return;
    }
    if (!elements.isEmpty(world, collection)) {
      Path nameless = calls.evaluation(List.of(site.tree, "removed"), site.elementType);
      to.add(elements.removed(world, collection, object, nameless).withVal(pool.constant(true)));
    }
    if (object.kind != Kind.INDEX || object.base != collection) {
      to.add(world.withVal(pool.constant(false)));
    }
  }

  /** What a helper has put into a collection while it locked it goes by that from then on. */
  void keptByHelper(CallSite site) {
    int count = 0;
    for (Contract.Kept kept : site.contract.kept()) {
      TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
      Path latest = calls.evaluation(List.of(site.tree, "place", count++), number);
      calls.each(
          world -> {
            Path object = named(world, site.bind(world, kept.object()));
            Path collection = named(world, site.bind(world, kept.collection()));
            return object == null || collection == null
                ? world
                : elements.named(world, collection, object, place(site, object, latest));
          });
    }
  }

  private Path named(World world, Path path) {
    return path == null ? null : identity.canonical(world, path);
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
      if (!elements.isEmpty(world, collection)) {
        to.add(known ? world : world.withVal(pool.index(collection, place, site.elementType)));
      }
    } else if (site.count == 0 && site.method.getReturnType().getKind() == TypeKind.BOOLEAN) {
      to.add(elements.emptied(world, collection).withVal(pool.constant(true)));
      if (!elements.isEmpty(world, collection)) {
        to.add(
            world
                .withFact(elements.emptiness(collection), Fact.FALSE)
                .withVal(pool.constant(false)));
      }
    } else {
      boolean iterates = calls.env.isA(site.method.getReturnType(), "java.util.Iterator");
      boolean isView = calls.env.isA(site.method.getReturnType(), "java.util.Collection");
      World next = isView ? calls.locks.elements.perhapsFilled(world, collection) : world;
      to.add(iterates ? next.withVal(collection) : next);
    }
  }

  /** An iterator stands for the collection: what it gives counts as taken out. */
  private void iterate(World world, CallSite site, Path collection, List<World> to) {
    boolean asks = site.method.getReturnType().getKind() == TypeKind.BOOLEAN;
    for (int i = 0; i < site.count; i++) {
      if (putsIn(site.method, i)) {
        to.add(elements.lost(world, collection));
        return;
      }
    }
    if (asks) {
      to.add(elements.withoutLocks(world, collection).withVal(pool.constant(false)));
    }
    if (asks && !elements.isEmpty(world, collection)) {
      to.add(world.withVal(pool.constant(true)));
    } else if (!asks && givesElement(site.method)) {
      to.add(
          elements.isUnknown(world, collection)
              ? takenFromCallers(world, collection, site)
              : elements.takenOut(world, collection, identity.canonical(world, site.result)));
    } else if (!asks) {
      to.add(world);
    }
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

  /** The world after a call took out some element, if there was one. */
  private World takenFromCallers(World world, Path collection, CallSite site) {
    World result = world.copy();
    result.facts = KeptElements.withoutEmptiness(pool, world.facts, collection);
    TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
    Path place = pool.value(new Sweep.Cursor(site.tree), number);
    return result.withVal(pool.index(collection, place, site.elementType));
  }
}
