package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TreeVisitor;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.flow.Frames.Body;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Analyses one body from entry to every exit: what its contract has held, what it promises, what it
 * leaves behind.
 */
final class BodyAnalyzer extends Exits {
  /** How the contract of a called method is found: helpers have theirs inferred. */
  interface Lookup {
    /** The contract of a callee. */
    Contract of(ExecutableElement callee);
  }

  private final Lookup lookup;
  private final boolean inInitialiser;
  private final Creation creation;
  private final Map<Path, Mode> assumed;

  BodyAnalyzer(BodyContext context, Contract contract, Map<Path, Mode> assumed, Lookup lookup) {
    super(context, contract);
    this.lookup = lookup;
    this.assumed = assumed;
    this.creation = new Creation(this, context.body().owner);
    boolean constructor = method != null && method.getKind() == ElementKind.CONSTRUCTOR;
    this.inInitialiser = constructor || !(context.body().tree instanceof MethodTree);
  }

  @Override
  Contract contractOf(ExecutableElement callee) {
    return lookup.of(callee);
  }

  // ---- entry

  /** Analyses the member. */
  void run(Tree tree) {
    frames.push(new Body(tree, false));
    World entry = new World();
    if (tree instanceof MethodTree methodTree) {
      entry = enter(entry, methodTree);
    } else if (!isStatic) {
      entry = freshSelf(entry);
    }
    st.addAll(alternatives(entry));
    if (tree instanceof MethodTree methodTree) {
      if (making.isPromising()) {
        making.run(methodTree);
      } else {
        statement(methodTree.getBody());
      }
      st = finish(st);
    } else if (tree instanceof VariableTree field) {
      fieldInitialiser(field);
    } else {
      statement((StatementTree) tree);
    }
    if (!st.isEmpty()) {
      atReturn(st, exit(Exit.Kind.RETURN, null, null));
    }
    frames.pop();
    runCallbacksLater();
  }

  private List<World> finish(List<World> worlds) {
    return merge.normalise(worlds, end);
  }

  private void fieldInitialiser(VariableTree field) {
    if (field.getInitializer() == null || !(element(field) instanceof VariableElement variable)) {
      return;
    }
    eval(field.getInitializer());
    accesses.useRacy();
    each(
        world -> {
          if (world.val == null) {
            return world;
          }
          World next = world;
          if (Env.isStatic(variable)) {
            next = escaped(world, world.val);
          }
          return next;
        });
  }

