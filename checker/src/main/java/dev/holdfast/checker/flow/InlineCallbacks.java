package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.Frames.Body;
import dev.holdfast.checker.flow.Frames.Cleanup;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Runs callbacks where a call runs them: lambdas, method references, anonymous classes. */
abstract class InlineCallbacks extends Expressions {

  /** The step from a callback to what it is given that only the method has a name for. */
  private static final String GIVEN = "given";

  /** What a call passes to a callback that it runs, and the locks that it holds meanwhile. */
  private static final class Passed {
    private final List<Path> given;
    private final Map<Path, Mode> taken;

    /** What the callback is given elements of, one each time; null if that is not known. */
    private final Path container;

    Passed(List<Path> given, Map<Path, Mode> taken) {
      this.given = given;
      this.taken = taken;
      this.container = null;
    }

    Passed(Path container) {
      this.given = List.of();
      this.taken = Map.of();
      this.container = container;
    }
  }

  /** The callbacks that are being followed: one that calls itself is followed once. */
  private final Set<Tree> running = new HashSet<>();

  /** The locks that are held when the body begins. */
  final Set<Path> entryLocks = new LinkedHashSet<>();

  /** Those of the method, once code that runs later is looked at. */
  final Set<Path> methodEntryLocks = new LinkedHashSet<>();

  /** The locks held wherever the method runs a callback that it is given, by index. */
  final Map<Integer, Set<Path>> heldForCallbacks = new HashMap<>();

  /** The locks held on entry that are not held so wherever it runs one, by index. */
  final Map<Integer, Set<Path>> lostForCallbacks = new HashMap<>();

  /** What the method gives a callback each time, by index; null where that is not one object. */
  final Map<Integer, List<Path>> givenToCallbacks = new HashMap<>();

  final Pipelines pipelines;

  InlineCallbacks(BodyContext context) {
    super(context);
    this.pipelines = new Pipelines(this);
  }

  abstract void statement(StatementTree tree);

  /** Applies the contract of a call whose operands are on the stack, and leaves its value. */
  abstract void apply(CallSite site);

  /** Runs what the call runs before it returns. */
  void runCallbacks(CallSite site) {
    if (results.runsElsewhere(site, st)) {
      runsElsewhere(site);
      return;
    }
    if (site.contract.runsDeferred() || isCombined(site)) {
      runDeferred(site, "");
    } else {
      runDeferredTo(site);
    }
    for (int i = 0; i < site.count; i++) {
      int index = i;
      int depth = site.count - 1 - i;
      if (scan.calledBack().isMerelyRun(site.method, i)) {
        seeWhetherKept(site, i, depth);
      }
      if (!site.contract.heldForCallback(i).isEmpty()
          || !site.contract.lostForCallback(i).isEmpty()) {
        runHolding(site, i, depth);
      } else if (runs(site, i)) {
        Path container = common(st, world -> pipelines.given(world, site, index));
        List<Path> given = given(site, i);
        Passed passed = new Passed(given, Map.of());
        runArgument(depth, container == null ? passed : new Passed(container));
      }
    }
  }

  /** What a pipeline hands to other threads may run whenever they hold nothing. */
  private void runsElsewhere(CallSite site) {
    for (World world : st) {
      List<Path> handed = site.args(world);
      handed.add(site.receiver(world));
      for (Path each : handed) {
        Path value = each == null ? null : identity.canonical(world, each);
        if (value != null) {
          callbacksEscape(List.of(value));
          callbacksEscape(contents(world, value));
        }
      }
    }
  }

  /** Whether the call runs a callback that a call has combined with others, or made of one. */
  private boolean isCombined(CallSite site) {
    Path on = common(st, site::receiver);
    return on != null
        && on.kind == Kind.VALUE
        && on.key instanceof MethodInvocationTree
        && site.method.getModifiers().contains(Modifier.ABSTRACT)
        && site.method == Functional.method(env, on.type);
  }

  /** A callback that this body, or its own, does more with than to have it run runs later, too. */
  private void seeWhetherKept(CallSite site, int index, int depth) {
    Path callback = common(st, world -> peek(world, depth));
    Callback known =
        callback == null || !isCallback(callback) ? null : callbacks.get((Tree) callback.key);
    if (known != null) {
      ExpressionTree argument = site.argument(index);
      Element variable = argument == null ? null : element(Env.plain(argument));
      known.escaped |=
          variable instanceof VariableElement && scan.calledBack().isKept(body, variable)
              || known.tree instanceof NewClassTree creation
                  && CalledBack.handsOnItself(creation.getClassBody());
    }
  }

