package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Applies the contracts of calls: what they need, what they change, what they give back. */
abstract class Calls extends Expressions {
  final Scopes scopes;
  private final Results results;
  private final Demands demands;
  private final Beliefs beliefs;
  final Effects effects;

  Calls(
      Env env,
      Contracts contracts,
      ClassScan scan,
      TreePath root,
      long fuel,
      Reporter reporter,
      Element member,
      TypeElement self) {
    super(env, contracts, scan, root, fuel, reporter, member, self);
    this.scopes = new Scopes(env, contracts, identity, locks);
    this.results = new Results(env, contracts, pool, identity);
    this.demands = new Demands(this);
    this.beliefs = new Beliefs(this, scopes);
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
    boolean writes = contract.mutates() && on != null && !isConcurrent(on);
    quiet += releasesOnly(contract) ? 1 : 0;
    mutated = writes ? plain(on) : null;
    ExpressionTree receiver = receiver(tree, callee);
    mutated = null;
    quiet -= releasesOnly(contract) ? 1 : 0;
    selfGuardedReceiver(receiver, contract);
    push();
    int index = 0;
    for (ExpressionTree argument : tree.getArguments()) {
      mutated = contract.mutates(index) ? plain(argument) : null;
      eval(argument);
      mutated = null;
      if (contract.stampRole() != Contract.StampRole.VALIDATES) {
        useRacy(read -> true);
      }
      index++;
      push();
    }
    if (contract.stampRole() != Contract.StampRole.VALIDATES) {
      useRacy(read -> true);
    }
    CallSite site = new CallSite(binder, tree, callee, contract, tree.getArguments().size());
    site.onField =
        receiver != null
            && element(plain(receiver)) instanceof VariableElement field
            && isField(field);
    if (receiver != null && !Env.isStatic(callee)) {
      site(site, receiver);
    }
    nameOperands(site, receiver, tree.getArguments());
    apply(site);
    describer.forgetNames();
  }

  /** A call on what a self-guarded field refers to reads it. */
  private void selfGuardedReceiver(ExpressionTree receiver, Contract contract) {
    ExpressionTree plain = receiver == null ? null : plain(receiver);
    if (plain != null
        && !contract.concernsLocks()
        && element(plain) instanceof VariableElement field
        && isField(field)
        && isSelfGuarded(field)) {
      Path base =
          plain instanceof MemberSelectTree select && !Env.isStatic(field)
              ? simplePath(select.getExpression())
              : implicitBase(field);
      selfGuardedUse = plain;
      access(plain, field, world -> base, false);
      selfGuardedUse = null;
    }
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

  private boolean isConcurrent(ExpressionTree receiver) {
    TypeElement type = env.typeElement(type(receiver));
    return type != null && contracts.isConcurrent(type);
  }

  /** Messages call receiver and arguments what the user calls them. */
  private void nameOperands(
      CallSite site, ExpressionTree receiver, List<? extends ExpressionTree> arguments) {
    if (!site.contract.concernsLocks() && contracts.componentField(site.method) == null) {
      return;
    }
    for (World world : st) {
      if (receiver != null && site.receiver(world) != null) {
        describer.name(identity.canonical(world, site.receiver(world)), receiver.toString());
      }
      List<Path> args = site.args(world);
      for (int i = 0; i < args.size() && i < arguments.size(); i++) {
        if (args.get(i) != null && args.get(i).kind != Kind.CONST) {
          describer.name(identity.canonical(world, args.get(i)), arguments.get(i).toString());
        }
      }
    }
  }

  /** Evaluates what the method is called on; answers its expression if there is one. */
  private ExpressionTree receiver(MethodInvocationTree tree, ExecutableElement callee) {
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
      eval(select.getExpression());
      each(world -> notNull(world, world.val));
      return select.getExpression();
    }
    setVal(callee.getKind() == ElementKind.CONSTRUCTOR ? pool.self(self) : implicitBase(callee));
    return null;
  }