  private World enter(World start, MethodTree tree) {
    World world = start;
    List<? extends VariableTree> parameters = tree.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (element(parameters.get(i)) instanceof VariableElement parameter) {
        world.vars = world.vars.put(index(parameter), pool.param(i, parameter.asType()));
      }
    }
    if (method != null && Env.isInitialiser(method)) {
      world = freshSelf(world);
    }
    for (Contract.Same same : contract.same()) {
      world = believeSame(world, same);
    }
    world = creation.believe(world);
    for (Clause clause : contract.clauses()) {
      if (clause.locks().size() == 1
          && (clause.kind() == Clause.Kind.REQUIRES || clause.kind() == Clause.Kind.ENDS)) {
        world = assume(world, clause);
      }
    }
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.RELEASES
          || clause.kind() == Clause.Kind.DOWNGRADES
          || clause.kind() == Clause.Kind.MAY_RELEASE) {
        world = assumeReleased(world, clause);
      } else if (clause.kind() == Clause.Kind.RELEASES_IF) {
        world = assumeReleased(world, clause);
      } else if (clause.kind() == Clause.Kind.ENSURES
          && clause.origin().source() == Origin.Source.INFERRED) {
        world = assume(world, clause);
      }
    }
    for (Clause clause : contract.clauses(Clause.Kind.EXCLUDES)) {
      Path lock = clause.lock().mode() == Mode.WRITE ? null : bindHere(clause.lock());
      if (lock != null) {
        inference.barred.add(inference.entryName(world, lock));
      }
    }
    for (Map.Entry<Path, Mode> each : assumed.entrySet()) {
      Path lock = bindInMethod(each.getKey(), null);
      if (lock != null) {
        world = locks.holdOnEntry(world, lock, each.getValue());
        entryLocks.add(lock);
        inference.assumed.add(lock);
      }
    }
    if (tree.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      Path object = isStatic ? pool.classObject(Env.enclosingType(method)) : pool.self(self);
      Path monitor = pool.monitor(object);
      world = locks.holdOnEntry(world, monitor, Mode.WRITE);
      entryLocks.add(monitor);
    }
    return world;
  }

  private World freshSelf(World world) {
    World next = world.copy();
    Path me = pool.self(self);
    next.fresh = world.fresh.put(me.id, me);
    return next;
  }

  @Override
  boolean isOwnStaticState(Path path) {
    if (!inInitialiser || !isStatic) {
      return false;
    }
    Path object = path.object();
    Path root = object.root();
    if (root.kind == Kind.FIELD && root.base == null) {
      return isOwnStaticField((VariableElement) root.key);
    }
    return root.kind == Kind.CLASS && root.key == self;
  }

  @Override
  boolean isOwnStaticField(VariableElement field) {
    return inInitialiser
        && isStatic
        && !isInCallback()
        && Env.isStatic(field)
        && field.getEnclosingElement() == self;
  }

  private World believeSame(World world, Contract.Same same) {
    Path left = bind(same.left(), null);
    Path right = bind(same.right(), null);
    return left == null || right == null ? world : identity.unite(world, left, right);
  }

  private World assume(World world, Clause clause) {
    Path lock = bindHere(clause.lock());
    return lock == null ? world : assume(world, lock, clause.lock());
  }

  private World assume(World world, Path lock, LockRef ref) {
    Identity.Lock at = identity.lock(world, lock, ref.mode());
    if (at.path().kind == Kind.LOCK && ((LockDefinition) at.path().key).state) {
      return locks.establish(world, at.path());
    }
    Mode mode = at.mode() == null ? ref.requiredMode() : at.mode();
    entryLocks.add(at.path());
    World next = locks.holdOnEntry(world, at.path(), mode);
    if (mode == Mode.WRITE) {
      for (Path outer : locks.outer(next, at.path())) {
        entryLocks.add(outer);
        next = locks.holdOnEntry(next, outer, Mode.WRITE);
      }
    }
    return next;
  }

  /** One of several is held: each gives a world of its own. */
  private List<World> alternatives(World entry) {
    List<World> worlds = new ArrayList<>(List.of(entry));
    for (Clause clause : contract.clauses(Clause.Kind.REQUIRES)) {
      if (clause.locks().size() > 1) {
        List<World> next = new ArrayList<>();
        for (World world : worlds) {
          for (LockRef ref : clause.locks()) {
            Path lock = bindHere(ref);
            if (lock != null) {
              next.add(assume(world, lock, ref));
            }
          }
        }
        worlds = next.isEmpty() ? worlds : merge.normalise(next, clause);
      }
    }
    return worlds;
  }

  private World assumeReleased(World world, Clause clause) {
    Path lock = bindHere(clause.lock());
    if (lock == null) {
      return world;
    }
    Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
    if (world.holds.has(at.path().id)) {
      return world;
    }
    Mode mode =
        clause.kind() == Clause.Kind.DOWNGRADES || at.mode() == null ? Mode.WRITE : at.mode();
    entryLocks.add(at.path());
    return locks.holdOnEntry(world, at.path(), mode);
  }

  // ---- callbacks that run later

  private void runCallbacksLater() {
    Set<Callback> done = new HashSet<>();
    for (Callback next = next(done); next != null; next = next(done)) {
      done.add(next);
      if (next.escaped || !next.inlined) {
        later(next);
      }
    }
  }

  /** The next callback to run; those that another one may call with fewer locks come last. */
  private Callback next(Set<Callback> done) {
    Callback called = null;
    for (Callback callback : callbacks.values()) {
      if (!done.contains(callback)) {
        if (!callback.isCalled()) {
          return callback;
        }
        called = called == null ? callback : called;
      }
    }
    return called;
  }

  private void later(Callback callback) {
    World entry = new World();
    entry.vars = stableVariables(callback.created);
    entry.equal = callback.created.equal;
    infers = false;
    contractUnknown = false;
    contract = Contract.NONE;
    entryLocks.clear();
    frames.push(
        new Body(
            callback.tree instanceof LambdaExpressionTree ? callback.tree : new LaterReference(),
            false));
    st = new ArrayList<>(List.of(entry));
    if (callback.tree instanceof MemberReferenceTree reference) {
      callReference(reference, assumeFunctional(callback, List.of()));
      if (!st.isEmpty()) {
        atReturn(st, exit(Exit.Kind.RETURN, null, reference));
      }
    } else {
      LambdaExpressionTree lambda = (LambdaExpressionTree) callback.tree;
      bindParameters(lambda.getParameters(), null);
      assumeFunctional(callback, lambda.getParameters());
      if (lambda.getBody() instanceof ExpressionTree expression) {
        eval(expression);
        accesses.useRacy();
      } else {
        statement((StatementTree) lambda.getBody());
      }
      Tree outerEnd = end;
      end = lambda.getBody();
      if (!st.isEmpty()) {
        atReturn(
            st,
            exit(
                Exit.Kind.RETURN,
                null,
                lambda.getBody() instanceof BlockTree ? null : lambda.getBody()));
      }
      end = outerEnd;
    }
    frames.pop();
    st = new ArrayList<>();
  }

  /** Marks the frame of a method reference that runs later. */
  private static final class LaterReference implements Tree {
    @Override
    public Kind getKind() {
      return Kind.LAMBDA_EXPRESSION;
    }

    @Override
    public <R, D> R accept(TreeVisitor<R, D> visitor, D data) {
      return visitor.visitOther(this, data);
    }
  }

  /**
   * Captured locals keep their value; what it is a path through may have changed meanwhile, unless
   * it cannot.
   */
  private IntMap<Path> stableVariables(World created) {
    IntMap<Path> result = created.vars;
    List<Integer> unstable = new ArrayList<>();
    created.vars.forEach(
        (index, value) -> {
          if (!value.isDefinite()) {
            unstable.add(index);
          }
        });
    for (int index : unstable) {
      result = result.remove(index);
    }
    return result;
  }

  /** A contract on the functional interface's method binds the lambda. */
  private List<Path> assumeFunctional(Callback callback, List<? extends VariableTree> parameters) {
    Tree tree = callback.tree;
    for (Path lock : callback.held()) {
      each(world -> assumeHeld(world, identity.lock(world, lock, null)));
    }
    if (method != null && scopes.isScope(env.typeElement(type(tree)))) {
      assumeOwned(functionalSelf(tree));
    }
    ExecutableElement functional = Functional.method(env, type(tree));
    if (functional == null) {
      return null;
    }
    Contract binding = contracts.of(functional);
    List<Path> args = new ArrayList<>();
    for (int i = 0; i < functional.getParameters().size(); i++) {
      boolean named =
          i < parameters.size() && element(parameters.get(i)) instanceof VariableElement;
      args.add(
          named
              ? st.get(0).vars.get(index((VariableElement) element(parameters.get(i))))
              : evaluation(
                  List.of(tree, "argument", i), functional.getParameters().get(i).asType()));
    }
    contract = binding;
    receiver = functionalSelf(tree);
    arguments = args;
    for (Contract.Same same : binding.same()) {
      each(world -> believeSame(world, same));
    }
    for (Clause clause : binding.clauses()) {
      switch (clause.kind()) {
        case REQUIRES, ENDS -> each(world -> assume(world, clause));
        case RELEASES, RELEASES_IF, DOWNGRADES, MAY_RELEASE ->
            each(world -> assumeReleased(world, clause));
        default -> {
          /* promised, not assumed */
        }
      }
    }
    return args;
  }

  /** A callback that is a scope is closed with what the method took for it. */
  private void assumeOwned(Path scope) {
    for (Clause clause : contracts.of(method).clauses()) {
      boolean taken =
          clause.kind() == Clause.Kind.ACQUIRES || clause.kind() == Clause.Kind.ACQUIRES_IF;
      Path lock = taken ? bindInMethod(clause.lock().lock(), scope) : null;
      if (lock != null) {
        each(world -> assumeHeld(world, identity.lock(world, lock, clause.lock().mode())));
      }
    }
  }

  private World assumeHeld(World world, Identity.Lock lock) {
    entryLocks.add(lock.path());
    return locks.holdOnEntry(world, lock.path(), lock.mode() == null ? Mode.WRITE : lock.mode());
  }

  /** The function object itself. */
  private Path functionalSelf(Tree tree) {
    return pool.lambda(tree, type(tree));
  }
}
