package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Checks what a body leaves behind on every way out of it, against its contract. */
abstract class Exits extends Statements {
  /** What the body at hand is held to: the method's contract, or that of a callback. */
  Contract contract;

  Path receiver;
  List<Path> arguments;
  Tree end;

  /** The locks that are held when the body begins. */
  final Set<Path> entryLocks = new LinkedHashSet<>();

  /**
   * Whether a part of the method's contract cannot be used: then nobody knows what its callers
   * provide and what it leaves behind, and neither is reported beside the invalid contract.
   */
  boolean contractUnknown;

  /** Exits that a helper's net effect is read off. */
  final List<World> normalExits = new ArrayList<>();

  /** A lock that is still held at a normal exit. */
  private record Left(World world, Path lock, Hold hold, Tree site) {}

  private final List<Left> left = new ArrayList<>();

  /** For each {@code return} the locks of all that it may return, with what promises them. */
  private final Map<Tree, Map<Path, Clause>> ofResults = new HashMap<>();

  final boolean isStatic;

  final Tree memberTree;
  private final Fulfilment fulfilment;
  final ReturnedObjects returned;
  final Making making;

  Exits(BodyContext context, Contract contract) {
    super(context);
    ClassScan.Member body = context.body();
    this.memberTree = body.tree;
    this.isStatic =
        body.tree instanceof BlockTree block
            ? block.isStatic()
            : body.element != null && Env.isStatic(body.element);
    this.contract = contract;
    this.end = body.tree instanceof MethodTree tree ? tree.getBody() : body.tree;
    this.contractUnknown = method != null && contracts.isInvalid(method);
    this.infers = contractUnknown;
    this.arguments = parameters();
    this.receiver = isStatic ? null : pool.self(self);
    this.fulfilment = new Fulfilment(this);
    this.returned = new ReturnedObjects(this);
    this.making = new Making(this, body);
  }

