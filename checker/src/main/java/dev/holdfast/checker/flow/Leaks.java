package dev.holdfast.checker.flow;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** Finds the locks that a body leaves held, and should not. */
final class Leaks {
  private final Exits body;

  /** A lock that is still held at a normal exit. */
  private record Left(World world, Path lock, Hold hold, Tree site) {}

  private final List<Left> left = new ArrayList<>();

  /** Where exceptions leave held what the callers held. */
  private final List<Left> leftByThrow = new ArrayList<>();

  Leaks(Exits body) {
    this.body = body;
  }

  /**
   * Reports what a normal exit leaves held.
   *
   * @param promised the locks that the contract speaks of
   * @param ofOthers the locks of other results that the exit may give, with what promises them
   * @param broken the clauses that are reported as broken there; grows
   */
  void atReturn(
      List<World> worlds,
      Tree site,
      Set<Path> promised,
      Map<Path, Clause> ofOthers,
      Set<Clause> broken) {
    for (World world : worlds) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = body.pool.byId(id);
            if (isOneOfMany(world, lock)) {
              return;
            }
            if (promised.contains(lock)) {
              surplus(world, lock, hold, site, broken);
            } else if (isLeak(world, lock, hold)) {
              unpromised(new Left(world, lock, hold, site), ofOthers.get(lock), broken);
            }
          });
    }
  }

  private void unpromised(Left lock, Clause ofOther, Set<Clause> broken) {
    if (ofOther == null && body.infers && Elements.several(lock.lock) != null) {
      left.add(lock);
    } else if (ofOther == null) {
      leak(lock);
    } else if (broken.add(ofOther)) {
      String trouble = "is held although another object is returned";
      body.brokenContract(lock.world, ofOther, lock.site, trouble, lock.lock);
    }
  }

  /**
   * No contract can name the locks of every element: a helper that leaves them held at each exit
   * hands them on to its callers. Reports the others.
   */
  void reportLeft(Predicate<Path> handedOn) {
    for (Left each : left) {
      if (!handedOn.test(each.lock)) {
        leak(each);
      }
    }
  }

  /** Whether the others leak with it: that is one mistake. */
  private boolean isOneOfMany(World world, Path lock) {
    return body.locks.elements.isOfSome(world, lock)
        || body.locks.elements.ofEvery(world, lock) != null;
  }

  /** A lock that the contract speaks of is held more than it says. */
  private void surplus(World world, Path lock, Hold hold, Tree site, Set<Clause> broken) {
    Clause effect = effectOn(world, lock);
    boolean moreOften = isMoreOften(world, lock, hold);
    boolean besides = effect != null && hold.read() > 0 && !leaves(world, lock, Mode.READ);
    if (!moreOften && !besides
        || body.acquisitions.isExcused(world, lock)
        || body.reporter.isDisputed(lock)) {
      return;
    }
    if (effect == null) {
      leak(new Left(world, lock, hold, site));
    } else if (broken.add(effect)) {
      String trouble = besides ? "is held for reading besides" : "is held more often than that";
      body.brokenContract(world, effect, site, trouble, lock);
    }
  }

  private boolean isMoreOften(World world, Path lock, Hold hold) {
    boolean onceEach = hold.read() == 1 && hold.write() == 1;
    int before = body.isCallers(lock, hold) ? 1 : 0;
    return hold.read() + hold.write() - before > Math.max(1, namesTaken(world, lock))
        && !(onceEach && leaves(world, lock, Mode.READ) && leaves(world, lock, Mode.WRITE));
  }

  /** By how many names the contract has the lock taken: it may be that of two parameters. */
  private int namesTaken(World world, Path lock) {
    Set<Path> names = new HashSet<>();
    for (Clause clause : body.contract.clauses()) {
      if (clause.kind() == Clause.Kind.ACQUIRES || clause.kind() == Clause.Kind.ACQUIRES_IF) {
        clause.locks().stream()
            .filter(ref -> isOn(world, ref, lock))
            .forEach(ref -> names.add(body.bindHere(ref)));
      }
    }
    return names.size();
  }

  /** Whether the contract may leave the lock held in that mode. */
  private boolean leaves(World world, Path lock, Mode mode) {
    return body.contract.clauses().stream()
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
        && clause.locks().stream()
            .anyMatch(ref -> isHeldSinceEntry(world, body.bindHere(ref), lock));
  }

  private boolean isHeldSinceEntry(World world, Path other, Path thanThis) {
    Path at = other == null ? thanThis : body.identity.lock(world, other, null).path();
    Hold hold = at == thanThis ? null : world.holds.get(at.id);
    return hold != null && hold.entry();
  }

  private boolean leaves(World world, Clause clause, LockRef ref, Mode mode) {
    Mode named = body.identity.lock(world, body.bindHere(ref), ref.mode()).mode();
    return switch (clause.kind()) {
      case EXCLUDES, RELEASES -> false;
      case DOWNGRADES -> mode == Mode.READ;
      case REQUIRES, ACQUIRES, ACQUIRES_IF -> mode == (named == null ? Mode.WRITE : named);
      default -> named == null || named == mode;
    };
  }

  /** The effect that the contract declares on a lock, or null. */
  private Clause effectOn(World world, Path lock) {
    for (Clause clause : body.contract.clauses()) {
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
    Path bound = body.bindHere(ref);
    return bound != null && body.identity.lock(world, bound, null).path() == lock;
  }

  private boolean isLeak(World world, Path lock, Hold hold) {
    if (body.acquisitions.isExcused(world, lock) || body.reporter.isDisputed(lock)) {
      return false;
    }
    if (hold.entry() || body.entryLocks.contains(lock)) {
      return hold.read() + hold.write() > 1 && hold.since() != null;
    }
    return !endsWithOuter(world, lock, hold);
  }

  /**
   * Whether an exclusive hold goes on inside that of an outer lock, whose release ends it: the
   * outer one goes on by contract, or is the leak.
   */
  private boolean endsWithOuter(World world, Path lock, Hold hold) {
    return hold.write() > 0
        && body.locks.outer(world, lock).stream().anyMatch(outer -> isHeldOutside(world, outer));
  }

  private boolean isHeldOutside(World world, Path outer) {
    Hold hold = world.holds.get(outer.id);
    return hold == null ? isImpliedOnEntry(world, outer) : hold.write() > 0;
  }

  /** An inner exclusive hold that the contract has held implies the outer one. */
  private boolean isImpliedOnEntry(World world, Path outer) {
    return world.holds.any(
        (id, hold) ->
            hold.entry()
                && hold.write() > 0
                && body.locks.outer(world, body.pool.byId(id)).contains(outer));
  }

  private void leak(Left lock) {
    List<Finding.Note> notes = new ArrayList<>();
    body.explainer.taken(lock.world, lock.lock, lock.hold.since(), notes);
    body.reportLeak(
        Rule.LOCK_LEAK,
        lock.site == null ? body.end : lock.site,
        lock.site == null ? Place.Part.END : Place.Part.WHOLE,
        lock.lock,
        lock.world,
        advice(lock),
        notes);
  }

  private String advice(Left lock) {
    MethodInvocationTree opened = openedBy(lock);
    if (opened != null) {
      return "close what '"
          + opened
          + "' gave; if that is the object that it was called on, declare @Returns(\"this\") on '"
          + body.element(opened).getSimpleName()
          + "'";
    }
    return isForCallers(lock) ? "if the caller is to release it, declare " + effect() : "";
  }

  /**
   * The call that gave the scope which the lock belongs to, where that may be the object that it
   * was called on; null if there is none.
   */
  private MethodInvocationTree openedBy(Left lock) {
    return lock.world.owned.first(
        (id, owned) ->
            owned.stream().anyMatch(each -> each.lock() == lock.lock)
                    && body.pool.byId(id).key instanceof MethodInvocationTree call
                    && body.element(call) instanceof ExecutableElement method
                    && !Env.isStatic(method)
                    && body.env.types.isSubtype(
                        Env.enclosingType(method).asType(), method.getReturnType())
                ? call
                : null);
  }

  /** Whether the body may be meant to leave it held: it releases nothing. */
  private boolean isForCallers(Left lock) {
    return body.method != null
        && body.effects(body.memberTree).addsUp()
        && body.toTemplate(lock.lock) != null;
  }

  /** The annotation that says so. */
  private String effect() {
    return body.method.getReturnType().getKind() == TypeKind.BOOLEAN ? "@AcquiresIf" : "@Acquires";
  }

  /** Reports what an exception leaves held. */
  void atThrow(List<World> worlds, Tree site) {
    for (World world : worlds) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = body.pool.byId(id);
            Clause release = givenUp(world, lock);
            if (body.acquisitions.isExcused(world, lock) || isOneOfMany(world, lock)) {
              return;
            }
            boolean callers = hold.entry() || body.entryLocks.contains(lock) && release == null;
            if (hold.since() == null || callers && hold.read() + hold.write() == 1) {
              if (release != null) {
                leakOfCallers(
                    world,
                    lock,
                    release.origin().text(),
                    List.of(body.explainer.contractNote(release.origin())),
                    site);
              } else if (body.infers && Elements.several(lock) != null) {
                leftByThrow.add(new Left(world, lock, hold, site));
              }
              return;
            }
            if (!endsWithOuter(world, lock, hold)) {
              body.reportLeak(
                  Rule.LOCK_LEAK_ON_THROW,
                  hold.since(),
                  Place.Part.WHOLE,
                  lock,
                  world,
                  "",
                  List.of(
                      body.explainer.note(NoteKind.OTHER, site, "an exception may leave here")));
            }
          });
    }
  }

  /** The caller counts on the release, however the method ends; reported at the first exception. */
  private void leakOfCallers(
      World world, Path lock, String promise, List<Finding.Note> notes, Tree site) {
    body.report(
        Rule.LOCK_LEAK_ON_THROW,
        site,
        Place.Part.WHOLE,
        promise,
        body.describer.lock(world, lock),
        "",
        null,
        notes);
  }

  /** Reports where an exception leaves held what the callers take for released by the body. */
  void reportLeftByThrow(Path released) {
    leftByThrow.stream()
        .filter(each -> each.lock == released)
        .findFirst()
        .ifPresent(
            each -> leakOfCallers(each.world, released, "its release", List.of(), each.site));
  }

  /** The clause by which a lock held on entry is not held afterwards, or null. */
  private Clause givenUp(World world, Path lock) {
    for (Clause clause : body.contract.clauses(Clause.Kind.RELEASES)) {
      if (isNamed(world, clause, lock)) {
        return clause;
      }
    }
    return null;
  }
}
