package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Applies the contracts of calls: what they need, what they change, what they give back. */
abstract class Calls extends NewObjects {
  final Scopes scopes;
  private final Demands demands;
  final Beliefs beliefs;
  final Effects effects;
  final KeptLocks keptLocks;
  private final ForEachCalls forEachCalls;

  Calls(BodyContext context) {
    super(context);
    this.scopes = new Scopes(env, contracts, results, identity, locks);
    this.demands = new Demands(this);
    this.beliefs = new Beliefs(this, scopes);
    this.keptLocks = new KeptLocks(this, context.body().tree);
    this.forEachCalls = new ForEachCalls(this);
    Stamps stamps = new Stamps(pool, identity, facts, locks);
    this.effects = new Effects(this, scopes, stamps, beliefs);
  }

  // ---- evaluation

  @Override
  void call(MethodInvocationTree tree) {
    if (!(element(tree.getMethodSelect()) instanceof ExecutableElement callee)) {
      tree.getArguments().forEach(this::eval);
      setVal(unknown(tree));
      return;
    }
    Contract contract = contractOf(callee);
    ExpressionTree on =
        tree.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
    quiet += releasesOnly(contract) ? 1 : 0;
    ExpressionTree receiver = receiver(tree, callee, contract);
    quiet -= releasesOnly(contract) ? 1 : 0;
    push();
    int index = 0;
    for (ExpressionTree argument : tree.getArguments()) {
      boolean written = contract.mutates(index);
      accesses.using(null, written ? argument : null, () -> eval(argument));
      if (written) {
        accesses.useByOtherName(argument, world -> world.val, true);
      }
      if (contract.stampRole() != Contract.StampRole.VALIDATES) {
        accesses.useRacy();
      }
      index++;
      push();
    }
    if (contract.stampRole() != Contract.StampRole.VALIDATES) {
      accesses.useRacy();
    }
    CallSite site = new CallSite(binder, tree, callee, contract, tree.getArguments().size());
    Map<Integer, Boolean> truths = truths(site);
    if (!truths.isEmpty()) {
      contract = contractOf(callee, truths);
      site = new CallSite(binder, tree, callee, contract, site.count);
    }
    site.byOtherName = receiver != null && accesses.isOtherName(receiver);
    keptLocks.concern(site, receiver);
    if (receiver != null && !Env.isStatic(callee)) {
      site(site, receiver);
    }
    nameOperands(site, receiver, tree.getArguments());
    if (callee.getKind() == ElementKind.CONSTRUCTOR) {
      keepArguments(pool.self(self), callee, tree.getArguments().size());
    }
    apply(site);
    describer.forgetNames();
  }

  /** The arguments that are known truths, where it may matter which they are. */
  private Map<Integer, Boolean> truths(CallSite site) {
    if (!scan.helpers().include(site.method) || site.contract.clauses().isEmpty()) {
      return Map.of();
    }
    Map<Integer, Boolean> result = new HashMap<>();
    for (int i = 0; i < Math.min(site.count, site.method.getParameters().size()); i++) {
      if (site.method.getParameters().get(i).asType().getKind() == TypeKind.BOOLEAN) {
        int index = i;
        for (boolean truth : new boolean[] {true, false}) {
          When outcome = truth ? When.TRUE : When.FALSE;
          if (st.stream()
              .allMatch(world -> facts.isSure(world, site.operand(world, index), outcome))) {
            result.put(i, truth);
          }
        }
      }
    }
    return st.isEmpty() ? Map.of() : result;
  }