  private List<Path> parameters() {
    List<Path> result = new ArrayList<>();
    if (method != null) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        result.add(pool.param(i, method.getParameters().get(i).asType()));
      }
    }
    return result;
  }

  /** A contract's path in the terms of the body at hand; null where it cannot be named. */
  Path bind(Path path, Path result) {
    return pool.bind(path, receiver, arguments, result);
  }

  /** A contract's path in the terms of the method; null where it cannot be named. */
  Path bindInMethod(Path path, Path result) {
    return pool.bind(path, isStatic ? null : pool.self(self), parameters(), result);
  }

  /** A path of this body in the terms of a contract; null where its callers cannot name it. */
  Path toTemplate(Path path) {
    Path root = path.root();
    if (root.kind == Path.Kind.VALUE || root.kind == Path.Kind.LOCAL) {
      return null;
    }
    return contracts
        .pool()
        .substitute(
            path,
            at ->
                at.kind == Path.Kind.THIS && at.key == self
                    ? contracts.pool().param(-1, at.type)
                    : null);
  }

  @Override
  Contract currentContract() {
    return contract;
  }

  @Override
  void returning(Tree site) {
    Map<Path, Clause> promised = ofResults.computeIfAbsent(site, each -> new HashMap<>());
    for (Clause clause : contract.clauses()) {
      Path named = clause.lock().lock();
      if (clause.kind().group == Clause.Group.EFFECT && CallSite.mentionsResult(named)) {
        for (World world : st) {
          Path lock = bind(named, world.val);
          if (lock != null) {
            promised.put(identity.lock(world, lock, null).path(), clause);
          }
        }
      }
    }
  }

  @Override
  public void atReturn(List<World> worlds, Exit exit) {
    Tree site = exit.site();
    if (!runsLater()) {
      normalExits.addAll(worlds);
    }
    if (contractUnknown) {
      return;
    }
    Set<Path> promised = new LinkedHashSet<>();
    Set<Clause> broken = new LinkedHashSet<>();
    for (World world : worlds) {
      promises(world, exit, site, promised, broken);
    }
    leaks(worlds, site, promised, broken);
  }

  /** Checks what the contract says of a normal exit. */
  private void promises(World world, Exit exit, Tree site, Set<Path> promised, Set<Clause> broken) {
    Path result = exit.result() == null ? world.val : exit.result();
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.EXCLUDES) {
        continue;
      }
      for (LockRef ref : clause.locks()) {
        Path lock = bindAtExit(ref, result);
        if (lock != null) {
          promised.add(identity.lock(world, lock, null).path());
        }
      }
    }
    for (Clause clause : contract.clauses()) {
      String trouble = fulfilment.trouble(world, clause, result);
      if (trouble != null) {
        Path lock = bindAtExit(clause.lock(), result);
        Path key = lock == null ? null : identity.lock(world, lock, null).path();
        boolean silent =
            key != null && (acquisitions.isExcused(world, key) || reporter.isDisputed(key));
        if (silent || !broken.add(clause)) {
          continue;
        }
        brokenContract(world, clause, site, trouble, key);
      }
    }
    if (contract.returns() != null && !contract.fromModel()) {
      returned.checkReturns(world, result, site);
    }
    for (Contract.Same same : contract.same()) {
      returned.checkSame(world, same, result, site);
    }
    making.check(world, site);
  }

  Path bindAtExit(LockRef ref, Path result) {
    return bind(ref.lock(), result);
  }

  private void brokenContract(World world, Clause clause, Tree site, String trouble, Path lock) {
    List<Finding.Note> notes = new ArrayList<>();
    World.Ended ended = lock == null ? null : world.ended.get(lock.id);
    if (ended != null && ended.site() != null && !world.holds.has(lock.id)) {
      explainer.taken(world, lock, ended.since(), notes);
      notes.add(
          explainer.note(
              NoteKind.RELEASED, ended.site(), describer.lock(world, lock) + " was released here"));
    }
    Hold hold = lock == null ? null : world.holds.get(lock.id);
    if (hold != null) {
      explainer.taken(world, lock, hold.since(), notes);
    }
    notes.add(explainer.contractNote(clause.origin()));
    String shown = lock == null ? "'" + clause.lock().text() + "'" : describer.lock(world, lock);
    boolean gap = trouble.equals(Fulfilment.GAP);
    report(
        Rule.BROKEN_CONTRACT,
        gap ? memberTree : site == null ? end : site,
        gap ? Place.Part.NAME : site == null ? Place.Part.END : Place.Part.WHOLE,
        clause.origin().text(),
        shown,
        trouble,
        world,
        notes);
  }

  private void leaks(List<World> worlds, Tree site, Set<Path> promised, Set<Clause> broken) {
    Map<Path, Clause> ofOthers = ofResults.getOrDefault(site, Map.of());
    for (World world : worlds) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = pool.byId(id);
            if (isOneOfMany(world, lock)) {
              return;
            }
            if (!promised.contains(lock) && isLeak(world, lock, hold)) {
              Clause other = ofOthers.get(lock);
              if (other != null) {
                if (broken.add(other)) {
                  brokenContract(
                      world, other, site, "is held although another object is returned", lock);
                }
              } else if (infers && Elements.several(lock) != null) {
                left.add(new Left(world, lock, hold, site));
              } else {
                leak(world, lock, hold, site);
              }
            } else if (promised.contains(lock)) {
              surplus(world, lock, hold, site, broken);
            }
          });
    }
  }

  /**
   * No contract can name the locks of every element: a helper that leaves them held at each exit
   * hands them on to its callers. Reports the others.
   */
  void reportLeft(Predicate<Path> handedOn) {
    for (Left each : left) {
      if (!handedOn.test(each.lock)) {
        leak(each.world, each.lock, each.hold, each.site);
      }
    }
  }

  /** Whether the others leak with it: that is one mistake. */
  private boolean isOneOfMany(World world, Path lock) {
    return locks.elements.isOfSome(world, lock) || locks.elements.ofEvery(world, lock) != null;
  }

  /** A lock that the contract speaks of is held more than it says. */
  private void surplus(World world, Path lock, Hold hold, Tree site, Set<Clause> broken) {
    Clause effect = effectOn(world, lock);
    boolean moreOften = isMoreOften(world, lock, hold);
    boolean besides = effect != null && hold.read() > 0 && !leaves(world, lock, Mode.READ);
    if (!moreOften && !besides
        || acquisitions.isExcused(world, lock)
        || reporter.isDisputed(lock)) {
      return;
    }
    if (effect == null) {
      leak(world, lock, hold, site);
    } else if (broken.add(effect)) {
      String trouble = besides ? "is held for reading besides" : "is held more often than that";
      brokenContract(world, effect, site, trouble, lock);
    }
  }

  private boolean isMoreOften(World world, Path lock, Hold hold) {
    boolean onceEach = hold.read() == 1 && hold.write() == 1;
    return hold.read() + hold.write() > 1
        && !(onceEach && leaves(world, lock, Mode.READ) && leaves(world, lock, Mode.WRITE));
  }

  /** Whether the contract may leave the lock held in that mode. */
  private boolean leaves(World world, Path lock, Mode mode) {
    return contract.clauses().stream()
        .filter(clause -> !isMetByAnother(world, clause, lock))
        .anyMatch(
            clause ->
                clause.locks().stream()
                    .filter(ref -> isOn(world, ref, lock))
                    .anyMatch(ref -> leaves(world, clause, ref, mode)));
  }

  /** Whether not this lock, but another one that would do as well is held since entry. */
  private boolean isMetByAnother(World world, Clause clause, Path lock) {
    return clause.kind() == Clause.Kind.REQUIRES
        && clause.locks().stream().anyMatch(ref -> isHeldSinceEntry(world, bindHere(ref), lock));
  }

  private boolean isHeldSinceEntry(World world, Path other, Path thanThis) {
    Path at = other == null ? thanThis : identity.lock(world, other, null).path();
    Hold hold = at == thanThis ? null : world.holds.get(at.id);
    return hold != null && hold.entry();
  }

  private boolean leaves(World world, Clause clause, LockRef ref, Mode mode) {
    Mode named = identity.lock(world, bindHere(ref), ref.mode()).mode();
    return switch (clause.kind()) {
      case EXCLUDES, RELEASES -> false;
      case DOWNGRADES -> mode == Mode.READ;
      case REQUIRES, ACQUIRES, ACQUIRES_IF -> mode == (named == null ? Mode.WRITE : named);
      default -> named == null || named == mode;
    };
  }

  /** The effect that the contract declares on a lock, or null. */
  private Clause effectOn(World world, Path lock) {
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case ACQUIRES, ACQUIRES_IF, RELEASES, RELEASES_IF, DOWNGRADES -> {
          if (isNamed(world, clause, lock)) {
            return clause;
          }
        }
        default -> {
          /* leaves it as it was */
        }
      }
    }
    return null;
  }

  private boolean isNamed(World world, Clause clause, Path lock) {
    return clause.locks().stream().anyMatch(ref -> isOn(world, ref, lock));
  }

  private boolean isOn(World world, LockRef ref, Path lock) {
    Path bound = bindHere(ref);
    return bound != null && identity.lock(world, bound, null).path() == lock;
  }

  private boolean isLeak(World world, Path lock, Hold hold) {
    if (acquisitions.isExcused(world, lock) || reporter.isDisputed(lock)) {
      return false;
    }
    if (hold.entry() || entryLocks.contains(lock)) {
      return hold.read() + hold.write() > 1;
    }
    return !endsWithOuter(world, lock, hold);
  }

  /**
   * Whether an exclusive hold goes on inside that of an outer lock, whose release ends it: the
   * outer one goes on by contract, or is the leak.
   */
  private boolean endsWithOuter(World world, Path lock, Hold hold) {
    return hold.write() > 0
        && locks.outer(world, lock).stream().anyMatch(outer -> isHeldOutside(world, outer));
  }

  private boolean isHeldOutside(World world, Path outer) {
    Hold hold = world.holds.get(outer.id);
    return hold == null ? isImpliedOnEntry(world, outer) : hold.write() > 0;
  }

  /** An inner exclusive hold that the contract has held implies the outer one. */
  private boolean isImpliedOnEntry(World world, Path outer) {
    return world.holds.any(
        (id, hold) ->
            hold.entry() && hold.write() > 0 && locks.outer(world, pool.byId(id)).contains(outer));
  }

  private void leak(World world, Path lock, Hold hold, Tree site) {
    List<Finding.Note> notes = new ArrayList<>();
    explainer.taken(world, lock, hold.since(), notes);
    reportLeak(
        Rule.LOCK_LEAK,
        site == null ? end : site,
        site == null ? Place.Part.END : Place.Part.WHOLE,
        lock,
        world,
        notes);
  }

  @Override
  public void atThrow(List<World> worlds, Tree site) {
    if (contractUnknown) {
      return;
    }
    for (World world : worlds) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = pool.byId(id);
            Clause release = givenUp(world, lock);
            if (acquisitions.isExcused(world, lock) || isOneOfMany(world, lock)) {
              return;
            }
            boolean callers = hold.entry() || entryLocks.contains(lock) && release == null;
            if (hold.since() == null || callers && hold.read() + hold.write() == 1) {
              if (release != null) {
                leakOfCallers(world, lock, release, site);
              }
              return;
            }
            if (!endsWithOuter(world, lock, hold)) {
              reportLeak(
                  Rule.LOCK_LEAK_ON_THROW,
                  hold.since(),
                  Place.Part.WHOLE,
                  lock,
                  world,
                  List.of(explainer.note(NoteKind.OTHER, site, "an exception may leave here")));
            }
          });
    }
  }

  /** The caller counts on the release, however the method ends; reported at the first exception. */
  private void leakOfCallers(World world, Path lock, Clause release, Tree site) {
    report(
        Rule.LOCK_LEAK_ON_THROW,
        site,
        Place.Part.WHOLE,
        release.origin().text(),
        describer.lock(world, lock),
        "",
        null,
        List.of(explainer.contractNote(release.origin())));
  }

  /** The clause by which a lock held on entry is not held afterwards, or null. */
  private Clause givenUp(World world, Path lock) {
    for (Clause clause : contract.clauses(Clause.Kind.RELEASES)) {
      if (isNamed(world, clause, lock)) {
        return clause;
      }
    }
    return null;
  }

  Path bindHere(LockRef ref) {
    return bind(ref.lock(), null);
  }
}