  /** Whether the call runs the callback at that index before it returns. */
  private boolean runs(CallSite site, int index) {
    return site.contract.runsInline(index) || scan.calledBack().isMerelyRun(site.method, index);
  }

  /** The call runs the callback with other locks than those held here. */
  private void runHolding(CallSite site, int index, int depth) {
    Map<Path, Mode> taken = new LinkedHashMap<>();
    for (LockRef ref : site.contract.heldForCallback(index)) {
      Identity.Lock lock = boundHere(site, ref);
      if (lock != null && !st.stream().allMatch(w -> locks.isHeld(w, lock.path(), lock.mode()))) {
        taken.put(lock.path(), lock.mode());
      }
    }
    boolean isFree =
        st.stream().allMatch(w -> taken.keySet().stream().noneMatch(l -> w.holds.has(l.id)));
    if (isFree && site.contract.lostForCallback(index).isEmpty()) {
      runArgument(depth, new Passed(given(site, index), taken));
    } else {
      runElsewhere(site, index, depth);
    }
  }

  /** The worlds after what calls the callback has given up its locks. */
  private static List<World> without(List<World> worlds, Map<Path, Mode> taken) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world.copy();
      taken.forEach(
          (lock, mode) -> {
            Hold hold = world.holds.get(lock.id);
            Hold left = hold == null ? null : hold.less(mode);
            next.holds =
                left == null
                    ? next.holds.remove(lock.id)
                    : next.holds.put(lock.id, left.asTakenHere());
          });
      result.add(next);
    }
    return result;
  }

  /** What the callback may do is looked at by itself. */
  private void runElsewhere(CallSite site, int index, int depth) {
    Set<Path> held = heldForCallback(site, index);
    List<Path> given = given(site, index);
    Set<Path> heldForStages = new LinkedHashSet<>(held);
    heldForStages.removeIf(InlineCallbacks::isOfUnnamed);
    for (World world : st) {
      Path value = peek(world, depth);
      Path path = value == null ? null : identity.canonical(world, value);
      if (path != null && isCallback(path)) {
        calledHolding(path, held, given);
      } else if (path != null) {
        stages(List.of(world), path).forEach(each -> calledHolding(each, heldForStages, List.of()));
      }
    }
  }

  private void calledHolding(Path callback, Set<Path> held, List<Path> given) {
    if (isMerelyRun(callback)) {
      noteCallback(callback, held, given);
    } else if (isCallback(callback) && callbacks.get((Tree) callback.key) != null) {
      callbacks.get((Tree) callback.key).calledHolding(held, given);
    }
  }

  /** The locks that are held where a call runs the callback at that index. */
  private Set<Path> heldForCallback(CallSite site, int index) {
    boolean isSeen = scan.calledBack().isMerelyRun(site.method, index);
    Set<Path> result = new LinkedHashSet<>();
    if (isSeen || !site.contract.releasesAny()) {
      result.addAll(heldHere());
    }
    for (LockRef ref : site.contract.lostForCallback(index)) {
      Identity.Lock lock = boundHere(site, ref);
      if (lock == null) {
        result.clear();
      } else {
        result.remove(lock.path());
        result.remove(pool.readView(lock.path(), null));
      }
    }
    for (LockRef ref : site.contract.heldForCallback(index)) {
      Identity.Lock lock = boundHere(site, ref);
      if (lock != null) {
        result.add(lock.mode() == Mode.READ ? pool.readView(lock.path(), null) : lock.path());
      }
    }
    return result;
  }

  /** What the call gives the callback at that index, as far as that is known. */
  private List<Path> given(CallSite site, int index) {
    List<Path> result = new ArrayList<>();
    for (LockRef each : site.contract.givenToCallback(index)) {
      result.add(each == null ? null : common(st, world -> site.bind(world, each)));
    }
    return result;
  }

  /**
   * A lock of the called method's contract, in the mode of the view that it is given by, if any.
   */
  private Identity.Lock boundHere(CallSite site, LockRef ref) {
    Path lock = common(st, world -> site.bind(world, ref));
    return lock == null ? null : identity.lock(st.get(0), lock, ref.mode());
  }

  /** Takes note of the locks that are held where the method runs a callback that it is given. */
  void noteCallback(CallSite site) {
    if (method == null || st.isEmpty() || scan.calledBack().of(method).isEmpty()) {
      return;
    }
    ExecutableElement called = site.method;
    Path on = common(st, site::receiver);
    if (isMerelyRun(on) && called == Functional.method(env, on.type)) {
      noteCall(on, site);
    }
    for (int i = 0; i < site.count; i++) {
      int depth = site.count - 1 - i;
      Set<Path> parameters = new LinkedHashSet<>();
      for (World world : runs(site, i) ? st : List.<World>of()) {
        Path value = peek(world, depth);
        Path path = value == null ? null : identity.canonical(world, value);
        if (isMerelyRun(path)) {
          parameters.add(path);
        }
      }
      for (Path each : parameters) {
        noteCallback(each, heldForCallback(site, i), given(site, i));
      }
    }
  }

  private boolean isMerelyRun(Path value) {
    return value != null
        && method != null
        && value.kind == Kind.PARAM
        && scan.calledBack().isMerelyRun(method, (Integer) value.key);
  }

  /** Takes note of a call of a callback itself. */
  private void noteCall(Path parameter, CallSite site) {
    Set<Path> held = heldHere();
    List<Path> given = new ArrayList<>();
    for (int i = 0; i < site.count; i++) {
      int depth = site.count - 1 - i;
      Path argument = common(st, world -> peek(world, depth));
      if (argument == null || isUnnamedOutside(argument)) {
        TypeMirror type = site.method.getParameters().get(i).asType();
        argument = pool.call(parameter, GIVEN, List.of(pool.constant(i)), type);
        addLocksOf(depth, argument, held);
      }
      given.add(isCallback(argument) ? null : argument);
    }
    noteCallback(parameter, held, given);
  }

  /** Adds the locks that are held of an operand, whichever object it is, by that name for it. */
  private void addLocksOf(int depth, Path name, Set<Path> to) {
    List<Path> objects = new ArrayList<>();
    for (World world : st) {
      Path value = peek(world, depth);
      objects.add(value == null ? null : identity.canonical(world, value));
    }
    if (!objects.contains(null)) {
      heldHere(
              (lock, at) -> {
                Path named = pool.replace(lock, objects.get(0), name);
                return named == lock ? null : pool.replace(named, name, objects.get(at));
              })
          .forEach(lock -> to.add(pool.replace(lock, objects.get(0), name)));
    }
  }

  /** Whether an object has no name that would mean the same to callers of the method. */
  private boolean isUnnamedOutside(Path object) {
    return isUnstable(object)
        || object.any(step -> step.kind == Kind.VALUE || step.kind == Kind.LOCAL);
  }

  private void noteCallback(Path parameter, Set<Path> held, List<Path> given) {
    givenToCallbacks.merge((Integer) parameter.key, given, Escapes::alike);
    Set<Path> lost =
        lostForCallbacks.computeIfAbsent((Integer) parameter.key, each -> new LinkedHashSet<>());
    boolean downgrades = contracts.of(method).has(Clause.Kind.DOWNGRADES);
    for (Path lock : methodEntryLocks.isEmpty() ? entryLocks : methodEntryLocks) {
      boolean goesOnForReading =
          !downgrades && held.contains(pool.readView(lock, null)) && isHeldSinceEntry(lock);
      if (!held.contains(lock) && !goesOnForReading) {
        lost.add(lock);
      }
    }
    heldForCallbacks.merge(
        (Integer) parameter.key,
        held,
        (before, now) -> {
          Set<Path> both = new LinkedHashSet<>(before);
          both.retainAll(now);
          return both;
        });
  }

  private boolean isHeldSinceEntry(Path lock) {
    return st.stream()
        .map(world -> world.holds.get(lock.id))
        .allMatch(hold -> hold != null && hold.entry() && hold.since() == null);
  }

  /**
   * Runs the callback that the call is on, in the worlds where it is known which one that is: the
   * call is no more than its body there. Answers those worlds, with the value; the others stay.
   */
  List<World> runReceivers(CallSite site) {
    boolean ofAnonymous =
        site.method.getEnclosingElement() instanceof TypeElement type
            && type.getNestingKind() == NestingKind.ANONYMOUS;
    if (!ofAnonymous && !site.method.getModifiers().contains(Modifier.ABSTRACT)) {
      return List.of();
    }
    List<World> others = new ArrayList<>();
    Map<List<Path>, List<World>> known = new LinkedHashMap<>();
    for (World world : st) {
      Path callback = calledBody(world, site);
      if (callback == null) {
        others.add(world);
      } else {
        List<Path> operands = site.args(world);
        operands.add(callback);
        known.computeIfAbsent(operands, each -> new ArrayList<>()).add(world);
      }
    }
    List<World> result = new ArrayList<>();
    known.forEach(
        (operands, worlds) -> {
          st = worlds;
          runOnce((Tree) operands.get(site.count).key, operands.subList(0, site.count));
          result.addAll(st);
        });
    st = others;
    return result;
  }

  /** The callback whose body the call runs; null if that is not known, or bound by a contract. */
  private Path calledBody(World world, CallSite site) {
    Path receiver = site.receiver(world);
    Path called = receiver == null ? null : identity.canonical(world, receiver);
    if (called == null || !isCallback(called) || running.contains((Tree) called.key)) {
      return null;
    }
    Tree tree = (Tree) called.key;
    ExecutableElement functional = functional(tree);
    if (functional == null
        || !functional.getSimpleName().equals(site.method.getSimpleName())
        || functional.getParameters().size() != site.count) {
      return null;
    }
    Callback callback = callbacks.get(tree);
    if (callback != null && isBound(tree)) {
      callback.calledHolding(heldHere(), List.of());
      return null;
    }
    return isFollowed(tree) ? called : null;
  }

  /** Whether the code of a callback is looked at where it runs. */
  boolean isFollowed(Tree callback) {
    return !(callback instanceof NewClassTree creation) || bodyOf(creation) != null;
  }

  /** The method of a functional interface that a callback implements, or null. */
  private ExecutableElement functional(Tree callback) {
    return Functional.method(
        env, type(callback instanceof NewClassTree creation ? creation.getIdentifier() : callback));
  }

  /** The body of an anonymous class that implements a functional interface, if it is free. */
  MethodTree bodyOf(NewClassTree creation) {
    ExecutableElement functional = functional(creation);
    if (functional == null) {
      return null;
    }
    for (MethodTree each : freeMethods(creation)) {
      if (each.getName().contentEquals(functional.getSimpleName())
          && each.getParameters().size() == functional.getParameters().size()) {
        return each;
      }
    }
    return null;
  }

  /** The bodies of an anonymous class that run like callbacks of the body in which it stands. */
  List<MethodTree> bodiesOf(NewClassTree creation) {
    if (functional(creation) == null) {
      return freeMethods(creation);
    }
    MethodTree body = bodyOf(creation);
    return body == null ? List.of() : List.of(body);
  }

  /**
   * The methods of an anonymous class but those that are held to a contract, or take a monitor of
   * their own, or are helpers: these are looked at by themselves.
   */
  private List<MethodTree> freeMethods(NewClassTree creation) {
    List<MethodTree> result = new ArrayList<>();
    for (Tree each : creation.getClassBody().getMembers()) {
      if (each instanceof MethodTree body
          && body.getBody() != null
          && !body.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)
          && element(body) instanceof ExecutableElement method
          && !contracts.of(method).bindsBodies()
          && !contracts.of(method).isUnchecked()
          && !scan.helpers().include(method)) {
        result.add(body);
      }
    }
    return result;
  }

  /** The bodies of an anonymous class know the locals around it, like those of lambdas. */
  void anonymousCallback(NewClassTree creation) {
    List<MethodTree> bodies = st.isEmpty() ? List.of() : bodiesOf(creation);
    if (!bodies.isEmpty() && element(creation.getClassBody()) instanceof TypeElement type) {
      scan.followed.addAll(bodies);
      created(callbacks.computeIfAbsent(creation, each -> new Callback(each, type)));
    }
  }

  void runOnce(Tree tree, List<Path> given) {
    Callback callback = callbacks.get(tree);
    if (callback != null) {
      callback.inlined = true;
    }
    running.add(tree);
    if (tree instanceof MemberReferenceTree reference) {
      as(selfOf(callback), () -> callReference(reference, given, false));
    } else if (tree instanceof NewClassTree creation) {
      MethodTree body = bodyOf(creation);
      as(selfOf(callback), () -> st = runMethod(body, given));
    } else {
      as(selfOf(callback), () -> st = runBody((LambdaExpressionTree) tree, given));
    }
    running.remove(tree);
  }

  /** Runs the stages that the receiver has gathered, and reads what it views. */
  void runDeferred(CallSite site) {
    runDeferred(site, "");
  }

  /** Runs what the receiver has gathered for calls of that very method. */
  private void runDeferredTo(CallSite site) {
    String name = site.method.getSimpleName().toString();
    for (World world : st) {
      Path receiver = world.carried.isEmpty() ? null : site.receiver(world);
      List<Path> carried =
          receiver == null ? null : world.carried.get(identity.canonical(world, receiver).id);
      if (carried != null
          && carried.stream().anyMatch(each -> Results.runsAt(carried, each).equals(name))) {
        runDeferred(site, name);
        return;
      }
    }
  }

  /** The same with those that a method runs, or what consumes the pipeline where that is empty. */
  private void runDeferred(CallSite site, String at) {
    partedBy(
        world -> {
          Path receiver = site.receiver(world);
          List<Path> carried =
              receiver == null ? null : world.carried.get(identity.canonical(world, receiver).id);
          return carried == null ? List.<Path>of() : carried;
        },
        carried -> runStages(carried, at, site.tree));
  }

  /** Goes on by itself in the worlds that are alike in something, with what that is. */
  private <T> void partedBy(Function<World, T> in, Consumer<T> code) {
    Map<T, List<World>> known = new LinkedHashMap<>();
    for (World world : st) {
      known.computeIfAbsent(in.apply(world), each -> new ArrayList<>()).add(world);
    }
    List<World> result = new ArrayList<>();
    known.forEach(
        (what, worlds) -> {
          st = worlds;
          code.accept(what);
          result.addAll(st);
        });
    st = result;
  }

  /** Runs the stages of a pipeline that is consumed there, and reads what it views. */
  private void runStages(List<Path> carried, String at, Tree site) {
    for (Path each : carried) {
      if (Results.runsAt(carried, each).equals(at)) {
        runStage(carried, each, Map.of());
      }
      if (each.kind == Kind.FIELD && at.isEmpty()) {
        accesses.consume(site, (VariableElement) each.key, each.base);
      }
    }
  }

  /** The pipelines that a callback gives are consumed here, or go where they may run later. */
  private void passOn(Tree callback, boolean consumed) {
    ExecutableElement functional = functional(callback);
    if (functional == null || functional.getReturnType().getKind() == TypeKind.VOID) {
      return;
    }
    Set<Path> carried = new LinkedHashSet<>();
    each(
        world ->
            world.val == null
                ? world
                : locks.elements.perhapsFilled(world, identity.canonical(world, world.val)));
    for (World world : st) {
      Path value = world.val == null ? null : identity.canonical(world, world.val);
      if (value != null && !isCallback(value) && world.carried.has(value.id)) {
        carried.addAll(world.carried.get(value.id));
      }
    }
    if (consumed) {
      Tree site =
          callback instanceof LambdaExpressionTree lambda
                  && lambda.getBody() instanceof ExpressionTree expression
              ? expression
              : callback;
      runStages(List.copyOf(carried), "", site);
    } else {
      callbacksEscape(carried);
    }
  }

  /** Runs the callback that is an argument, or the stages that an argument has gathered. */
  private void runArgument(int depth, Passed passed) {
    partedBy(
        world -> {
          Path value = peek(world, depth);
          return value == null ? null : identity.canonical(world, value);
        },
        value -> {
          if (value != null && isCallback(value)) {
            runInline(value, passed, false);
          } else if (value != null) {
            List<Path> stages = stages(st, value);
            stages.forEach(stage -> runStage(stages, stage, passed.taken));
          }
        });
  }

  /** What a value has gathered in some of the worlds and runs when it is consumed. */
  private static List<Path> stages(List<World> worlds, Path value) {
    Set<Path> result = new LinkedHashSet<>();
    for (World world : worlds) {
      List<Path> carried = world.carried.get(value.id);
      if (carried != null) {
        carried.stream()
            .filter(each -> Results.runsAt(carried, each).isEmpty())
            .forEach(result::add);
      }
    }
    return List.copyOf(result);
  }

  /** Runs what a pipeline carries, if it is a callback, or takes note of it. */
  private void runStage(List<Path> carried, Path stage, Map<Path, Mode> taken) {
    if (isCallback(stage)) {
      Path container = pipelines.given(carried, stage);
      runInline(
          stage,
          container == null ? new Passed(List.of(), named(taken)) : new Passed(container),
          carried.contains(results.consumed(stage)));
    } else if (isMerelyRun(stage)) {
      Set<Path> held = heldHere();
      taken.forEach((lock, mode) -> held.add(mode == Mode.READ ? pool.readView(lock, null) : lock));
      noteCallback(stage, held, List.of());
    }
  }

  /**
   * Runs a callback, which is given that each time, and the pipelines that it gives if they are
   * consumed.
   */
  private void runInline(Path path, Passed passed, boolean consumed) {
    holding(named(passed.taken), () -> runRepeatedly(path, passed, consumed));
  }

  private void runRepeatedly(Path path, Passed passed, boolean consumed) {
    Tree tree = (Tree) path.key;
    Callback callback = callbacks.get(tree);
    if (callback != null && isBound(tree)) {
      callback.calledHolding(heldHere(), List.of());
      return;
    }
    if (!isFollowed(tree)) {
      return;
    }
    MethodTree body = tree instanceof NewClassTree creation ? bodyOf(creation) : null;
    if (callback != null) {
      callback.inlined = true;
    }
    if (running.add(tree)) {
      as(
          selfOf(callback),
          () ->
              repeatedly(
                  tree,
                  () -> {
                    runWith(tree, body, passed);
                    passOn(tree, consumed);
                    return st;
                  }));
      running.remove(tree);
    }
  }

  /** Runs code here, with these locks held by what calls it. */
  private void holding(Map<Path, Mode> taken, Runnable code) {
    taken.forEach((lock, mode) -> each(world -> locks.holdOnEntry(world, lock, mode)));
    Cleanup cleanup = new Cleanup(worlds -> without(worlds, taken));
    frames.push(cleanup);
    code.run();
    frames.pop();
    st = cleanup.pass(st);
  }

  /** Runs a callback once, with what it is passed and the locks held of that. */
  private void runWith(Tree callback, MethodTree body, Passed passed) {
    if (passed.container != null) {
      runOnce(callback, body, elements(callback, passed.container));
      return;
    }
    List<Path> given = new ArrayList<>(passed.given);
    Map<Path, Mode> taken = new LinkedHashMap<>(passed.taken);
    taken.keySet().removeIf(lock -> !isOfUnnamed(lock));
    for (int i = 0; i < given.size(); i++) {
      Path unnamed = given.get(i);
      if (unnamed != null && isUnnamed(unnamed)) {
        Path value = unnamedArgument(callback, body, unnamed, i);
        given.set(i, value);
        taken = replaced(taken, unnamed, value);
      }
    }
    holding(taken, () -> runOnce(callback, body, given));
  }

  private void runOnce(Tree callback, MethodTree body, List<Path> given) {
    if (callback instanceof LambdaExpressionTree lambda) {
      st = runBody(lambda, given);
    } else if (body == null) {
      callReference((MemberReferenceTree) callback, given, false);
    } else {
      st = runMethod(body, given);
    }
  }

  /** The object that a callback is given this time, which only what calls it has a name for. */
  private Path unnamedArgument(Tree callback, MethodTree body, Path unnamed, int index) {
    List<? extends VariableTree> parameters =
        callback instanceof LambdaExpressionTree lambda
            ? lambda.getParameters()
            : body == null ? List.of() : body.getParameters();
    return index < parameters.size()
        ? evaluation(parameters.get(index), type(parameters.get(index)))
        : evaluation(List.of(callback, Describer.ARGUMENT, index), unnamed.type);
  }

  private Map<Path, Mode> replaced(Map<Path, Mode> locks, Path part, Path by) {
    Map<Path, Mode> result = new LinkedHashMap<>();
    locks.forEach((lock, mode) -> result.put(pool.replace(lock, part, by), mode));
    return result;
  }

  /** Those that do not belong to what only the caller of a callback has a name for. */
  private static Map<Path, Mode> named(Map<Path, Mode> locks) {
    Map<Path, Mode> result = new LinkedHashMap<>(locks);
    result.keySet().removeIf(InlineCallbacks::isOfUnnamed);
    return result;
  }

  private static boolean isOfUnnamed(Path lock) {
    return lock.any(InlineCallbacks::isUnnamed);
  }

  private static boolean isUnnamed(Path path) {
    return path.kind == Kind.CALL && path.key == GIVEN;
  }

  /**
   * Whether the interface's method has a contract: then the body is held to it, by itself, with the
   * locks of the call besides.
   */
  private boolean isBound(Tree callback) {
    ExecutableElement functional = Functional.method(env, type(callback));
    return functional != null && contracts.of(functional).bindsBodies();
  }

  /** The locks that are surely held here, by view where not exclusively. */
  private Set<Path> heldHere() {
    return heldHere((lock, at) -> lock);
  }

  /**
   * The locks that are held in the first world, and by the name that is given for each world in
   * that one; null is none.
   */
  private Set<Path> heldHere(BiFunction<Path, Integer, Path> names) {
    Set<Path> result = new LinkedHashSet<>();
    if (st.isEmpty()) {
      return result;
    }
    st.get(0)
        .holds
        .forEach(
            (id, hold) -> {
              Path lock = pool.byId(id);
              for (int i = 0; i < st.size(); i++) {
                Path name = names.apply(lock, i);
                if (name == null || !locks.isHeld(st.get(i), name, hold.mode())) {
                  return;
                }
              }
              result.add(hold.mode() == Mode.WRITE ? lock : pool.readView(lock, null));
            });
    return result;
  }

  /** The elements that a callback is given; null where they are not known. */
  private List<Path> elements(Tree callback, Path container) {
    if (container == null || callback instanceof NewClassTree || !pipelines.isPassive(callback)) {
      return null;
    }
    TypeMirror number = env.types.getPrimitiveType(TypeKind.INT);
    List<? extends Tree> parameters =
        callback instanceof LambdaExpressionTree lambda
            ? lambda.getParameters()
            : List.of(callback);
    List<Path> result = new ArrayList<>();
    for (Tree each : parameters) {
      Path place = evaluation(new Sweep.Cursor(each), number);
      result.add(pool.index(container, place, each == callback ? passed(each) : type(each)));
    }
    return result;
  }

  /** The type of what a method that is referred to is passed first. */
  private TypeMirror passed(Tree reference) {
    return element(reference) instanceof ExecutableElement callee
        ? Env.isStatic(callee) && !callee.getParameters().isEmpty()
            ? callee.getParameters().get(0).asType()
            : callee.getEnclosingElement().asType()
        : null;
  }

  private TypeElement selfOf(Callback callback) {
    return callback == null ? self : callback.self;
  }

  /** Runs code of another class than the one at hand. */
  void as(TypeElement type, Runnable code) {
    TypeElement outer = self;
    self = type;
    describer.self = type;
    code.run();
    self = outer;
    describer.self = outer;
  }

  private List<World> runMethod(MethodTree body, List<Path> given) {
    return runBody(body, body.getParameters(), given, body.getBody());
  }

  /** A callback may run any number of times, or never. */
  private void repeatedly(Tree callback, Supplier<List<World>> run) {
    for (int pass = 0; pass < 3 && !st.isEmpty(); pass++) {
      List<World> before = snapshot();
      int mark = reporter.mark();
      List<World> after = run.get();
      List<World> both = merge.join(new ArrayList<>(before), after, callback);
      boolean stable = World.same(both, before);
      st = both;
      if (stable) {
        break;
      }
      if (pass < 2) {
        reporter.truncate(mark);
      }
    }
  }

  private List<World> runBody(LambdaExpressionTree lambda, List<Path> given) {
    return runBody(lambda, lambda.getParameters(), given, lambda.getBody());
  }

  private List<World> runBody(
      Tree callback, List<? extends VariableTree> parameters, List<Path> given, Tree code) {
    Body body = new Body(callback, true);
    frames.push(body);
    bindParameters(parameters, given);
    if (code instanceof ExpressionTree expression) {
      eval(expression);
      accesses.useRacy();
    } else {
      statement((StatementTree) code);
    }
    frames.pop();
    return merge.join(st, body.returns, callback);
  }

  /**
   * Gives the parameters what is passed; where that is not known, they are objects of their own.
   */
  void bindParameters(List<? extends VariableTree> parameters, List<Path> given) {
    for (int i = 0; i < parameters.size(); i++) {
      VariableTree parameter = parameters.get(i);
      if (element(parameter) instanceof VariableElement variable) {
        Path passed = passed(given, i);
        setVal(passed == null ? evaluation(parameter, variable.asType()) : passed);
        assignLocal(variable, parameter);
      }
    }
  }

  /** What is passed at that index; null where it is not known. */
  private static Path passed(List<Path> given, int index) {
    return given == null || index >= given.size() ? null : given.get(index);
  }

  /** Checks a method reference as the lambda that it stands for. */
  void callReference(MemberReferenceTree reference, List<Path> given, boolean later) {
    if (!(element(reference) instanceof ExecutableElement callee) || st.isEmpty()) {
      return;
    }
    boolean unbound = element(reference.getQualifierExpression()) instanceof TypeElement;
    if (callee.getKind() == ElementKind.CONSTRUCTOR || Env.isStatic(callee)) {
      setVal(
          callee.getKind() == ElementKind.CONSTRUCTOR
              ? evaluation(reference, callee.getEnclosingElement().asType())
              : null);
    } else if (unbound && passed(given, 0) != null) {
      setVal(passed(given, 0));
    } else if (unbound) {
      setVal(
          evaluation(
              List.of(reference, Describer.ARGUMENT), callee.getEnclosingElement().asType()));
    } else {
      ExpressionTree object = reference.getQualifierExpression();
      if (simplePath(st.get(0), object) == null) {
        Callback callback = callbacks.get(reference);
        setVal(
            callback == null || callback.receiver == null
                ? evaluation(object, type(object))
                : callback.receiver);
      } else {
        each(world -> world.withVal(simplePath(world, object)));
      }
      boundField(reference, contractOf(callee), later);
    }
    push();
    int count = callee.getParameters().size();
    for (int i = 0; i < count; i++) {
      VariableElement parameter = callee.getParameters().get(i);
      int at =
          unbound && !Env.isStatic(callee) && callee.getKind() != ElementKind.CONSTRUCTOR
              ? i + 1
              : i;
      Path passed = passed(given, at);
      setVal(passed == null ? evaluation(List.of(reference, i), parameter.asType()) : passed);
      push();
    }
    CallSite site = new CallSite(binder, reference, callee, contractOf(callee), count);
    site.result = evaluation(List.of(reference, "result"), callee.getReturnType());
    apply(site);
  }

  /**
   * The call uses the guarded field that the reference is made for, if that is still the field: one
   * that changes was read when the reference was made.
   */
  private void boundField(MemberReferenceTree reference, Contract contract, boolean later) {
    ExpressionTree object = Env.plain(reference.getQualifierExpression());
    if (!(element(object) instanceof VariableElement field) || !isField(field)) {
      return;
    }
    boolean writes = contract.mutates() && !isConcurrent(object);
    if (contracts.isStable(field) || writes && !later && !callbacks.get(reference).faulty) {
      accesses.using(
          contract.concernsLocks() ? null : object,
          writes ? object : null,
          () ->
              accesses.access(
                  object, field, world -> world.val == null ? null : world.val.base, false));
    }
  }

  boolean isConcurrent(ExpressionTree receiver) {
    TypeElement type = env.typeElement(type(receiver));
    return type != null && contracts.isConcurrent(type);
  }

  /** Callbacks that run with a lock held, whenever they run. */
  void holdings(CallSite site) {
    for (int i = 0; i < site.count; i++) {
      List<LockRef> held = site.contract.holding(i);
      for (World world : st) {
        Path value = peek(world, site.count - 1 - i);
        if (!held.isEmpty()
            && value != null
            && isCallback(value)
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
}
