package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TreeVisitor;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
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
import javax.lang.model.element.VariableElement;

/**
 * Analyses one body from entry to every exit: what its contract has held, what it promises, what it
 * leaves behind.
 */
final class BodyAnalyzer extends Entries {
  /** How the contract of a called method is found: helpers have theirs inferred. */
  interface Lookup {
    /** The contract of a callee, for calls with these arguments that are known truths. */
    Contract of(ExecutableElement callee, Map<Integer, Boolean> truths);
  }

  private final Lookup lookup;
  private final boolean inInitialiser;

  BodyAnalyzer(
      BodyContext context,
      Contract contract,
      Map<Path, Inference.Inferred> needs,
      Map<Integer, Boolean> truths,
      Lookup lookup) {
    super(context, contract, needs, truths);
    this.lookup = lookup;
    boolean constructor = method != null && method.getKind() == ElementKind.CONSTRUCTOR;
    this.inInitialiser = constructor || !(context.body().tree instanceof MethodTree);
  }

  @Override
  Contract contractOf(ExecutableElement callee) {
    return lookup.of(callee, Map.of());
  }

  @Override
  Contract contractOf(ExecutableElement callee, Map<Integer, Boolean> truths) {
    return lookup.of(callee, truths);
  }

  // ---- entry

  /** Analyses the member. */
  void run(Tree tree) {
    frames.push(new Body(tree, false));
    World entry = new World();
    if (tree instanceof MethodTree methodTree) {
      entry = enter(entry, methodTree);
    } else if (!isStatic) {
      entry = withNeeds(freshSelf(entry, tree));
    }
    st.addAll(alternatives(entry));
    if (tree instanceof MethodTree methodTree) {
      if (making.isWhole()) {
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
            next = unshared.escaped(world, world.val);
          }
          return next;
        });
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

  // ---- callbacks that run later

  private void runCallbacksLater() {
    infers = false;
    givenCallbacks.methodEnds();
    Set<Callback> done = new HashSet<>();
    for (Callback next = next(done); next != null; next = next(done)) {
      done.add(next);
      if (next.escaped || !next.inlined || next.isCalled()) {
        if (closesUnknownScope(next)) {
          laterInScope(next);
        } else {
          later(next, Map.of());
        }
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

  /** Whether it closes a scope, and the method around it does not say what the scope took. */
  private boolean closesUnknownScope(Callback callback) {
    return scopes.isScope(env.typeElement(type(callback.tree)))
        && (method == null
            || contracts.of(method).clauses().stream().noneMatch(BodyAnalyzer::isAcquisition));
  }

  /** What the scope took is held when it is closed: the body tells what that is. */
  private void laterInScope(Callback callback) {
    Inference around = inference;
    int mark = reporter.mark();
    inference = new Inference(identity, locks, explainer, this::isCaptured);
    infers = true;
    later(callback, Map.of());
    reporter.truncate(mark);
    Map<Path, Inference.Inferred> taken = inference.inferred;
    inference = new Inference(identity, locks, explainer, this::isCaptured);
    later(callback, taken);
    infers = false;
    inference = around;
  }

  /** Runs it with what a scope took, where it closes one. */
  private void later(Callback callback, Map<Path, Inference.Inferred> taken) {
    as(callback.self, () -> runLater(callback, taken));
  }

  private void runLater(Callback callback, Map<Path, Inference.Inferred> taken) {
    if (callback.tree instanceof MemberReferenceTree reference) {
      beginLater(callback, new LaterBody(), taken);
      callReference(reference, assumeFunctional(callback, List.of()), true);
      endLater(reference);
    } else if (callback.tree instanceof LambdaExpressionTree lambda) {
      beginLater(callback, lambda, taken);
      runLater(callback, lambda.getParameters(), lambda.getBody());
    } else {
      for (MethodTree body : bodiesOf((NewClassTree) callback.tree)) {
        beginLater(callback, new LaterBody(), taken);
        runLater(callback, body.getParameters(), body.getBody());
      }
    }
  }

  private void beginLater(Callback callback, Tree frame, Map<Path, Inference.Inferred> taken) {
    World entry = new World();
    entry.vars = stableVariables(callback.created);
    entry.equal = callback.created.equal;
    entry.heap =
        callback.created.heap.without(
            (field, value) -> isUnstable(pool.byId(field)) || !value.isDefinite());
    contractUnknown = false;
    contract = Contract.NONE;
    entryLocks.clear();
    entry = holding(entry, taken);
    frames.push(new Body(frame, false));
    st = new ArrayList<>(List.of(entry));
  }

  private void runLater(Callback callback, List<? extends VariableTree> parameters, Tree code) {
    List<Path> given = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      given.add(callback.given(i));
    }
    bindParameters(parameters, given);
    assumeFunctional(callback, parameters);
    walk(code);
    Tree outerEnd = end;
    end = code;
    endLater(code instanceof BlockTree ? null : code);
    end = outerEnd;
  }

  private void endLater(Tree site) {
    if (!st.isEmpty()) {
      atReturn(st, exit(Exit.Kind.RETURN, null, site));
    }
    frames.pop();
    st = new ArrayList<>();
  }

  /** Marks the frame of a callback that runs later and is no lambda. */
  private static final class LaterBody implements Tree {
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
    return created.vars.without((index, value) -> !value.isDefinite());
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
    List<Path> args = new ArrayList<>();
    for (int i = 0; i < functional.getParameters().size(); i++) {
      Path given = callback.given(i);
      if (i < parameters.size() && element(parameters.get(i)) instanceof VariableElement named) {
        args.add(st.get(0).vars.get(index(named)));
      } else if (given != null) {
        args.add(given);
      } else {
        args.add(
            evaluation(
                List.of(tree, Describer.ARGUMENT, i), functional.getParameters().get(i).asType()));
      }
    }
    contract = contracts.of(functional);
    receiver = functionalSelf(tree);
    arguments = args;
    for (Contract.Same same : contract.same()) {
      each(world -> believeSame(world, same));
    }
    List<World> begun = st;
    st = new ArrayList<>();
    begun.forEach(world -> st.addAll(alternatives(byContract(world))));
    return args;
  }

  /** A callback that is a scope is closed with what the method took for it. */
  private void assumeOwned(Path scope) {
    for (Clause clause : contracts.of(method).clauses()) {
      Path lock = isAcquisition(clause) ? bindInMethod(clause.lock().lock(), scope) : null;
      if (lock != null) {
        each(world -> assumeHeld(world, identity.lock(world, lock, clause.lock().mode())));
      }
    }
  }

  private static boolean isAcquisition(Clause clause) {
    return clause.kind() == Clause.Kind.ACQUIRES || clause.kind() == Clause.Kind.ACQUIRES_IF;
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
