package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Begins a body with what is held there: by its contract, or as its callers are asked for. */
abstract class Entries extends Exits {
  private final Creation creation;
  private final ClassTree owner;
  private final Map<Path, Inference.Inferred> needs;
  private final Map<Integer, Boolean> truths;

  /**
   * {@code needs} is what is held on entry beside what the contract says, {@code truths} what is
   * known of parameters.
   */
  Entries(
      BodyContext context,
      Contract contract,
      Map<Path, Inference.Inferred> needs,
      Map<Integer, Boolean> truths) {
    super(context, contract);
    this.needs = needs;
    this.truths = truths;
    this.owner = context.body().owner;
    this.creation = new Creation(this, owner);
  }

  /** The world in which a method begins. */
  World enter(World start, MethodTree tree) {
    World world = withParameters(start, tree);
    if (method != null && Env.isInitialiser(method)) {
      world = freshSelf(world, tree);
    }
    for (Contract.Same same : contract.same()) {
      world = believeSame(world, same);
    }
    world = byContract(creation.believe(world));
    barExcluded(world);
    world = withNeeds(world);
    return tree.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)
        ? withMonitor(world)
        : world;
  }

  private World withParameters(World world, MethodTree tree) {
    List<? extends VariableTree> parameters = tree.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (element(parameters.get(i)) instanceof VariableElement parameter) {
        Path given = pool.param(i, parameter.asType());
        world.vars = world.vars.put(index(parameter), given);
        if (truths.containsKey(i)) {
          World.Fact truth = truths.get(i) ? World.Fact.TRUE : World.Fact.FALSE;
          world.facts = world.facts.put(given.id, truth);
        }
      }
    }
    return world;
  }

  /**
   * The world in which what the contract has held on entry is held, but for a choice of several.
   * What is required may imply what is given up, and comes first.
   */
  World byContract(World start) {
    World world = start;
    for (Clause clause : contract.clauses()) {
      if (clause.locks().size() == 1
          && (clause.kind() == Clause.Kind.REQUIRES || clause.kind() == Clause.Kind.ENDS)) {
        world = assume(world, clause);
      }
    }
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES, RELEASES_IF, DOWNGRADES, MAY_RELEASE ->
            world = assumeReleased(world, clause);
        default -> {
          /* promised, not assumed */
        }
      }
    }
    return world;
  }

  /** No caller could meet a need of what the contract excludes, or takes. */
  private void barExcluded(World world) {
    for (Clause clause : contract.clauses()) {
      boolean bars =
          switch (clause.kind()) {
            case EXCLUDES -> clause.lock().mode() != Mode.WRITE;
            case ACQUIRES -> !clause.flag();
            case ACQUIRES_IF -> true;
            default -> false;
          };
      Path lock = bars ? bindHere(clause.lock()) : null;
      if (lock != null) {
        inference.barred.add(inference.entryName(world, lock));
      }
    }
  }

  World withNeeds(World start) {
    return holding(start, needs);
  }

  /** The world in which what was found to be needed is held on entry. */
  World holding(World start, Map<Path, Inference.Inferred> found) {
    World world = start;
    for (Map.Entry<Path, Inference.Inferred> each : found.entrySet()) {
      Path bound = bindInMethod(each.getKey(), null);
      inference.asked.add(each.getValue().site());
      if (bound != null) {
        Identity.Lock lock = identity.lock(world, bound, each.getValue().mode());
        world = locks.holdOnEntry(world, lock.path(), lock.mode());
        entryLocks.add(lock.path());
        inference.assumed.add(lock.path());
      }
    }
    return world;
  }

  private World withMonitor(World world) {
    Path object = isStatic ? pool.classObject(Env.enclosingType(method)) : pool.self(self);
    Path monitor = pool.monitor(object);
    entryLocks.add(monitor);
    return locks.holdOnEntry(world, monitor, Mode.WRITE);
  }

  /** The world in which nobody else has the object that the member makes. */
  World freshSelf(World world, Tree member) {
    World next = world.copy();
    Path me = pool.self(self);
    inference.setMade(me);
    next.fresh = world.fresh.put(me.id, me);
    boolean made =
        member instanceof MethodTree source
            && method.getKind() == ElementKind.CONSTRUCTOR
            && ConstructorCall.initialises(source);
    if (made) {
      next = ownFields.believe(next, me, scan.initialisers(owner));
    }
    boolean runsInitialisers = made || !(member instanceof MethodTree);
    return runsInitialisers && scan.publishing().initialisersPublish(owner, member)
        ? unshared.escaped(next, me)
        : next;
  }

  World believeSame(World world, Contract.Same same) {
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
    World next = owned(locks.holdOnEntry(world, at.path(), mode), lock, mode);
    if (mode == Mode.WRITE) {
      for (Path outer : locks.outer(next, at.path())) {
        entryLocks.add(outer);
        next = locks.holdOnEntry(next, outer, Mode.WRITE);
      }
    }
    return next;
  }

  /** One of several is held: each gives a world of its own. */
  List<World> alternatives(World entry) {
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
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.RELEASES || clause.kind() == Clause.Kind.RELEASES_IF) {
        worlds = inEitherMode(worlds, clause);
      }
    }
    return worlds;
  }

  /**
   * A lock that the contract gives up in any mode is held in one or the other, which a body that
   * asks tells apart. Others are taken to mean what they call for.
   */
  private List<World> inEitherMode(List<World> worlds, Clause release) {
    Path lock = bindHere(release.lock());
    if (lock == null || !effects(memberTree).asks()) {
      return worlds;
    }
    List<World> result = new ArrayList<>(worlds);
    for (World world : worlds) {
      Identity.Lock at = identity.lock(world, lock, release.lock().mode());
      if (at.mode() == null
          && locks.isShared(at.path())
          && Hold.onEntry(Mode.WRITE).equals(world.holds.get(at.path().id))
          && !isRequired(world, at.path())) {
        World reading = world.copy();
        reading.holds = world.holds.put(at.path().id, Hold.onEntry(Mode.READ));
        result.add(reading);
      }
    }
    return result;
  }

  private boolean isRequired(World world, Path lock) {
    return contract.clauses(Clause.Kind.REQUIRES).stream()
        .flatMap(clause -> clause.locks().stream())
        .map(this::bindHere)
        .anyMatch(named -> named != null && identity.lock(world, named, null).path() == lock);
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
    return owned(locks.holdOnEntry(world, at.path(), mode), lock, mode);
  }

  /** The world in which a lock that is named by a scope belongs to it, as it is held on entry. */
  private World owned(World world, Path lock, Mode mode) {
    for (Path at = lock.base; at != null; at = at.base) {
      if (scopes.isScope(env.typeElement(at))) {
        return Scopes.owning(
            world,
            identity.canonical(world, at),
            new World.Owned(identity.lock(world, lock, null).path(), mode));
      }
    }
    return world;
  }
}
