package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What is known at one program point on the paths that agree about locks. A point has several
 * worlds where its paths disagree; each keeps the conditions under which it came to be, so that a
 * later test of the same condition selects among them. The maps are persistent: a copy is cheap.
 */
final class World implements Cloneable {
  /** What is known of a value. */
  enum Fact {
    TRUE,
    FALSE,
    NULL,
    /** Null, as going through it has shown by failing. */
    FAILED,
    NON_NULL,
    ZERO,
    NON_ZERO,
    /** What counts is never negative. */
    POSITIVE;

    /** What both say; null if that is nothing. */
    static Fact common(Fact one, Fact other) {
      boolean bothNull = one == NULL && other == FAILED || one == FAILED && other == NULL;
      return one == other ? one : bothNull ? NULL : null;
    }

    /** The fact that is known where this one is known not to hold; null if there is none. */
    Fact opposite() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case NULL, FAILED -> NON_NULL;
        case NON_NULL -> NULL;
        case ZERO -> NON_ZERO;
        case NON_ZERO -> ZERO;
        case POSITIVE -> null;
      };
    }
  }

  /*
   * Worlds are compared by some of these records. The first use of the methods that the compiler
   * gives a record makes the JVM link much code, which costs more than the first bodies themselves:
   * hence equality by hand.
   */

  /** Where a hold ended, the lock that it ended with, and where it began; no tree if unknown. */
  record Ended(Tree site, Path with, Tree since) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Ended ended
          && site == ended.site
          && with == ended.with
          && since == ended.since;
    }

    @Override
    public int hashCode() {
      return Objects.hash(site, with, since);
    }
  }

  /** A hold that belongs to a scope object. */
  record Owned(Path lock, Mode mode) {}

  /** What a stamp stands for. {@code mode} is null for an optimistic one. */
  record Stamp(Path lock, Mode mode, boolean valid) {}

  /** A guarded read under an unvalidated stamp. */
  record RacyRead(Tree site, Path stamp, Path lock, Object report) {}

  /** The way out that a world is on while a {@code finally} block runs. */
  record Exit(Kind kind, Tree target, Tree site, List<?> thrown, Path result) {
    enum Kind {
      RETURN,
      BREAK,
      CONTINUE,
      YIELD,
      THROW,
      NORMAL
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Exit exit
          && kind == exit.kind
          && target == exit.target
          && (kind == Kind.THROW || site == exit.site)
          && result == exit.result
          && Objects.equals(thrown, exit.thrown);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, target, kind == Kind.THROW ? null : site, thrown, result);
    }
  }

  /** An operand stack. */
  record Stack(Path top, Stack below) {}

  /** So many new objects are followed that refer to others, and of each so many others. */
  private static final int MOST_FOLLOWED = 250;

  IntMap<Path> vars = IntMap.empty();

  /** Locals that name locks: which object they are is worth a world of its own. */
  IntMap<Path> lockVars = IntMap.empty();

  IntMap<Hold> holds = IntMap.empty();
  IntMap<Fact> facts = IntMap.empty();
  IntMap<Path> heap = IntMap.empty();
  IntMap<Path> equal = IntMap.empty();

  /** Numbers of which it is known which is less by one. */
  IntMap<Path> oneLess = IntMap.empty();

  /** The calls that gave what may be another object each time. */
  IntMap<Path> given = IntMap.empty();

  IntMap<Boolean> states = IntMap.empty();
  IntMap<Ended> ended = IntMap.empty();
  IntMap<Path> fresh = IntMap.empty();
  IntMap<List<Path>> carried = IntMap.empty();
  IntMap<Path> born = IntMap.empty();
  IntMap<Boolean> stale = IntMap.empty();
  IntMap<Stamp> stamps = IntMap.empty();
  IntMap<List<Owned>> owned = IntMap.empty();
  IntMap<List<RacyRead>> racy = IntMap.empty();
  List<RacyRead> racyHere = List.of();
  Stack stack;
  List<Exit> exits = List.of();
  List<List<Exit>> outerExits = List.of();
  Path val;

  World copy() {
    try {
      return (World) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** What is known of a value; null if nothing is. */
  Fact factOf(Path path) {
    return switch (path.kind) {
      case NULL -> Fact.NULL;
      case CONST -> constantFact(path.key);
      case THIS, LAMBDA, CLASS -> Fact.NON_NULL;
      default -> facts.get(path.id);
    };
  }

  private static Fact constantFact(Object value) {
    if (value instanceof Boolean bool) {
      return bool ? Fact.TRUE : Fact.FALSE;
    }
    if (value instanceof Number number) {
      return number.doubleValue() == 0 ? Fact.ZERO : Fact.NON_ZERO;
    }
    return Fact.NON_NULL;
  }

  /** Whether one of the names that a path leads to is such. */
  boolean isKnownAs(Path path, Predicate<Path> name) {
    Path at = path;
    for (int names = 0; at != null && names <= Identity.MOST_NAMES; names++) {
      if (name.test(at)) {
        return true;
      }
      at = equal.get(at.id);
    }
    return false;
  }

  /** A copy in which that is known of the value. */
  World withFact(Path value, Fact fact) {
    World next = copy();
    next.facts = facts.put(value.id, fact);
    return next;
  }

  /** A copy whose value at hand is that one. */
  World withVal(Path value) {
    World next = copy();
    next.val = value;
    return next;
  }

  /** How many operands there are. */
  int depth() {
    int depth = 0;
    for (Stack at = stack; at != null; at = at.below()) {
      depth++;
    }
    return depth;
  }

  /** Drops operands, until there are so many. */
  void trim(int depth) {
    for (int surplus = depth() - depth; surplus > 0; surplus--) {
      stack = stack.below();
    }
  }

  /**
   * Whether it is still followed what more the object refers to: all that is followed is gone
   * through whenever something is published, or goes by another name.
   */
  boolean follows(Path holder) {
    List<Path> known = carried.get(holder.id);
    return known == null ? carried.size() < MOST_FOLLOWED : known.size() < MOST_FOLLOWED;
  }

  /** An object that another one refers to escapes with it. */
  void carry(Path holder, Path value) {
    if (value != null) {
      List<Path> old = carried.get(holder.id);
      carried =
          carried.put(holder.id, old == null ? List.of(value) : Merge.union(old, List.of(value)));
    }
  }

  /** Whether an operand is such. */
  boolean anyOperand(Predicate<Path> test) {
    for (Stack at = stack; at != null; at = at.below()) {
      if (at.top() != null && test.test(at.top())) {
        return true;
      }
    }
    return false;
  }

  void push(Path path) {
    stack = new Stack(path, stack);
  }

  Path pop() {
    Path top = stack.top;
    stack = stack.below;
    return top;
  }

  /** A copy that is on its way out, entering a {@code finally} block. */
  World leaving(Exit exit) {
    World result = copy();
    List<List<Exit>> outer = new java.util.ArrayList<>(outerExits);
    outer.add(exits);
    result.outerExits = List.copyOf(outer);
    result.exits = List.of(exit);
    return result;
  }

  /** A copy that has left the {@code finally} block. */
  World resumed() {
    World result = copy();
    int last = outerExits.size() - 1;
    result.exits = outerExits.get(last);
    result.outerExits = List.copyOf(outerExits.subList(0, last));
    return result;
  }

  /** Whether both agree on everything that concerns locks, so that they can become one. */
  boolean agrees(World other) {
    return holds.equals(other.holds)
        && states.equals(other.states)
        && agreesBesidesHoldsAndStates(other);
  }

  /** Whether both agree on everything else. */
  boolean agreesBesidesHoldsAndStates(World other) {
    return stamps.equals(other.stamps)
        && owned.equals(other.owned)
        && lockVars.equals(other.lockVars)
        && outerExits.equals(other.outerExits)
        && sameKinds(exits, other.exits)
        && sameStack(stack, other.stack);
  }

  private static boolean sameKinds(List<Exit> a, List<Exit> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty();
    }
    for (Exit exit : a) {
      if (exit.kind != b.get(0).kind || exit.result != b.get(0).result) {
        return false;
      }
    }
    return b.stream()
        .allMatch(exit -> exit.kind == a.get(0).kind && exit.result == a.get(0).result);
  }

  private static boolean sameStack(Stack a, Stack b) {
    return a == b || a != null && b != null && a.top == b.top && sameStack(a.below, b.below);
  }

  /** Whether the worlds are the same, one by one. */
  static boolean same(List<World> a, List<World> b) {
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

  /** Whether nothing distinguishes the two. */
  boolean same(World other) {
    return agrees(other)
        && vars.equals(other.vars)
        && facts.equals(other.facts)
        && heap.equals(other.heap)
        && equal.equals(other.equal)
        && oneLess.equals(other.oneLess)
        && fresh.equals(other.fresh)
        && carried.equals(other.carried)
        && stale.equals(other.stale)
        && racy.equals(other.racy)
        && exits.equals(other.exits)
        && val == other.val;
  }
}
