package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Condition.Variable;
import dev.holdfast.checker.random.Statement.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Makes statements that take locks and give them up, and accesses to what they guard. */
final class Regions {
  private final Generator generator;
  private final Choices choices;
  private final Promises promises;
  private final Random random;

  /** What may be accessed, the latest first. */
  final Deque<Field> safe = new ArrayDeque<>();

  /** Whether the flag stands for a lock already. */
  private boolean flagUsed;

  Regions(Generator generator, Choices choices) {
    this.generator = generator;
    this.choices = choices;
    this.promises = choices.promises;
    this.random = choices.random;
  }

  /** An access that is safe or, carelessly, any. */
  Statement access() {
    if (choices.isCareless() || promises.inHelper && random.nextInt(3) > 0) {
      List<Field> fields = new ArrayList<>(List.of(Field.values()));
      fields.removeIf(field -> field.lock.object.equals(choices.own));
      fields.removeIf(field -> promises.inHelper && Lock.SEALS.contains(field.lock));
      return use(fields.get(random.nextInt(fields.size())));
    }
    return safe.isEmpty() ? new Statement.Call(false) : use(safe.peek());
  }

  /** An access, or a call of what needs the same lock. */
  private Statement use(Field field) {
    Callee callee = promises.needing(field.lock);
    return callee == null ? new Statement.Access(field) : new Statement.Invoke(callee);
  }

  /** Takes a lock, and gives it up in a {@code finally} block or, carelessly, afterwards. */
  void region(List<Statement> to, int depth) {
    if ("monitor".equals(choices.own)) {
      to.add(monitor(depth));
      return;
    }
    Lock lock = choices.lock();
    List<Statement> inside = inside(lock, depth + 1);
    List<Statement> release = List.of(promises.release(lock));
    to.add(promises.acquire(lock));
    if (choices.isCareless()) {
      to.addAll(inside);
      to.addAll(release);
    } else {
      to.add(new Statement.Try(inside, generator.handlers(depth), release));
    }
  }

  /** What is done under the lock. */
  List<Statement> inside(Lock lock, int depth) {
    safe.push(
        switch (lock) {
          case PLAIN -> Field.PLAIN;
          case READ -> Field.READ;
          case WRITE -> random.nextBoolean() ? Field.READ : Field.WRITE;
          case MONITOR -> Field.MONITOR;
          case SEAL_READ -> Field.SEAL_READ;
          case SEAL_WRITE -> random.nextBoolean() ? Field.SEAL_READ : Field.SEAL_WRITE;
        });
    List<Statement> result = generator.block(depth);
    safe.pop();
    return result;
  }

  /** Takes a lock where a condition holds, and gives it up where it holds. */
  void conditional(List<Statement> to, int depth) {
    if (promises.inHelper) {
      to.add(generator.simple());
      return;
    }
    Lock lock = choices.lock();
    Condition condition = choices.stable();
    to.add(new Statement.If(condition, List.of(promises.acquire(lock)), List.of()));
    List<Statement> body = generator.block(depth + 1);
    if (random.nextBoolean()) {
      body.add(new Statement.If(choices.again(condition), inside(lock, depth + 1), List.of()));
    }
    Statement release =
        new Statement.If(choices.again(condition), List.of(promises.release(lock)), List.of());
    finish(to, body, release);
  }

  /** Does something last on every way out or, carelessly, on the usual one alone. */
  void finish(List<Statement> to, List<Statement> body, Statement last) {
    if (choices.isCareless()) {
      to.addAll(body);
      to.add(last);
    } else {
      to.add(new Statement.Try(body, List.of(), List.of(last)));
    }
  }

  /**
   * Tries to take a lock, and looks at the outcome now or later; or remembers that it was taken.
   */
  void attempt(List<Statement> to, int depth) {
    if ("monitor".equals(choices.own)) {
      to.add(monitor(depth));
      return;
    }
    Lock lock = choices.lock();
    Statement release = promises.release(lock);
    switch (promises.inHelper || flagUsed && !choices.isCareless() ? 0 : random.nextInt(3)) {
      case 0 -> {
        Statement region = new Statement.Try(inside(lock, depth + 1), List.of(), List.of(release));
        to.add(
            new Statement.IfTry(
                promises.attempt(lock), List.of(region), generator.orNothing(depth)));
      }
      case 1 -> {
        to.add(new Statement.TryFlag(promises.attempt(lock)));
        finish(to, withFlag(lock, depth), whenFlag(List.of(release)));
      }
      default -> {
        List<Statement> taken = List.of(promises.acquire(lock), new Statement.SetFlag(true));
        to.add(new Statement.If(choices.condition(), taken, List.of(new Statement.SetFlag(false))));
        finish(to, withFlag(lock, depth), whenFlag(List.of(release)));
      }
    }
  }

  private List<Statement> withFlag(Lock lock, int depth) {
    boolean used = flagUsed;
    flagUsed = true;
    List<Statement> body = generator.block(depth + 1);
    flagUsed = used;
    if (random.nextBoolean()) {
      body.add(whenFlag(inside(lock, depth + 1)));
    }
    return body;
  }

  private static Statement whenFlag(List<Statement> then) {
    return new Statement.If(new Condition.Test(Variable.FLAG, false), then, List.of());
  }

  /** A block under the monitor. */
  Statement monitor(int depth) {
    if (choices.own != null && !choices.own.equals("monitor")) {
      return generator.simple();
    }
    safe.push(Field.MONITOR);
    List<Statement> body = generator.block(depth + 1);
    safe.pop();
    return new Statement.Synchronized(body);
  }

  /** A call with all locks held, whatever it needs. */
  static Statement withAll(Statement call) {
    Statement inside =
        new Statement.Try(
            List.of(call),
            List.of(),
            List.of(
                new Statement.Invoke(Callee.unlock(Lock.PLAIN)),
                new Statement.Invoke(Callee.unlock(Lock.WRITE))));
    return new Statement.Synchronized(
        List.of(
            new Statement.Invoke(Callee.lock(Lock.WRITE)),
            new Statement.Invoke(Callee.lock(Lock.PLAIN)),
            inside));
  }
}
