package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Says why a lock is not held, what comes closest, and where it was taken and released. */
final class Explainer {
  private static final String BEFORE = ", that of the object that was there before";

  private static final String ADVICE =
      "; if it is the same object each time, declare @Returns on what gives it";

  private final Env env;
  private final CompilationUnitTree unit;
  private final PathPool pool;
  private final Identity identity;
  private final Locks locks;
  private final Describer describer;

  Explainer(
      Env env,
      CompilationUnitTree unit,
      PathPool pool,
      Identity identity,
      Locks locks,
      Describer describer) {
    this.env = env;
    this.unit = unit;
    this.pool = pool;
    this.identity = identity;
    this.locks = locks;
    this.describer = describer;
  }

  Finding.Note note(NoteKind kind, Tree tree, String text) {
    return new Finding.Note(kind, new Place(unit, tree, part(tree)), null, null, text);
  }

  /** Where a need was declared, or the place that it was inferred from. */
  Finding.Note contractNote(Origin origin) {
    return contractNote(origin, origin.text());
  }

  /** The same; {@code inferred} says what is the matter at the place. */
  Finding.Note contractNote(Origin origin, String inferred) {
    if (origin.site() != null) {
      return note(NoteKind.CONTRACT, origin.site(), inferred);
    }
    String introduction =
        switch (origin.source()) {
          case MODEL -> "the contract comes from a model";
          case ASSERTION -> "the method begins with an assertion";
          default -> "the contract is declared here";
        };
    return new Finding.Note(
        NoteKind.CONTRACT,
        null,
        origin.element(),
        origin.annotation(),
        introduction + ": " + origin.text());
  }

  /** What happens at a block, such as the release of its monitor, happens where it ends. */
  private static Place.Part part(Tree tree) {
    return tree instanceof BlockTree ? Place.Part.END : Place.Part.WHOLE;
  }

  private long line(Tree tree) {
    long at =
        part(tree) == Place.Part.END
            ? env.positions.getEndPosition(unit, tree) - 1
            : env.positions.getStartPosition(unit, tree);
    return at < 0 ? 0 : unit.getLineMap().getLineNumber(at);
  }

  /** The lock of a need, with the mode where it has several. */
  String describeNeed(World world, Need need) {
    String lock = describer.lock(world, identity.lock(world, shown(need), null).path());
    boolean twoModes = hasTwoModes(world, need);
    return twoModes && need.mode() != null ? lock + " " + need.mode().words() : lock;
  }

  boolean hasTwoModes(World world, Need need) {
    Path lock = identity.lock(world, need.lock(), need.mode()).path();
    if (lock.kind == Kind.LOCK) {
      LockDefinition definition = (LockDefinition) lock.key;
      return !definition.state
          && !definition.isDerived()
          && definition.shared
          && (!definition.isToken() || need.ref() != null && need.ref().mode() != null);
    }
    return locks.isShared(lock);
  }

  private static Path shown(Need need) {
    Path path = need.lock();
    return path.isView() ? path.base : path;
  }

  /** Why the need is not met, and the closest thing to it. */
  String miss(World world, Need need, List<Finding.Note> notes) {
    Path lock = identity.lock(world, need.lock(), need.mode()).path();
    Hold hold = locks.hold(world, lock);
    if (hold != null) {
      if (hold.since() != null) {
        notes.add(
            note(
                NoteKind.ACQUIRED,
                hold.since(),
                describer.lock(world, lock) + " was taken " + hold.mode().words() + " here"));
      }
      return "it is held " + hold.mode().words();
    }
    World.Ended ended = locks.ending(world, lock);
    if (ended != null && ended.site() != null) {
      boolean own = ended.with() == lock;
      taken(world, lock, ended.since(), notes);
      notes.add(
          note(
              NoteKind.RELEASED,
              ended.site(),
              own
                  ? describer.lock(world, lock) + " was released here"
                  : describer.lock(world, lock)
                      + " ended with "
                      + describer.lock(world, ended.with())
                      + " here"));
      return howEnded(world, lock, ended);
    }
    if (lock.base != null && world.stale.has(lock.base.id)) {
      return "'"
          + describer.path(world, lock.base)
          + "' is stale: what held it was released since it was looked up; look it up again";
    }
    return nearMiss(world, lock, notes);
  }

  /** Where a hold began, if that is known. */
  void taken(World world, Path lock, Tree since, List<Finding.Note> notes) {
    if (since != null) {
      notes.add(note(NoteKind.ACQUIRED, since, describer.lock(world, lock) + " was taken here"));
    }
  }

  /**
   * How a need is told to callers: they may not see that the lock is held under the name that an
   * undeclared getter gave it.
   */
  String needed(World world, Need need) {
    Path lock = identity.lock(world, need.lock(), need.mode()).path();
    List<Path> near = heldLike(world, lock, this::isFromGetterBeside);
    return near.isEmpty()
        ? Origin.NEEDED
        : Origin.NEEDED + ", where " + isHeldInstead(world, near.get(0), lock);
  }

  private String nearMiss(World world, Path lock, List<Finding.Note> notes) {
    List<Path> near = heldLike(world, lock, Explainer::isSibling);
    if (near.isEmpty() && isFromCall(lock)) {
      near = heldLike(world, lock, Explainer::isOfOneType);
    }
    if (near.isEmpty()) {
      near = heldLike(world, lock, this::isFromGetterBeside);
    }
    if (near.isEmpty()) {
      return "";
    }
    taken(world, near.get(0), world.holds.get(near.get(0).id).since(), notes);
    return isHeldInstead(world, near.get(0), lock);
  }