  private static boolean releasesOnly(Contract contract) {
    boolean releases = false;
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.RELEASES) {
        releases = true;
      } else if (clause.kind() != Clause.Kind.REQUIRES) {
        return false;
      }
    }
    return releases;
  }

  /** Messages call receiver and arguments what the user calls them. */
  private void nameOperands(
      CallSite site, ExpressionTree receiver, List<? extends ExpressionTree> arguments) {
    if (!site.contract.concernsLocks() && contracts.componentField(site.method) == null) {
      return;
    }
    for (World world : st) {
      if (receiver != null && site.receiver(world) != null) {
        describer.name(identity.canonical(world, site.receiver(world)), receiver);
      }
      List<Path> args = site.args(world);
      for (int i = 0; i < args.size() && i < arguments.size(); i++) {
        if (args.get(i) != null && args.get(i).kind != Kind.CONST) {
          describer.name(identity.canonical(world, args.get(i)), arguments.get(i));
        }
      }
    }
  }

  /** Evaluates what the method is called on; answers its expression if there is one. */
  private ExpressionTree receiver(
      MethodInvocationTree tree, ExecutableElement callee, Contract contract) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      if (Env.isStatic(callee) && element(select.getExpression()) instanceof TypeElement) {
        setVal(null);
        return null;
      }
      if (select.getExpression() instanceof IdentifierTree name
              && name.getName().contentEquals("super")
          || select.getExpression() instanceof MemberSelectTree qualified
              && qualified.getIdentifier().contentEquals("super")) {
        setVal(pool.self(self));
        return null;
      }
      ExpressionTree on = select.getExpression();
      accesses.using(
          contract.concernsLocks() ? null : on,
          contract.mutates() && !isConcurrent(on) ? on : null,
          () -> eval(on));
      boolean given = keptLocks.isGiven(on);
      each(world -> given && isNull(world.val) ? null : notNull(world, world.val));
      return on;
    }
    setVal(callee.getKind() == ElementKind.CONSTRUCTOR ? pool.self(self) : implicitBase(callee));
    return null;
  }

  /** A call on a guarded object by another name, or on a view of it, uses the object. */
  private void site(CallSite site, ExpressionTree receiver) {
    boolean writes = site.contract.mutates() && !isConcurrent(receiver);
    accesses.useByOtherName(receiver, site::receiver, writes);
  }

  @Override
  void create(NewClassTree tree) {
    super.create(tree);
    keptLocks.created(tree);
  }

  @Override
  void apply(CallSite site) {
    if (site.result == null) {
      site.result = evaluation(site.tree, type(site.tree));
    }
    for (Clause clause : site.contract.clauses()) {
      if (clause.kind() == Clause.Kind.RELEASES || clause.kind() == Clause.Kind.DOWNGRADES) {
        each(world -> scopes.released(world, site, clause.lock()));
      }
    }
    VariableElement component = contracts.componentField(site.method);
    if (component != null) {
      accesses.access(site.tree, component, site::receiver, false);
    }
    if (site.contract.concernsLocks()) {
      demands.before(site);
    }
    lend(site);
    givenCallbacks.note(site);
    List<World> run = runReceivers(site);
    if (!st.isEmpty()) {
      callee(site);
    }
    for (World world : run) {
      st.add(world.val == null ? world.withVal(site.result) : world);
    }
    escapes(site);
    fillsOrEmpties(site);
    beliefs.promises(site);
    drop(site.count + 1);
    if (isChoiceOfObjects(st)) {
      chosen = true;
    } else {
      settle(site.tree);
    }
  }

  /** What the called method does, as far as its contract tells; its value is the one at hand. */
  private void callee(CallSite site) {
    Tree forEach = forEachCalls.callback(site);
    boolean throwsNothing =
        site.onKeeper
            || forEach != null
            || scan.neverThrowing().is(site.method, site.contract)
            || exceptionsMatter() && contracts.neverThrows(site.method, common(st, site::receiver));
    if (!throwsNothing || site.contract.has(Clause.Kind.RELEASES) && !site.contract.fromModel()) {
      List<World> all = st;
      if (asksSize(site) || asksElement(site)) {
        setAside(world -> asksForLocked(world, site));
      }
      exceptional(site, throwsNothing);
      st = all;
    } else if (site.contract.has(Clause.Kind.ASSERTS_HELD)) {
      List<World> all = st;
      setAside(world -> beliefs.isAsserted(world, site));
      exceptional(site, false);
      st = all;
    }
    nullChecked(site, throwsNothing);
    if (forEach != null) {
      forEachCalls.run(site, forEach);
    } else {
      Tree filter = site.onKeeper ? forEachCalls.filter(site) : null;
      if (filter != null) {
        forEachCalls.runFilter(site, filter);
        site.filtered = true;
      } else {
        runCallbacks(site);
      }
    }
    if (site.contract.concernsLocks()) {
      if (site.contract.returns() != null) {
        each(world -> results.named(world, site));
      }
      effects.apply(site);
    }
    if (site.onKeeper) {
      keptLocks.call(site);
    } else {
      changesElements(site);
      replacesElements(site);
      each(world -> results.give(world, site));
    }
    each(world -> pipelines.give(world, site));
    if (asksSize(site)) {
      each(world -> withSize(world, site));
    }
  }

  /** Whether the call asks a collection for its size where the locks of elements are held. */
  private boolean asksSize(CallSite site) {
    return asks(site, "size", 0);
  }

  /** Whether it asks one for the element at an index there. */
  private boolean asksElement(CallSite site) {
    return asks(site, "get", 1);
  }

  private boolean asks(CallSite site, String name, int arguments) {
    return pool.has(Kind.EVERY)
        && site.count == arguments
        && site.method.getSimpleName().contentEquals(name)
        && env.isA(site.method.getEnclosingElement().asType(), "java.util.Collection");
  }

  /**
   * Whether the call asks a list for its size, or for an element, where a loop has taken the locks
   * of its first ones and goes on to that: it is taken to be there.
   */
  private boolean asksForLocked(World world, CallSite site) {
    Path receiver = site.receiver(world);
    if (receiver == null) {
      return false;
    }
    Path list = identity.canonical(world, receiver);
    if (site.count == 0) {
      return locks.elements.isHeldOf(world, list, true);
    }
    Path index = peek(world, 0);
    return index != null
        && isAmongLocked(world, pool.index(list, identity.canonical(world, index), null));
  }

  private World withSize(World world, CallSite site) {
    Path receiver = site.receiver(world);
    return receiver == null
        ? world
        : locks.elements.prefixes.asked(world, identity.canonical(world, receiver));
  }

  /** A helper may take all elements out of a collection that it is given, or put some in. */
  private void fillsOrEmpties(CallSite site) {
    if (scan.source(site.method) == null) {
      return;
    }
    for (int i = 0; i < site.count; i++) {
      ExpressionTree argument = site.argument(i);
      int index = i;
      if (argument != null && site.contract.empties(i)) {
        TypeMirror type = sweeps.elementType(argument);
        each(world -> keptLocks.elements.cleared(world, site.operand(world, index), type));
      } else if (argument != null && keptLocks.mayFill(site, argument, i)) {
        each(world -> perhapsFilled(world, site.operand(world, index)));
      }
    }
    keptLocks.keptByHelper(site);
  }

  private World perhapsFilled(World world, Path collection) {
    return collection == null
        ? world
        : locks.elements.perhapsFilled(world, identity.canonical(world, collection));
  }

  /** What a call changes has other elements from now on. */
  private void changesElements(CallSite site) {
    if (!locks.elements.areFollowed()) {
      return;
    }
    for (int i = -1; i < site.count; i++) {
      if (i < 0 ? site.contract.mutates() : site.contract.mutates(i) && !merelyOrders(site, i)) {
        int index = i;
        each(world -> changed(world, site.operand(world, index)));
      }
    }
  }

  /** What was at the key that the call is given, or in the array that it fills, is so no more. */
  private void replacesElements(CallSite site) {
    if (!pool.has(Kind.INDEX)) {
      return;
    }
    if (site.contract.mutates() && site.contract.returns() == null && site.count > 0) {
      each(world -> replaced(world, peek(world, site.count), peek(world, site.count - 1)));
    }
    for (int i = 0; i < site.count; i++) {
      int depth = site.count - 1 - i;
      if (site.contract.mutates(i) && !merelyOrders(site, i)) {
        each(world -> filled(world, peek(world, depth)));
      }
    }
  }

  private World replaced(World world, Path container, Path key) {
    Path element =
        container == null || key == null
            ? null
            : pool.knownIndex(identity.canonical(world, container), identity.canonical(world, key));
    return element == null ? world : renaming.age(world, element);
  }

  private World filled(World world, Path array) {
    Path at = array == null ? null : identity.canonical(world, array);
    if (at == null
        || !(at.type instanceof ArrayType type)
        || type.getComponentType().getKind().isPrimitive()) {
      return world;
    }
    storedInto.add(at);
    World result = world;
    for (Path element : pool.knownElements(at)) {
      result = renaming.age(result, element);
    }
    return result;
  }

  /**
   * Whether the call gives nothing that could be a new element of what it changes, nor one back.
   */
  private boolean merelyOrders(CallSite site, int changed) {
    if (site.method.getReturnType().getKind() != TypeKind.VOID) {
      return false;
    }
    for (int i = 0; i < site.count; i++) {
      TypeMirror type = site.method.getParameters().get(i).asType();
      boolean compares =
          type.getKind() == TypeKind.DECLARED
              && env.typeElement(type).getQualifiedName().contentEquals("java.util.Comparator");
      if (i != changed && !type.getKind().isPrimitive() && !compares) {
        return false;
      }
    }
    return true;
  }

  World changed(World world, Path container) {
    if (container == null) {
      return world;
    }
    Path object = sweeps.container(world, container);
    World result = locks.elements.changed(world, object);
    for (Path each : Unshared.perhaps(world, object)) {
      result = locks.elements.perhapsFilled(result, each);
    }
    return result;
  }

  // ---- exceptions

  /** A call that releases has released, however it ends; nothing else happened when it throws. */
  private void exceptional(CallSite site, boolean handlersOnly) {
    if (!exceptionsMatter()) {
      return;
    }
    List<World> normal = st;
    st = new ArrayList<>(normal);
    for (Clause clause : site.contract.clauses()) {
      if (clause.kind() == Clause.Kind.RELEASES) {
        each(
            world -> {
              Path lock = site.bind(world, clause.lock());
              return lock == null
                  ? world
                  : effects.releasedQuietly(world, lock, clause.lock(), site.tree);
            });
      } else if (clause.kind() == Clause.Kind.MAY_RELEASE) {
        effects.interrupt(site, clause);
      }
    }
    if (handlersOnly) {
      frames.raiseToHandlers(st, thrown(site.method));
    } else {
      frames.raise(st, thrown(site.method), site.tree);
    }
    st = normal;
  }

  /** The call goes on only where the arguments that must not be null are not. */
  private void nullChecked(CallSite site, boolean throwsNothingElse) {
    for (int i = 0; i < site.count; i++) {
      if (site.contract.demandsNonNull(i)) {
        List<World> failing = new ArrayList<>();
        List<World> passing = new ArrayList<>();
        for (World world : st) {
          addIfPossible(failing, facts.assume(world, site.operand(world, i), When.NULL));
          addIfPossible(passing, facts.assume(world, site.operand(world, i), When.NON_NULL));
        }
        if (throwsNothingElse && exceptionsMatter()) {
          frames.raise(failing, byOperation(), site.tree);
        }
        st = passing;
      }
    }
  }

  private static void addIfPossible(List<World> worlds, World world) {
    if (world != null) {
      worlds.add(world);
    }
  }

  // ---- what others may do meanwhile

  private void escapes(CallSite site) {
    holdings(site);
    escapeOperands(site);
    forgetUnstableFacts(site);
    reassigned(site);
    scopeClosed(site);
  }

  /**
   * A method in sight that surely gives a field another object: what the field named so far goes by
   * an older name. What its contract says of a lock by that field goes by the field's name after
   * the call as well.
   */
  private void reassigned(CallSite site) {
    for (VariableElement field : scan.reassigning().of(site.method)) {
      boolean named =
          site.contract.clauses().stream()
              .filter(clause -> clause.origin().source() != Origin.Source.INFERRED)
              .flatMap(clause -> clause.locks().stream())
              .anyMatch(ref -> ref.lock().any(step -> step.key == field));
      if (!named) {
        each(
            world -> {
              Path owner = Env.isStatic(field) ? null : site.receiver(world);
              Path base = owner == null ? null : identity.canonical(world, owner);
              return base == null && !Env.isStatic(field)
                  ? world
                  : renaming.age(world, pool.field(base, field));
            });
      }
    }
  }

  /**
   * A call may change what fields that are not final hold; what was known of their values is
   * forgotten.
   */
  private void forgetUnstableFacts(CallSite site) {
    if (site.contract.neverThrows() || scan.neverThrowing().isGetter(site.method)) {
      return;
    }
    each(
        world -> {
          IntMap<Fact> facts = world.facts.without((id, fact) -> dependsOnFields(pool.byId(id)));
          IntMap<Path> heap = world.heap.without((id, value) -> isPrimitiveField(pool.byId(id)));
          IntMap<Path> oneLess =
              world.oneLess.without(
                  (id, less) -> dependsOnFields(pool.byId(id)) || dependsOnFields(less));
          if (facts == world.facts && heap == world.heap && oneLess == world.oneLess) {
            return world;
          }
          World next = world.copy();
          next.facts = facts;
          next.heap = heap;
          next.oneLess = oneLess;
          return next;
        });
  }

  /** Whether a call may write the field, and what is in it is no object but a value. */
  private boolean isPrimitiveField(Path field) {
    return field.type.getKind().isPrimitive() && dependsOnFields(field);
  }

  private void scopeClosed(CallSite site) {
    if (contracts.isScopeClose(site.method)) {
      each(world -> scopes.close(world, site.receiver(world), site.tree));
    }
  }
}