  /** A call on a view of a guarded object reads the object. */
  private void site(CallSite site, ExpressionTree receiver) {
    for (World world : st) {
      Path raw = site.receiver(world);
      Path path = raw == null ? null : identity.canonical(world, raw);
      if (path != null && Results.isView(path)) {
        VariableElement field = (VariableElement) path.base.key;
        access(
            receiver,
            field,
            w -> Results.viewBase(identity.canonical(w, site.receiver(w))),
            site.contract.mutates());
        return;
      }
    }
  }

  @Override
  void create(NewClassTree tree) {
    Element element = element(tree);
    Path outer = null;
    if (tree.getEnclosingExpression() != null) {
      eval(tree.getEnclosingExpression());
      outer = st.isEmpty() ? null : st.get(0).val;
    }
    create(tree, element, outer);
  }

  private void create(NewClassTree tree, Element element, Path outer) {
    Path value = evaluation(tree, type(tree));
    setVal(value);
    push();
    for (ExpressionTree argument : tree.getArguments()) {
      eval(argument);
      useRacy(read -> true);
      push();
    }
    boolean inner = tree.getClassBody() != null || isInner(tree);
    each(
        world -> {
          World next = world.copy();
          if (outer != null) {
            next.equal =
                world.equal.put(pool.ghost(value, "outer").id, identity.canonical(world, outer));
          }
          next.fresh = world.fresh.put(value.id, value);
          next.facts = world.facts.put(value.id, Fact.NON_NULL);
          if (inner) {
            List<Path> captured =
                tree.getClassBody() != null
                    ? captures(world, tree.getClassBody())
                    : captures(world, tree);
            for (Path each : captured) {
              next.carry(value, each);
            }
            if (world.fresh.has(pool.self(self).id)) {
              next.carry(value, pool.self(self));
            }
          }
          return next;
        });
    if (!(element instanceof ExecutableElement constructor)) {
      drop(tree.getArguments().size() + 1);
      setVal(value);
      return;
    }
    CallSite site =
        new CallSite(
            binder, tree, constructor, contractOf(constructor), tree.getArguments().size());
    site.result = value;
    apply(site);
  }

  private boolean isInner(NewClassTree tree) {
    TypeElement type = env.typeElement(type(tree));
    return type != null
        && type.getEnclosingElement() instanceof TypeElement
        && !Env.isStatic(type)
        && type.getKind() == ElementKind.CLASS;
  }

  /** Applies the contract of a call whose operands are on the stack, and leaves its value. */
  void apply(CallSite site) {
    if (site.result == null) {
      site.result = evaluation(site.tree, type(site.tree));
    }
    VariableElement component = contracts.componentField(site.method);
    if (component != null) {
      access(site.tree, component, site::receiver, false);
    }
    if (site.contract.concernsLocks()) {
      demands.before(site);
    }
    boolean throwsNothing = neverThrows(site);
    if (!throwsNothing || site.contract.has(Clause.Kind.RELEASES) && !site.contract.fromModel()) {
      exceptional(site, throwsNothing);
    }
    runCallbacks(site);
    if (site.contract.concernsLocks()) {
      effects.apply(site);
    }
    each(world -> results.give(world, site));
    escapes(site);
    drop(site.count + 1);
    beliefs.promises(site);
    settle(site.tree);
  }