  private String isHeldInstead(World world, Path held, Path lock) {
    boolean alike = isNamedAlike(world, held, lock);
    if (alike && isHidingOther(held.object(), lock.object())) {
      return "the one of '" + owner(held) + "' is held, not that of '" + owner(lock) + "'";
    }
    String name = describer.lock(world, lock);
    String other = describer.lock(world, held);
    String instead = alike ? "another " + name + " is held" : other + " is held, not " + name;
    if (isGiven(lock) && alike || isFromCall(lock) || isGiven(alike ? held : held.object())) {
      return instead + ADVICE;
    }
    return alike ? instead + BEFORE : instead;
  }

  private boolean isNamedAlike(World world, Path one, Path other) {
    return withoutThis(describer.lock(world, one))
        .equals(withoutThis(describer.lock(world, other)));
  }

  private static String withoutThis(String lock) {
    return lock.replace("'this.", "'");
  }

  /** Whether they are fields of one name in two types. */
  private static boolean isHidingOther(Path held, Path lock) {
    return held.kind == Kind.FIELD && lock.kind == Kind.FIELD && held.key != lock.key;
  }

  /** Whether it is reached through what a call gave. */
  private static boolean isGiven(Path lock) {
    return isFromCall(lock) || lock.any(step -> step.key instanceof MethodInvocationTree);
  }

  /** The name of the type that has the field. */
  private static CharSequence owner(Path lock) {
    return ((VariableElement) lock.object().key).getEnclosingElement().getSimpleName();
  }

  /** Whether it is reached through a call that may give another object each time. */
  private static boolean isFromCall(Path lock) {
    for (Path at = lock; at != null; at = at.base) {
      if (at.kind == Kind.CALL) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lock that the same call gave before is held. */
  boolean isAnotherHeld(World world, Path needed) {
    Path lock = needed == null ? null : identity.lock(world, needed, null).path();
    return lock != null
        && isFromCall(lock)
        && world.holds.any(
            (id, hold) -> describer.lock(world, pool.byId(id)).equals(describer.lock(world, lock)));
  }

  /** Whether what is held was given by a method of the class that has the lock in a field. */
  private boolean isFromGetterBeside(Path held, Path lock) {
    Path given = held.object();
    Path field = lock.object();
    return given.kind == Kind.VALUE
        && given.key instanceof MethodInvocationTree call
        && field.kind == Kind.FIELD
        && env.trees.getElement(TreePath.getPath(unit, call)) instanceof ExecutableElement getter
        && getter.getEnclosingElement() == ((VariableElement) field.key).getEnclosingElement();
  }

  private List<Path> heldLike(World world, Path lock, BiPredicate<Path, Path> alike) {
    List<Path> result = new ArrayList<>();
    world.holds.forEach(
        (id, hold) -> {
          if (alike.test(pool.byId(id), lock)) {
            result.add(pool.byId(id));
          }
        });
    return result;
  }

  /** Whether two locks differ in the object alone. */
  private static boolean isSibling(Path a, Path b) {
    if (a.kind != b.kind) {
      return false;
    }
    return switch (a.kind) {
      case FIELD, LOCK -> a.key == b.key;
      case MONITOR ->
          a.base != null
              && b.base != null
              && (a.base.kind == b.base.kind || a.base.type == b.base.type);
      default -> a.type != null && a.type == b.type;
    };
  }

  /** Why a lock that is released is not held. */
  String whyNotHeld(World world, Path lock) {
    World.Ended ended = locks.ending(world, lock);
    if (ended != null && ended.site() != null) {
      return howEnded(world, lock, ended);
    }
    Path meant = meant(world, lock);
    return meant == null ? "it is not held" : isHeldInstead(world, meant, lock);
  }

  /** Whether two locks are objects of one type. */
  private static boolean isOfOneType(Path a, Path b) {
    return a.kind != Kind.LOCK && a.kind != Kind.MONITOR && a.type != null && a.type == b.type;
  }

  /**
   * The lock that a release of one that was never held must have meant: the only one held that goes
   * by the same name, or that differs in the object alone, or else the only one of its type. Null
   * if there is none.
   */
  Path meant(World world, Path lock) {
    World.Ended ended = locks.ending(world, lock);
    if (ended != null && ended.site() != null) {
      return null;
    }
    List<Path> near = heldLike(world, lock, Explainer::isSibling);
    if (near.isEmpty()) {
      near = heldLike(world, lock, Explainer::isOfOneType);
    }
    List<Path> alike = near.stream().filter(each -> isNamedAlike(world, each, lock)).toList();
    List<Path> likely = alike.isEmpty() ? near : alike;
    return likely.size() == 1 ? likely.get(0) : null;
  }

  /** The same reason where it is one on some paths only; what it adds stays last. */
  static String onSomePaths(String reason) {
    String advice = Stream.of(ADVICE, BEFORE).filter(reason::endsWith).findFirst().orElse("");
    String itself = reason.substring(0, reason.length() - advice.length());
    return (itself.isEmpty() ? "" : itself + " ") + "on some of the paths that lead here" + advice;
  }

  private String howEnded(World world, Path lock, World.Ended ended) {
    return ended.with() == lock
        ? "it was released in line " + line(ended.site())
        : "it ended with "
            + describer.lock(world, ended.with())
            + ", released in line "
            + line(ended.site());
  }
}
