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
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Applies the contracts of calls: what they need, what they change, what they give back. */
abstract class Calls extends Expressions {
  final Scopes scopes;
  private final Stamps stamps;
  private final Results results;

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
    this.stamps = new Stamps(pool, identity, facts, locks);
    this.results = new Results(env, contracts, pool, identity);
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
    apply(site, tree.getArguments());
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
    apply(site, tree.getArguments());
  }

  private boolean isInner(NewClassTree tree) {
    TypeElement type = env.typeElement(type(tree));
    return type != null
        && type.getEnclosingElement() instanceof TypeElement
        && !Env.isStatic(type)
        && type.getKind() == ElementKind.CLASS;
  }

  /** Applies the contract of a call whose operands are on the stack, and leaves its value. */
  void apply(CallSite site, List<? extends ExpressionTree> arguments) {
    if (site.result == null) {
      site.result = evaluation(site.tree, type(site.tree));
    }
    VariableElement component = contracts.componentField(site.method);
    if (component != null) {
      access(site.tree, component, site::receiver, false);
    }
    if (site.contract.concernsLocks()) {
      before(site);
    }
    boolean throwsNothing = neverThrows(site);
    if (!throwsNothing || site.contract.has(Clause.Kind.RELEASES) && !site.contract.fromModel()) {
      exceptional(site, throwsNothing);
    }
    runCallbacks(site, arguments);
    if (site.contract.concernsLocks()) {
      effects(site);
    }
    each(world -> results.give(world, site));
    escapes(site, arguments);
    drop(site.count + 1);
    promises(site);
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

  // ---- before the call

  private void before(CallSite site) {
    for (Contract.Same same : site.contract.same()) {
      demandSame(site, same);
    }
    for (Clause clause : site.contract.clauses()) {
      switch (clause.kind()) {
        case REQUIRES -> requires(site, clause);
        case EXCLUDES -> excludes(site, clause);
        case MAY_RELEASE -> needsAnyMode(site, clause);
        case DOWNGRADES -> needsExclusive(site, clause);
        case ENDS -> needsState(site, clause);
        default -> {
          /* an effect */
        }
      }
    }
    for (Clause clause : site.contract.clauses()) {
      switch (clause.kind()) {
        case ACQUIRES -> {
          if (!clause.flag()) {
            acquirable(site, clause, true);
          } else {
            orderOnly(site, clause);
          }
          withinOuter(site, clause);
        }
        case ACQUIRES_IF -> {
          acquirable(site, clause, clause.flag());
          withinOuter(site, clause);
        }
        default -> {
          /* already seen */
        }
      }
    }
  }

  private void demandSame(CallSite site, Contract.Same same) {
    if (CallSite.mentionsResult(same.left())
        || CallSite.mentionsResult(same.right())
        || site.isConstruction()) {
      /* what it makes so need not be so before */
      return;
    }
    for (World world : st) {
      Path left = Contracts.bind(same.left(), site.receiver(world), site.args(world), null, pool);
      Path right = Contracts.bind(same.right(), site.receiver(world), site.args(world), null, pool);
      if (left != null
          && right != null
          && identity.canonical(world, left) != identity.canonical(world, right)) {
        report(
            Rule.LOCK_NOT_HELD,
            site.tree,
            Place.Part.WHOLE,
            site.subject,
            "'"
                + describer.path(world, left)
                + "' and '"
                + describer.path(world, right)
                + "' to be one object",
            "",
            world,
            List.of(contractNote(same.origin())));
        return;
      }
    }
  }

  private void requires(CallSite site, Clause clause) {
    boolean foreign = clause.origin().source() == Origin.Source.FOREIGN;
    require(
        site.tree,
        Rule.LOCK_NOT_HELD,
        site.subject,
        foreign,
        world -> {
          List<Need> needs = new ArrayList<>();
          for (LockRef ref : clause.locks()) {
            Path lock = site.bind(world, ref);
            if (lock == null) {
              return List.of(new Need(null, Mode.READ, ref, clause.origin()));
            }
            needs.add(new Need(lock, requiredMode(ref), ref, clause.origin()));
          }
          return needs;
        });
  }

  /** A bare lock in a requirement is exclusive; a derived one has no mode to name. */
  static Mode requiredMode(LockRef ref) {
    LockDefinition definition = ref.definition();
    if (ref.mode() == null && definition != null && (definition.isDerived() || definition.state)) {
      return Mode.READ;
    }
    return ref.exclusiveUnlessNamed();
  }

  private void excludes(CallSite site, Clause clause) {
    LockRef ref = clause.lock();
    for (World world : st) {
      Path lock = site.bind(world, ref);
      if (lock != null
          && !isExempt(world, lock)
          && locks.mayBeHeld(world, lock, ref.mode() == Mode.WRITE ? Mode.WRITE : null)) {
        Path key = identity.lock(world, lock, null).path();
        List<dev.holdfast.checker.rule.Finding.Note> notes = new ArrayList<>();
        Hold hold = world.holds.get(key.id);
        if (hold != null && hold.since() != null) {
          notes.add(
              note(
                  NoteKind.ACQUIRED, hold.since(), describer.lock(world, key) + " was taken here"));
        }
        notes.add(contractNote(clause.origin()));
        report(
            Rule.LOCK_EXCLUDED,
            site.tree,
            Place.Part.WHOLE,
            site.subject,
            describer.lock(world, key),
            "",
            world,
            notes);
        return;
      }
    }
  }

  private void needsExclusive(CallSite site, Clause clause) {
    require(
        site.tree,
        Rule.LOCK_NOT_HELD,
        site.subject,
        false,
        world ->
            List.of(
                new Need(
                    site.bind(world, clause.lock()), Mode.WRITE, clause.lock(), clause.origin())));
  }

  private void needsAnyMode(CallSite site, Clause clause) {
    if (clause.origin().source() != Origin.Source.MODEL) {
      Mode mode = clause.lock().mode() == null ? Mode.READ : clause.lock().mode();
      require(
          site.tree,
          Rule.LOCK_NOT_HELD,
          site.subject,
          false,
          world ->
              List.of(
                  new Need(site.bind(world, clause.lock()), mode, clause.lock(), clause.origin())));
    }
  }

  private void needsState(CallSite site, Clause clause) {
    require(
        site.tree,
        Rule.LOCK_NOT_HELD,
        site.subject,
        false,
        world ->
            List.of(
                new Need(
                    site.bind(world, clause.lock()), Mode.READ, clause.lock(), clause.origin())));
  }

  private void acquirable(CallSite site, Clause clause, boolean blocking) {
    if (st.isEmpty() || site.bind(st.get(0), clause.lock()) == null) {
      return;
    }
    boolean waits = clause.kind() == Clause.Kind.ACQUIRES || blocking;
    if (waits) {
      beforeAcquire(site.tree, site.lock(clause.lock()), modeOf(site, clause), true, site.subject);
    }
    if (site.tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      checkStable(site.tree, select.getExpression());
    }
  }

  private void orderOnly(CallSite site, Clause clause) {
    if (!st.isEmpty() && site.bind(st.get(0), clause.lock()) != null) {
      Mode mode = mode(st.get(0), site.bind(st.get(0), clause.lock()), clause.lock());
      forbidUpgrade(site, clause, mode);
    }
  }

  /** Taking it again does nothing, but not while a read hold is in the way. */
  private void forbidUpgrade(CallSite site, Clause clause, Mode mode) {
    forbid(
        Rule.DOUBLE_ACQUIRE,
        site.tree,
        site.bind(st.get(0), clause.lock()),
        world -> {
          Hold hold =
              world.holds.get(
                  identity.lock(world, site.bind(world, clause.lock()), null).path().id);
          return mode == Mode.WRITE && hold != null && hold.write() == 0 && hold.read() > 0;
        },
        site.subject,
        "it is held for reading, and a read hold cannot be upgraded",
        NoteKind.ACQUIRED);
  }

  /** An exclusive hold of an inner lock exists only inside the outer one's. */
  private void withinOuter(CallSite site, Clause clause) {
    if (st.isEmpty()
        || mode(st.get(0), site.bind(st.get(0), clause.lock()), clause.lock()) == Mode.READ) {
      return;
    }
    LockDefinition definition = clause.lock().definition();
    if (definition == null || definition.within().isEmpty()) {
      return;
    }
    for (LockRef outer : definition.within()) {
      if (isRequired(site.contract, clause.lock(), outer)) {
        continue;
      }
      require(
          site.tree,
          Rule.LOCK_NOT_HELD,
          site.subject,
          false,
          world -> {
            Path lock = site.bind(world, clause.lock());
            Path bound = lock == null ? null : identity.bind(outer, lock.base, List.of(), null);
            return List.of(new Need(bound, Mode.WRITE, outer, definition.origin));
          });
    }
  }

  /** Whether the contract itself demands the outer lock already. */
  private static boolean isRequired(Contract contract, LockRef inner, LockRef outer) {
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.REQUIRES
          && clause.locks().size() == 1
          && clause.lock().lock().kind == outer.lock().kind
          && clause.lock().lock().key == outer.lock().key
          && requiredMode(clause.lock()) == Mode.WRITE) {
        return true;
      }
    }
    return false;
  }

  private Function<World, Mode> modeOf(CallSite site, Clause clause) {
    return world -> mode(world, site.bind(world, clause.lock()), clause.lock());
  }

  /** The mode that a release names; null where any will do. */
  private Function<World, Mode> releasedMode(CallSite site, Clause clause) {
    return world -> {
      Path lock = site.bind(world, clause.lock());
      return lock == null
          ? clause.lock().mode()
          : identity.lock(world, lock, clause.lock().mode()).mode();
    };
  }

  private Mode mode(World world, Path lock, LockRef ref) {
    if (lock == null) {
      return ref.exclusiveUnlessNamed();
    }
    Mode named = identity.lock(world, lock, ref.mode()).mode();
    return named == null ? Mode.WRITE : named;
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
              return lock == null ? world : releasedQuietly(world, lock, clause.lock(), site.tree);
            });
      } else if (clause.kind() == Clause.Kind.MAY_RELEASE) {
        interrupt(site, clause);
      }
    }
    if (handlersOnly) {
      raiseToHandlers(st, thrown(site.method));
    } else {
      raise(st, thrown(site.method), site.tree);
    }
    st = normal;
  }

  private World releasedQuietly(World world, Path lock, LockRef ref, Tree site) {
    Identity.Lock at = identity.lock(world, lock, ref.mode());
    Hold hold = world.holds.get(at.path().id);
    return hold == null
        ? world
        : locks.release(world, at.path(), at.mode() == null ? hold.mode() : at.mode(), site);
  }

  // ---- callbacks

  private void runCallbacks(CallSite site, List<? extends ExpressionTree> arguments) {
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
    apply(site, List.of());
  }

  abstract void statement(com.sun.source.tree.StatementTree tree);

  // ---- effects

  private void effects(CallSite site) {
    Contract contract = site.contract;
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES -> releases(site, clause);
        case DOWNGRADES ->
            each(
                world -> {
                  Path lock = site.bind(world, clause.lock());
                  if (lock == null) {
                    return world;
                  }
                  Path key = identity.lock(world, lock, null).path();
                  return world.holds.has(key.id)
                      ? locks.downgrade(world, key, site.tree)
                      : locks.holdOnEntry(world, key, Mode.READ);
                });
        case MAY_RELEASE -> interrupt(site, clause);
        default -> {
          /* later */
        }
      }
    }
    if (contract.releasesAll()) {
      each(world -> releasedAll(world, site.tree));
    }
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case ACQUIRES -> acquires(site, clause);
        case ACQUIRES_IF -> acquiresIf(site, clause);
        case RELEASES_IF -> releasesIf(site, clause);
        case TESTS_HELD -> testsHeld(site, clause);
        case ASSERTS_HELD, ENSURES -> believed(site, clause);
        case ESTABLISHES -> establishes(site, clause);
        case ENDS -> each(world -> stateEnds(world, site, clause));
        default -> {
          /* done before */
        }
      }
    }
    st = stamps.after(site, st);
  }

  private World releasedAll(World world, Tree site) {
    World[] result = {world};
    world.holds.forEach((id, hold) -> result[0] = locks.releaseAll(result[0], pool.byId(id), site));
    return result[0];
  }

  private void releases(CallSite site, Clause clause) {
    if (clause.origin().source() == Origin.Source.INFERRED) {
      each(
          world -> {
            Path lock = site.bind(world, clause.lock());
            return lock == null ? world : releasedQuietly(world, lock, clause.lock(), site.tree);
          });
      return;
    }
    if (site.contract.stampParameter() >= 0 && wrongStamp(site, clause)) {
      return;
    }
    Function<World, Path> lock =
        world -> identity.lock(world, orSelf(site.bind(world, clause.lock())), null).path();
    if (st.isEmpty() || site.bind(st.get(0), clause.lock()) == null) {
      return;
    }
    release(site.tree, lock, releasedMode(site, clause), site.subject);
    each(world -> stamps.spent(world, site));
  }

  private Path orSelf(Path path) {
    return path == null ? pool.nullValue() : path;
  }

  /** Whether the stamp is not the one that the lock is held under; reported if so. */
  private boolean wrongStamp(CallSite site, Clause clause) {
    List<World> good = new ArrayList<>();
    List<World> bad = new ArrayList<>();
    for (World world : st) {
      Path lock = site.bind(world, clause.lock());
      Hold hold = lock == null ? null : world.holds.get(identity.lock(world, lock, null).path().id);
      Path stamp = site.args(world).get(site.contract.stampParameter());
      boolean fits =
          hold == null
              || hold.stamp() == null
              || stamp == null
              || identity.canonical(world, hold.stamp()) == identity.canonical(world, stamp);
      (fits ? good : bad).add(world);
    }
    if (bad.isEmpty()) {
      return false;
    }
    World first = bad.get(0);
    Path lock = identity.lock(first, site.bind(first, clause.lock()), null).path();
    Hold hold = first.holds.get(lock.id);
    markWrongRelease(lock);
    if (good.isEmpty() || !reporter.isDisputed(lock)) {
      List<dev.holdfast.checker.rule.Finding.Note> notes = new ArrayList<>();
      if (hold.since() != null) {
        notes.add(
            note(NoteKind.ACQUIRED, hold.since(), describer.lock(first, lock) + " was taken here"));
      }
      report(
          Rule.RELEASE_NOT_HELD,
          site.tree,
          Place.Part.WHOLE,
          site.subject,
          describer.lock(first, lock),
          "the stamp is not the one that it is held under",
          first,
          notes);
    }
    if (good.isEmpty()) {
      return true;
    }
    st = good;
    dispute(lock);
    return false;
  }

  private void interrupt(CallSite site, Clause clause) {
    each(
        world -> {
          Path lock = site.bind(world, clause.lock());
          if (lock == null) {
            return world;
          }
          Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
          return locks.interrupt(
              world, at.path(), clause.lock().mode() == null ? null : at.mode(), site.tree);
        });
  }

  private void acquires(CallSite site, Clause clause) {
    if (st.isEmpty() || site.bind(st.get(0), clause.lock()) == null) {
      return;
    }
    Path stamp = site.contract.stampRole() == Contract.StampRole.STAMPED ? site.result : null;
    acquire(site.tree, site.lock(clause.lock()), modeOf(site, clause), stamp, clause.flag());
    own(site, clause);
    if (stamp != null) {
      each(world -> world.withFact(site.result, Fact.NON_ZERO));
    } else if (CallSite.mentionsResult(clause.lock().lock())) {
      each(world -> world.withFact(site.result, Fact.NON_NULL));
    }
  }

  private void own(CallSite site, Clause clause) {
    if (scopes.makesScope(site)) {
      each(world -> scopes.own(world, site, clause.lock(), modeOf(site, clause).apply(world)));
    }
  }

  private void acquiresIf(CallSite site, Clause clause) {
    if (st.isEmpty() || site.bind(st.get(0), clause.lock()) == null) {
      return;
    }
    Path stamp = site.contract.stampRole() == Contract.StampRole.STAMPED ? site.result : null;
    conditionallyTaken.put(
        site.tree, identity.lock(st.get(0), site.bind(st.get(0), clause.lock()), null).path());
    List<World> without = outcome(st, site, clause.when().opposite());
    st = outcome(st, site, clause.when());
    boolean idempotent = clause.flag() && clause.origin().source() == Origin.Source.FOREIGN;
    acquire(site.tree, site.lock(clause.lock()), modeOf(site, clause), stamp, idempotent);
    own(site, clause);
    if (scopes.makesScope(site) && clause.when() == When.NON_NULL) {
      unstale(site);
    }
    st.addAll(without);
  }

  /** The locks that conditional acquisitions take, by their call. */
  final Map<Tree, Path> conditionallyTaken = new HashMap<>();

  private void unstale(CallSite site) {
    each(
        world -> {
          World next = world.copy();
          next.stale = world.stale.remove(site.result.id);
          return next;
        });
  }

  /** The worlds in which the call had that outcome; the result is known there. */
  private List<World> outcome(List<World> worlds, CallSite site, When when) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Fact known = world.facts.get(site.result.id);
      if (known != null && known == Fact.valueOf(when.opposite().name())) {
        continue;
      }
      result.add(world.withFact(site.result, Fact.valueOf(when.name())));
    }
    return result;
  }

  private void releasesIf(CallSite site, Clause clause) {
    if (st.isEmpty() || site.bind(st.get(0), clause.lock()) == null) {
      return;
    }
    Function<World, Path> lock =
        world -> identity.lock(world, orSelf(site.bind(world, clause.lock())), null).path();
    Mode mode =
        identity.lock(st.get(0), site.bind(st.get(0), clause.lock()), clause.lock().mode()).mode();
    List<World> kept = outcome(st, site, clause.when().opposite());
    st = outcome(st, site, clause.when());
    if (site.contract.fromModel()) {
      each(
          world ->
              world.holds.has(lock.apply(world).id)
                  ? releasedQuietly(world, lock.apply(world), clause.lock(), site.tree)
                  : null);
    } else {
      release(site.tree, lock, releasedMode(site, clause), site.subject);
    }
    for (World world : kept) {
      Path key = lock.apply(world);
      // As if the call had been legal: what it did not release is held.
      st.add(
          world.holds.has(key.id)
              ? world
              : locks.holdOnEntry(world, key, mode == null ? Mode.WRITE : mode));
    }
  }

  private void testsHeld(CallSite site, Clause clause) {
    LockRef ref = clause.lock();
    if (st.isEmpty() || site.bind(st.get(0), ref) == null) {
      return;
    }
    boolean counts = site.method.getReturnType().getKind() != TypeKind.BOOLEAN;
    List<World> result = new ArrayList<>();
    for (World world : st) {
      Path lock = site.bind(world, ref);
      Mode mode = ref.mode() == null ? Mode.READ : ref.mode();
      boolean held = locks.isHeld(world, lock, mode);
      World yes = world.withFact(site.result, counts ? Fact.POSITIVE : Fact.TRUE);
      result.add(held ? yes : believe(yes, lock, ref));
      if (!held) {
        result.add(world.withFact(site.result, counts ? Fact.ZERO : Fact.FALSE));
      }
    }
    st = result;
  }

  /** The world in which a lock or state is taken to be held because somebody checked. */
  World believe(World world, Path lock, LockRef ref) {
    Identity.Lock at = identity.lock(world, lock, ref.mode());
    if (at.path().kind == Kind.LOCK && ((LockDefinition) at.path().key).state) {
      return locks.establish(world, at.path());
    }
    if (locks.isHeld(world, lock, at.mode() == null ? requiredMode(ref) : at.mode())) {
      return world;
    }
    World next = world;
    if (world.stale.has(at.path().base == null ? -1 : at.path().base.id)) {
      next = world.copy();
      next.stale = world.stale.remove(at.path().base.id);
    }
    return locks.holdOnEntry(next, at.path(), at.mode() == null ? requiredMode(ref) : at.mode());
  }

  private void believed(CallSite site, Clause clause) {
    if (CallSite.mentionsResult(clause.lock().lock())) {
      return;
    }
    List<World> result = new ArrayList<>();
    for (World world : st) {
      if (clause.locks().size() > 1 && isOneHeld(world, site, clause)) {
        result.add(world);
        continue;
      }
      for (LockRef ref : clause.locks()) {
        Path lock = site.bind(world, ref);
        merge.add(
            result, lock == null ? world : believe(world, lock, ref), List.of(site.tree, ref));
      }
    }
    st = result;
  }

  private boolean isOneHeld(World world, CallSite site, Clause clause) {
    for (LockRef ref : clause.locks()) {
      Path lock = site.bind(world, ref);
      if (lock != null && locks.isHeld(world, lock, requiredMode(ref))) {
        return true;
      }
    }
    return false;
  }

  private void establishes(CallSite site, Clause clause) {
    each(
        world -> {
          Path state = site.bind(world, clause.lock());
          return state == null ? world : locks.establish(world, identity.canonical(world, state));
        });
  }

  private World stateEnds(World world, CallSite site, Clause clause) {
    Path state = site.bind(world, clause.lock());
    return state == null ? world : locks.end(world, identity.canonical(world, state));
  }

  // ---- stamps
  // ---- result

  /** What the contract promises of the result, once it is the value at hand. */
  private void promises(CallSite site) {
    if (st.isEmpty()) {
      return;
    }
    TypeMirror type = site.method.getReturnType();
    boolean reference = !type.getKind().isPrimitive() && type.getKind() != TypeKind.VOID;
    if (reference && locks.canGoStale(site.result)) {
      each(
          world -> {
            if (world.val != site.result) {
              return world;
            }
            World next = world.copy();
            next.born = world.born.put(site.result.id, site.result);
            next.stale = world.stale.remove(site.result.id);
            return next;
          });
    }
    if (!reference && !site.isConstruction()) {
      return;
    }
    promiseSame(site);
    for (Clause clause : site.contract.clauses(Clause.Kind.ENSURES)) {
      if (CallSite.mentionsResult(clause.lock().lock())) {
        each(
            world ->
                isNullHere(world, site)
                    ? world
                    : scopes.whileOpen(
                        promise(world, site, clause), operandOfPromise, site, clause.lock()));
      }
    }
    for (Clause clause : site.contract.clauses(Clause.Kind.ESTABLISHES)) {
      if (CallSite.mentionsResult(clause.lock().lock())) {
        each(
            world -> {
              Path state = identity.bind(clause.lock(), null, List.of(), site.result);
              return state == null || isNullHere(world, site)
                  ? world
                  : locks.establish(world, identity.canonical(world, state));
            });
      }
    }
  }

  private boolean isNullHere(World world, CallSite site) {
    return world.val != null && world.val.kind == Kind.NULL;
  }

  private void promiseSame(CallSite site) {
    // The operands are gone from the stack, so the pairs were bound before; see bindSame.
    List<Path[]> pairs = boundPairs;
    boundPairs = List.of();
    for (Path[] pair : pairs) {
      each(world -> isNullHere(world, site) ? world : identity.unite(world, pair[0], pair[1]));
    }
  }

  private List<Path[]> boundPairs = List.of();

  /** The receiver of the call whose promises are being believed. */
  private Path operandOfPromise;

  private World promise(World world, CallSite site, Clause clause) {
    Path lock = identity.bind(clause.lock(), null, List.of(), site.result);
    if (lock == null) {
      return world;
    }
    if (Boolean.TRUE.equals(facts.isNull(world, site.result))) {
      return world;
    }
    return believe(world, lock, clause.lock());
  }

  // ---- escape

  /**
   * Arguments become reachable for others, unless the callee is a stage of our own pipeline or runs
   * them inline.
   */
  private void escapes(CallSite site, List<? extends ExpressionTree> arguments) {
    bindSame(site);
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

  private void bindSame(CallSite site) {
    boundPairs = List.of();
    operandOfPromise = st.isEmpty() ? null : site.receiver(st.get(0));
    if (site.contract.same().isEmpty() || st.isEmpty()) {
      return;
    }
    List<Path[]> pairs = new ArrayList<>();
    World world = st.get(0);
    for (Contract.Same same : site.contract.same()) {
      if (CallSite.mentionsResult(same.left())
          || CallSite.mentionsResult(same.right())
          || site.isConstruction()) {
        Path left =
            Contracts.bind(same.left(), site.receiver(world), site.args(world), site.result, pool);
        Path right =
            Contracts.bind(same.right(), site.receiver(world), site.args(world), site.result, pool);
        if (left != null && right != null) {
          pairs.add(new Path[] {left, right});
        }
      }
    }
    boundPairs = pairs;
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