  private boolean neverThrows(CallSite site) {
    Contract contract = site.contract;
    if (contract.neverThrows() || contract.returns() != null && contract.clauses().isEmpty()) {
      return true;
    }
    if (contracts.componentField(site.method) != null
        || scan.fields().getterField(site.method) != null) {
      return true;
    }
    if (scopes.isClose(site)) {
      return true;
    }
    boolean releases = false;
    boolean questions = false;
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES -> releases = true;
        case TESTS_HELD -> questions = true;
        case REQUIRES, ENDS -> {
          /* no reason to throw, none not to */
        }
        default -> {
          return false;
        }
      }
    }
    return releases || questions;
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
      raiseToHandlers(st, thrown(site.method));
    } else {
      raise(st, thrown(site.method), site.tree);
    }
    st = normal;
  }

  // ---- callbacks

  private void runCallbacks(CallSite site) {
    if (results.runsElsewhere(site, st)) {
      return;
    }
    if (site.contract.runsDeferred()) {
      for (World world : snapshot()) {
        Path receiver = site.receiver(world);
        List<Path> carried =
            receiver == null ? null : world.carried.get(identity.canonical(world, receiver).id);
        if (carried != null) {
          for (Path each : carried) {
            if (each.kind == Kind.LAMBDA) {
              runInline(each);
            } else if (each.kind == Kind.FIELD) {
              access(site.tree, (VariableElement) each.key, w -> each.base, false);
            }
          }
          break;
        }
      }
    }
    for (int i = 0; i < site.count; i++) {
      if (site.contract.runsInline(i)) {
        int depth = site.count - 1 - i;
        Path callback = null;
        for (World world : snapshot()) {
          Path value = peek(world, depth);
          List<Path> carried =
              value == null ? null : world.carried.get(identity.canonical(world, value).id);
          if (carried != null && value.kind != Kind.LAMBDA) {
            carried.stream().filter(each -> each.kind == Kind.LAMBDA).forEach(this::runInline);
            break;
          }
          if (value != null) {
            Path path = identity.canonical(world, value);
            boolean body =
                path.kind == Kind.VALUE
                    && path.key instanceof NewClassTree creation
                    && creation.getClassBody() != null;
            callback = path.kind == Kind.LAMBDA || body ? path : callback;
          }
        }
        if (callback != null) {
          runInline(callback);
        }
      }
    }
  }

  @Override
  void runInline(Path path) {
    Tree tree = (Tree) path.key;
    if (tree instanceof NewClassTree creation) {
      runAnonymous(creation);
      return;
    }
    Callback callback = callbacks.get(tree);
    if (callback != null) {
      callback.inlined = true;
    }
    if (tree instanceof MemberReferenceTree reference) {
      callReference(reference, null);
      return;
    }
    LambdaExpressionTree lambda = (LambdaExpressionTree) tree;
    repeatedly(lambda, () -> runBody(lambda));
  }

  /** The method of an anonymous class that is passed where a callback runs inline. */
  private void runAnonymous(NewClassTree creation) {
    ExecutableElement functional = Functional.method(env, type(creation.getIdentifier()));
    for (Tree each : creation.getClassBody().getMembers()) {
      if (functional != null
          && each instanceof com.sun.source.tree.MethodTree body
          && body.getBody() != null
          && body.getName().contentEquals(functional.getSimpleName())
          && body.getParameters().size() == functional.getParameters().size()
          && element(creation.getClassBody()) instanceof TypeElement type) {
        scan.inlined.add(body);
        TypeElement outer = self;
        self = type;
        repeatedly(body, () -> runBody(body, body.getParameters(), body.getBody()));
        self = outer;
      }
    }
  }

  /** A callback may run any number of times, or never. */
  private void repeatedly(Tree callback, java.util.function.Supplier<List<World>> run) {
    for (int pass = 0; pass < 3 && !st.isEmpty(); pass++) {
      List<World> before = snapshot();
      int mark = reporter.mark();
      List<World> after = run.get();
      List<World> both = merge.join(new ArrayList<>(before), after, callback);
      boolean stable = sameWorlds(both, before);
      st = both;
      if (stable) {
        break;
      }
      if (pass < 2) {
        reporter.truncate(mark);
      }
    }
  }

  private List<World> runBody(LambdaExpressionTree lambda) {
    return runBody(lambda, lambda.getParameters(), lambda.getBody());
  }

  private List<World> runBody(Tree callback, List<? extends VariableTree> parameters, Tree code) {
    Body body = new Body(callback, true);
    frames.push(body);
    bindParameters(parameters);
    if (code instanceof ExpressionTree expression) {
      eval(expression);
      useRacy(read -> true);
    } else {
      statement((com.sun.source.tree.StatementTree) code);
    }
    frames.pop();
    return merge.join(st, body.returns, callback);
  }

  void bindParameters(List<? extends VariableTree> parameters) {
    for (VariableTree parameter : parameters) {
      if (element(parameter) instanceof VariableElement variable) {
        setVal(evaluation(parameter, variable.asType()));
        assignLocal(variable, parameter);
      }
    }
  }

  static boolean sameWorlds(List<World> a, List<World> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).same(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Checks a method reference as the lambda that it stands for. */
  void callReference(MemberReferenceTree reference, List<Path> given) {
    if (!(element(reference) instanceof ExecutableElement callee) || st.isEmpty()) {
      return;
    }
    boolean unbound = element(reference.getQualifierExpression()) instanceof TypeElement;
    if (callee.getKind() == ElementKind.CONSTRUCTOR || Env.isStatic(callee)) {
      setVal(
          callee.getKind() == ElementKind.CONSTRUCTOR
              ? evaluation(
                  reference.getQualifierExpression(), callee.getEnclosingElement().asType())
              : null);
    } else if (unbound && given != null && !given.isEmpty()) {
      setVal(given.get(0));
    } else if (unbound) {
      setVal(evaluation(reference.getQualifierExpression(), callee.getEnclosingElement().asType()));
    } else {
      Path simple = simplePath(reference.getQualifierExpression());
      setVal(
          simple != null
              ? simple
              : evaluation(
                  reference.getQualifierExpression(), type(reference.getQualifierExpression())));
    }
    push();
    int count = callee.getParameters().size();
    for (int i = 0; i < count; i++) {
      VariableElement parameter = callee.getParameters().get(i);
      int at =
          unbound && !Env.isStatic(callee) && callee.getKind() != ElementKind.CONSTRUCTOR
              ? i + 1
              : i;
      setVal(
          given != null && at < given.size()
              ? given.get(at)
              : evaluation(List.of(reference, i), parameter.asType()));
      push();
    }
    CallSite site = new CallSite(binder, reference, callee, contractOf(callee), count);
    site.result = evaluation(List.of(reference, "result"), callee.getReturnType());
    apply(site);
  }

  abstract void statement(com.sun.source.tree.StatementTree tree);

  // ---- escape

  /**
   * Arguments become reachable for others, unless the callee is a stage of our own pipeline or runs
   * them inline.
   */
  private void escapes(CallSite site) {
    beliefs.bindSame(site);
    holdings(site);
    for (int i = 0; i < site.count; i++) {
      if (site.contract.runsInline(i) || site.contract.defers(i)) {
        continue;
      }
      int depth = site.count - 1 - i;
      each(world -> escapeArgument(world, site, peek(world, depth)));
    }
    forgetUnstableFacts(site);
    scopeClosed(site);
  }

  /** Callbacks that run with a lock held, whenever they run. */
  private void holdings(CallSite site) {
    for (int i = 0; i < site.count; i++) {
      List<LockRef> held = site.contract.holding(i);
      for (World world : st) {
        Path value = peek(world, site.count - 1 - i);
        if (!held.isEmpty()
            && value != null
            && value.kind == Kind.LAMBDA
            && callbacks.get((Tree) value.key) != null) {
          for (LockRef ref : held) {
            Path lock = site.bind(world, ref);
            if (lock != null) {
              callbacks.get((Tree) value.key).holding.add(lock);
            }
          }
        }
      }
    }
  }

  private World escapeArgument(World world, CallSite site, Path argument) {
    if (argument == null) {
      return world;
    }
    return isHarmless(site.method) ? world : escaped(world, argument);
  }

  /** Methods that keep no reference to what they are given. */
  private static boolean isHarmless(ExecutableElement method) {
    String type = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    return type.equals("java.util.Objects")
        || type.equals("java.lang.System")
        || type.equals("java.lang.String");
  }

  /**
   * A call may change what fields that are not final hold; what was known of their values is
   * forgotten.
   */
  private void forgetUnstableFacts(CallSite site) {
    if (site.contract.neverThrows()) {
      return;
    }
    each(
        world -> {
          World[] result = {world};
          world.facts.forEach(
              (id, fact) -> {
                if (dependsOnFields(pool.byId(id))) {
                  result[0] = result[0] == world ? world.copy() : result[0];
                  result[0].facts = result[0].facts.remove(id);
                }
              });
          return result[0];
        });
  }

  private void scopeClosed(CallSite site) {
    if (scopes.isClose(site)) {
      each(world -> scopes.close(world, site.receiver(world), site.tree));
    }
  }
}
