package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Condition.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Makes contracts at random: that of a program's method, and those of what it may call. */
final class Promises {
  private final Random random;
  private final List<Callee> declared = new ArrayList<>();

  /** What the method itself declares. */
  final List<Clause> own;

  /**
   * Whether the method gives up what it releases in a {@code finally} block, and not where it
   * returns.
   */
  boolean releasesLast;

  /** Whether a private method is made, which is to do one thing at a time. */
  boolean inHelper;

  /**
   * Makes the contracts of a program.
   *
   * @param name what the names of its methods begin with
   */
  Promises(Random random, String name) {
    this.random = random;
    this.own = random.nextBoolean() ? List.of() : contract();
    for (int count = random.nextInt(6); count > 0; count--) {
      Callee callee = new Callee(name + "d" + count + "()", contract(), true);
      declared.add(callee);
    }
  }

  /** Makes none. */
  Promises(Random random) {
    this.random = random;
    this.own = List.of();
  }

  private List<Clause> contract() {
    Clause first = clause();
    int pick = random.nextInt(8);
    if (pick == 0 && givesUp(first)) {
      return List.of(new Clause(Clause.Kind.REQUIRES, first.lock()), first);
    }
    Clause second = clause();
    boolean fits =
        !second.lock().object.equals(first.lock().object)
            && !(first.isConditional() && second.isConditional());
    return pick < 3 && fits ? List.of(first, second) : List.of(first);
  }

  private static boolean givesUp(Clause clause) {
    return switch (clause.kind()) {
      case RELEASES, RELEASES_IF, DOWNGRADES -> true;
      default -> false;
    };
  }

  private Clause clause() {
    List<Clause.Kind> kinds = List.of(Clause.Kind.values());
    Clause.Kind kind = kinds.get(random.nextInt(kinds.size()));
    if (kind == Clause.Kind.DOWNGRADES) {
      return new Clause(kind, Lock.WRITE, true, true);
    }
    boolean asks = kind == Clause.Kind.REQUIRES || kind == Clause.Kind.EXCLUDES;
    List<Lock> locks = asks ? List.of(Lock.values()) : Lock.CALLED;
    Lock lock = locks.get(random.nextInt(locks.size()));
    /* what a bare lock means here does not depend on how it is held */
    boolean mayBeBare =
        lock.isExclusiveView()
            && (asks || kind == Clause.Kind.ACQUIRES || kind == Clause.Kind.ACQUIRES_IF);
    return new Clause(
        kind, lock, mayBeBare && random.nextBoolean(), random.nextInt(3) > 0 || !isAsked(kind));
  }

  private static boolean isAsked(Clause.Kind kind) {
    return kind == Clause.Kind.ACQUIRES_IF || kind == Clause.Kind.RELEASES_IF;
  }

  List<Callee> declared() {
    return List.copyOf(declared);
  }

  /** A call that takes the lock. */
  Statement acquire(Lock lock) {
    return new Statement.Invoke(either(Clause.Kind.ACQUIRES, lock, Callee.lock(lock)));
  }

  /** A call that gives up the lock. */
  Statement release(Lock lock) {
    return new Statement.Invoke(either(Clause.Kind.RELEASES, lock, Callee.unlock(lock)));
  }

  /** What tries to take the lock, and says whether it did. */
  Callee attempt(Lock lock) {
    Callee other = either(Clause.Kind.ACQUIRES_IF, lock, null);
    boolean fits =
        other != null && other.contract().stream().allMatch(c -> !c.isConditional() || c.result());
    return fits ? other : Callee.tryLock(lock);
  }

  private Callee either(Clause.Kind kind, Lock lock, Callee usual) {
    return random.nextInt(3) == 0
        ? usual
        : any(callee -> callee.has(kind, lock) && callee.answers() == isAsked(kind), usual);
  }

  private Callee any(Predicate<Callee> test, Callee otherwise) {
    List<Callee> fitting =
        declared.stream()
            .filter(callee -> !inHelper || callee.contract().size() == 1)
            .filter(test)
            .toList();
    return fitting.isEmpty() ? otherwise : fitting.get(random.nextInt(fitting.size()));
  }

  /** A declared method that needs the lock, or null. */
  Callee needing(Lock lock) {
    return only(either(Clause.Kind.REQUIRES, lock, null));
  }

  /** A declared method that excludes a lock, or null. */
  Callee excluding() {
    return only(any(callee -> callee.contract().get(0).kind() == Clause.Kind.EXCLUDES, null));
  }

  private static Callee only(Callee callee) {
    return callee == null || callee.contract().size() > 1 ? null : callee;
  }

  /** A call of any declared method; null if there is none. */
  Statement anything() {
    if (declared.isEmpty()) {
      return null;
    }
    Callee callee = declared.get(random.nextInt(declared.size()));
    return callee.answers() ? new Statement.TryFlag(callee) : new Statement.Invoke(callee);
  }

  /** Does what the method promises, and returns. */
  List<Statement> kept(boolean careless) {
    List<Statement> result = new ArrayList<>();
    Statement exit = new Statement.Return(null);
    for (Clause clause : own) {
      Lock lock = clause.lock();
      boolean forgets = careless && random.nextBoolean();
      switch (clause.kind()) {
        case ACQUIRES -> addUnless(forgets, result, acquire(lock));
        case RELEASES -> addUnless(forgets || releasesLast, result, release(lock));
        case DOWNGRADES -> {
          addUnless(forgets, result, acquire(Lock.READ), release(Lock.WRITE));
          if (forgets) {
            Collections.reverse(result);
          }
        }
        case MAY_RELEASE ->
            addUnless(
                random.nextBoolean(),
                result,
                release(lock),
                new Statement.Call(false),
                acquire(lock));
        case ACQUIRES_IF -> exit = tried(clause, forgets, result);
        case RELEASES_IF -> exit = answered(clause, forgets, result, release(lock));
        case REQUIRES, EXCLUDES -> {
          /* nothing to do */
        }
      }
    }
    result.add(exit);
    return result;
  }

  private static void addUnless(boolean not, List<Statement> to, Statement... statements) {
    if (!not) {
      to.addAll(List.of(statements));
    }
  }

  private Statement tried(Clause clause, boolean forgets, List<Statement> to) {
    Callee attempt = attempt(clause.lock());
    switch (random.nextInt(3)) {
      case 0 -> {
        to.add(new Statement.TryFlag(attempt));
        return new Statement.Return(new Condition.Test(Variable.FLAG, clause.result() == forgets));
      }
      case 1 -> {
        if (clause.result() != forgets) {
          return new Statement.ReturnTry(attempt);
        }
        Condition taken = new Condition.Test(Variable.ALWAYS, true);
        Condition other = new Condition.Test(Variable.ALWAYS, false);
        to.add(new Statement.IfTry(attempt, List.of(new Statement.Return(taken)), List.of()));
        return new Statement.Return(other);
      }
      default -> {
        return answered(clause, forgets, to, acquire(clause.lock()));
      }
    }
  }

  /** Does it and says so, or does not, and says that. */
  private Statement answered(Clause clause, boolean forgets, List<Statement> to, Statement doing) {
    boolean does = random.nextBoolean();
    addUnless(!does, to, doing);
    boolean result = does == clause.result();
    return new Statement.Return(new Condition.Test(Variable.ALWAYS, result == forgets));
  }
}
