package dev.holdfast.checker.flow;

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
import javax.lang.model.element.TypeElement;

/** Checks what a body leaves behind on every way out of it, against its contract. */
abstract class Exits extends Statements {
  /** What the body at hand is held to: the method's contract, or that of a callback. */
  Contract contract;

  Path receiver;
  List<Path> arguments;
  Tree end;

  /** Exits that a helper's net effect is read off. */
  final List<World> normalExits = new ArrayList<>();

  /** For each {@code return} the locks of all that it may return, with what promises them. */
  private final Map<Tree, Map<Path, Clause>> ofResults = new HashMap<>();

  final boolean isStatic;

  final Tree memberTree;
  private final Fulfilment fulfilment;
  final Leaks leaks;
  final ReturnedObjects returned;
  final Making making;

  Exits(BodyContext context, Contract contract) {
    super(context);
    ClassScan.Member body = context.body();
    this.memberTree = body.tree;
    this.isStatic = context.isStatic();
    this.contract = contract;
    this.end = body.tree instanceof MethodTree tree ? tree.getBody() : body.tree;
    this.contractUnknown = method != null && contracts.isInvalid(method);
    this.infers = contractUnknown;
    this.arguments = parameters();
    this.receiver = isStatic ? null : pool.self(self);
    this.fulfilment = new Fulfilment(this);
    this.leaks = new Leaks(this);
    this.returned = new ReturnedObjects(this);
    this.making = new Making(this, body);
  }

  /** Whether the caller turned out to hold the lock, of which the contract says nothing. */
  final boolean isCallers(Path lock, Hold hold) {
    return hold.entry() && !entryLocks.contains(lock);
  }

  /** The parameters of the method, as they were given. */
  List<Path> parameters() {
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
    TypeElement type = method == null ? self : Env.enclosingType(method);
    return pool.bind(path, isStatic ? null : pool.self(type), parameters(), result);
  }

  /** A path of this body in the terms of a contract; null where its callers cannot name it. */
  Path toTemplate(Path path) {
    if (path.any(
        step ->
            step.kind == Path.Kind.VALUE || step.kind == Path.Kind.LOCAL && !isCaptured(step))) {
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
      for (World world : worlds) {
        normalExits.add(exit.result() == null ? world : world.withVal(exit.result()));
      }
    }
    if (contractUnknown) {
      return;
    }
    Set<Path> promised = new LinkedHashSet<>();
    Set<Clause> broken = new LinkedHashSet<>();
    for (World world : worlds) {
      promises(world, exit, site, promised, broken);
    }
    leaks.atReturn(worlds, site, promised, ofResults.getOrDefault(site, Map.of()), broken);
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

  void brokenContract(World world, Clause clause, Tree site, String trouble, Path lock) {
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

  @Override
  public void atThrow(List<World> worlds, Tree site) {
    if (!contractUnknown) {
      leaks.atThrow(worlds, site);
    }
  }

  /**
   * Whether what is held of a lock on entry, in that mode or in both, is held wherever the body
   * ends normally, if it does.
   */
  boolean keepsAtEachExit(Path lock, Mode mode) {
    Path bound = bindInMethod(lock, null);
    int most = mode == null ? 2 : 1;
    return !normalExits.isEmpty()
        && normalExits.stream()
            .allMatch(
                world -> {
                  Path key = identity.lock(world, bound, null).path();
                  Hold hold = locks.hold(world, key);
                  return hold != null
                      && hold.read() + hold.write() >= most
                      && !acquisitions.isExcused(world, key);
                });
  }

  /** The finding for a lock that a scope took and does not give up when it is closed. */
  Finding keptInClose(Path lock, Clause taken) {
    return new Finding(
        Rule.BROKEN_CONTRACT,
        new Place(unit, memberTree, Place.Part.NAME),
        method,
        taken.origin().text(),
        describer.lock(new World(), bindInMethod(lock, null)),
        "",
        "is still held where the scope is closed",
        List.of(),
        List.of(explainer.contractNote(taken.origin())),
        null,
        false);
  }

  Path bindHere(LockRef ref) {
    return bind(ref.lock(), null);
  }
}
