package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.CallbackRuns.Passed;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Runs the callbacks that a call runs, as its contract says: what it is on, and its arguments. */
abstract class InlineCallbacks extends CallbackBodies {
  final Pipelines pipelines;
  final Stages stages;
  final CallbackRuns runs;
  final GivenCallbacks givenCallbacks;
  final CallbackResults callbackResults;

  InlineCallbacks(BodyContext context) {
    super(context);
    this.pipelines = new Pipelines(this);
    this.stages = new Stages(this);
    this.runs = new CallbackRuns(this);
    this.givenCallbacks = new GivenCallbacks(this);
    this.callbackResults = new CallbackResults(this);
  }

  /** Runs what the call runs before it returns; what that gives goes where the call puts it. */
  void runCallbacks(CallSite site) {
    Path outer = handedTo;
    handedTo = site.result;
    each(world -> callbackResults.begin(world, site));
    run(site);
    handedTo = outer;
    each(world -> callbackResults.end(world, site));
  }

  private void run(CallSite site) {
    if (results.runsElsewhere(site, st)) {
      handOver(site);
      return;
    }
    stages.useUp(site);
    if (site.method.isDefault() && !site.contract.isModelled()) {
      runByDefault(site);
    }
    for (int i = 0; i < site.count; i++) {
      int index = i;
      if (scan.calledBack().isMerelyRun(site.method, i)) {
        seeWhetherKept(site, i);
      }
      if (!site.contract.heldForCallback(i).isEmpty()
          || !site.contract.lostForCallback(i).isEmpty()) {
        runWithItsLocks(site, i);
      } else if (isRun(site, i)) {
        Path container = common(st, world -> pipelines.given(world, site, index));
        List<Path> given = given(site, i);
        Passed passed = new Passed(given, Map.of());
        runArgument(site, index, container == null ? passed : new Passed(container));
      }
    }
  }

  /** What a pipeline hands to other threads may run whenever they hold nothing. */
  private void handOver(CallSite site) {
    for (World world : st) {
      List<Path> handed = site.args(world);
      handed.add(site.receiver(world));
      handed.forEach(each -> callbacksIn(world, each).forEach(c -> c.escaped = true));
    }
  }

  /**
   * A default method may run the callback that it is called on; unless its source shows that it
   * does not hand that out, also later.
   */
  private void runByDefault(CallSite site) {
    boolean merelyRuns =
        scan.source(site.method) != null
            && !scan.publishing().of(site.method)
            && (site.method.getReturnType().getKind() == TypeKind.VOID
                || site.method.getReturnType().getKind().isPrimitive());
    for (World world : st) {
      for (Callback each : callbacksIn(world, site.receiver(world))) {
        each.calledHolding(locks.inAll(st), List.of());
        each.escaped |= !merelyRuns;
      }
    }
  }

  /** The callbacks that an operand is, or refers to. */
  private List<Callback> callbacksIn(World world, Path operand) {
    List<Callback> result = new ArrayList<>();
    Path value = operand == null ? null : identity.canonical(world, operand);
    Set<Path> all = new LinkedHashSet<>(value == null ? Set.of() : Unshared.contents(world, value));
    all.add(value);
    for (Path each : all) {
      if (each != null && isCallback(each) && callbacks.get((Tree) each.key) != null) {
        result.add(callbacks.get((Tree) each.key));
      }
    }
    return result;
  }

  /** A callback that this body, or its own, does more with than to have it run runs later, too. */
  private void seeWhetherKept(CallSite site, int index) {
    Path callback = common(st, world -> site.operand(world, index));
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
  boolean isRun(CallSite site, int index) {
    return site.contract.runsInline(index) || scan.calledBack().isMerelyRun(site.method, index);
  }

  /** Runs the callback that is an argument, or the stages that an argument has gathered. */
  private void runArgument(CallSite site, int index, Passed passed) {
    partedBy(
        world -> {
          Path value = site.operand(world, index);
          return value == null ? null : identity.canonical(world, value);
        },
        value -> {
          if (value != null && isCallback(value)) {
            runs.run(value, passed, false);
          } else if (value != null) {
            stages.consume(value, passed.taken());
            if (value.kind != Kind.VALUE) {
              each(world -> unshared.escaped(world, world.carried.get(handedTo.id)));
            }
          }
        });
  }

  /** The call runs the callback with other locks than those held here. */
  private void runWithItsLocks(CallSite site, int index) {
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
      runArgument(site, index, new Passed(given(site, index), taken));
    } else {
      runLater(site, index);
    }
  }

  /** What the callback may do is looked at by itself. */
  private void runLater(CallSite site, int index) {
    Set<Path> held = heldForCallback(site, index);
    List<Path> given = given(site, index);
    Set<Path> heldForStages = new LinkedHashSet<>(held);
    heldForStages.removeIf(GivenCallbacks::isOfUnnamed);
    for (World world : st) {
      Path value = site.operand(world, index);
      Path path = value == null ? null : identity.canonical(world, value);
      if (path != null && isCallback(path)) {
        calledHolding(path, held, given);
      } else if (path != null) {
        Stages.gathered(List.of(world), path)
            .forEach(each -> calledHolding(each, heldForStages, List.of()));
      }
    }
  }

  private void calledHolding(Path callback, Set<Path> held, List<Path> given) {
    if (givenCallbacks.isGiven(callback)) {
      givenCallbacks.note(callback, held, given);
    } else if (isCallback(callback) && callbacks.get((Tree) callback.key) != null) {
      callbacks.get((Tree) callback.key).calledHolding(held, given);
    }
  }

  // ---- what the contract of a call says of them

  /** The locks that are held where a call runs the callback at that index. */
  Set<Path> heldForCallback(CallSite site, int index) {
    boolean isSeen = scan.calledBack().isMerelyRun(site.method, index);
    Set<Path> result = new LinkedHashSet<>();
    if (isSeen || !site.contract.releasesAny()) {
      result.addAll(locks.inAll(st));
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
  List<Path> given(CallSite site, int index) {
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

  /** Callbacks that run with a lock held, whenever they run. */
  void holdings(CallSite site) {
    for (int i = 0; i < site.count; i++) {
      List<LockRef> held = site.contract.holding(i);
      for (World world : st) {
        Path value = site.operand(world, i);
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

  // ---- calls of callbacks themselves

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
          Tree callback = (Tree) operands.get(site.count).key;
          inside(callback, () -> runCode(callback, operands.subList(0, site.count)));
          result.addAll(st);
        });
    st = others;
    return result;
  }

  /** The callback whose body the call runs; null if that is not known, or bound by a contract. */
  private Path calledBody(World world, CallSite site) {
    Path receiver = site.receiver(world);
    Path called = receiver == null ? null : identity.canonical(world, receiver);
    if (called == null || !isCallback(called) || isRunning((Tree) called.key)) {
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
      callback.calledHolding(locks.inAll(st), List.of());
      return null;
    }
    return isFollowed(tree) ? called : null;
  }
}
