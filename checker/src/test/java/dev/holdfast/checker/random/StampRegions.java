package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Condition.Variable;
import dev.holdfast.checker.random.Statement.Action;
import dev.holdfast.checker.random.Statement.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes statements that take the lock with stamps, convert stamps and give the lock up by them. */
final class StampRegions {
  private final Generator generator;
  private final Choices choices;
  private final Regions regions;
  private final Random random;

  /** Whether the lock may be held here, and both locals are in use. */
  boolean inside;

  StampRegions(Generator generator, Choices choices, Regions regions) {
    this.generator = generator;
    this.choices = choices;
    this.regions = regions;
    this.random = choices.random;
  }

  /** Any call whatever. */
  Statement careless() {
    Action[] actions = Action.values();
    Action action = actions[random.nextInt(actions.length)];
    Lock view = action == Action.RELEASE && random.nextInt(3) == 0 ? null : view();
    return new Stamped(action, view, random.nextInt(2), random.nextInt(2));
  }

  /** Takes the lock in one of the usual ways. */
  void region(List<Statement> to, int depth) {
    if (choices.promises.inHelper || inside && !choices.isCareless()) {
      to.add(generator.simple());
      return;
    }
    boolean before = inside;
    inside = true;
    int stamp = random.nextInt(2);
    switch (random.nextInt(7)) {
      case 0 -> plain(to, depth, stamp);
      case 1 -> attempt(to, depth, stamp);
      case 2 -> conditional(to, depth, stamp);
      case 3 -> upgrade(to, depth, stamp);
      case 4 -> downgrade(to, depth, stamp);
      case 5 -> fromOptimistic(to, depth, stamp);
      default -> validated(to, depth, stamp);
    }
    inside = before;
  }

  private Lock view() {
    return Lock.SEALS.get(random.nextInt(Lock.SEALS.size()));
  }

  private static Statement take(Lock view, int stamp) {
    return new Stamped(Action.TAKE, view, stamp, 0);
  }

  /** A release in that mode or, as it may be, in any. */
  private Statement release(Lock view, int stamp) {
    return new Stamped(Action.RELEASE, random.nextInt(3) == 0 ? null : view, 0, stamp);
  }

  private static Statement releaseAny(int stamp) {
    return new Stamped(Action.RELEASE, null, 0, stamp);
  }

  private static Condition hasStamp(int stamp, boolean negated) {
    return new Condition.Test(stamp == 0 ? Variable.FIRST_STAMP : Variable.SECOND_STAMP, negated);
  }

  private void plain(List<Statement> to, int depth, int stamp) {
    Lock view = view();
    to.add(take(view, stamp));
    regions.finish(to, regions.inside(view, depth + 1), release(view, stamp));
  }

  /** Tries, and looks at the outcome at once, on the way out, or both. */
  private void attempt(List<Statement> to, int depth, int stamp) {
    Lock view = view();
    to.add(new Stamped(Action.TRY, view, stamp, 0));
    Statement release = release(view, stamp);
    if (random.nextBoolean()) {
      List<Statement> then = new ArrayList<>();
      regions.finish(then, regions.inside(view, depth + 1), release);
      to.add(new Statement.If(hasStamp(stamp, false), then, generator.orNothing(depth)));
    } else if (random.nextBoolean()) {
      to.add(new Statement.If(hasStamp(stamp, true), generator.leaving(), List.of()));
      regions.finish(to, regions.inside(view, depth + 1), whenTaken(stamp, List.of(release)));
    } else {
      List<Statement> body = generator.block(depth + 1);
      body.add(whenTaken(stamp, regions.inside(view, depth + 1)));
      regions.finish(to, body, whenTaken(stamp, List.of(release)));
    }
  }

  private static Statement whenTaken(int stamp, List<Statement> then) {
    return new Statement.If(hasStamp(stamp, false), then, List.of());
  }

  /** Takes the lock in one mode or the other, or only where a condition holds. */
  private void conditional(List<Statement> to, int depth, int stamp) {
    Condition condition = choices.stable();
    Lock view = view();
    if (random.nextBoolean()) {
      List<Statement> write = List.of(take(Lock.SEAL_WRITE, stamp));
      List<Statement> read = List.of(take(Lock.SEAL_READ, stamp));
      to.add(new Statement.If(condition, write, read));
      regions.finish(to, regions.inside(Lock.SEAL_READ, depth + 1), releaseAny(stamp));
      return;
    }
    to.add(new Statement.If(condition, List.of(take(view, stamp)), List.of()));
    List<Statement> body = generator.block(depth + 1);
    body.add(
        new Statement.If(choices.again(condition), regions.inside(view, depth + 1), List.of()));
    List<Statement> release = List.of(release(view, stamp));
    regions.finish(to, body, new Statement.If(choices.again(condition), release, List.of()));
  }

  /** Converts to write mode, or gives the lock up and takes it again. */
  private void upgrade(List<Statement> to, int depth, int stamp) {
    int other = 1 - stamp;
    to.add(take(Lock.SEAL_READ, stamp));
    List<Statement> body = regions.inside(Lock.SEAL_READ, depth + 1);
    body.add(new Stamped(Action.CONVERT, Lock.SEAL_WRITE, other, stamp));
    List<Statement> converted = new ArrayList<>();
    if (!choices.isCareless()) {
      converted.add(new Stamped(Action.COPY, null, stamp, other));
    }
    List<Statement> retaken = List.of(release(Lock.SEAL_READ, stamp), take(Lock.SEAL_WRITE, stamp));
    body.add(new Statement.If(hasStamp(other, false), converted, retaken));
    body.addAll(regions.inside(Lock.SEAL_WRITE, depth + 1));
    regions.finish(to, body, release(null, stamp));
  }

  /** Converts to a mode that is sure to be had. */
  private void downgrade(List<Statement> to, int depth, int stamp) {
    Lock before = view();
    to.add(take(before, stamp));
    List<Statement> body = regions.inside(before, depth + 1);
    int next = choices.isCareless() ? 1 - stamp : stamp;
    body.add(new Stamped(Action.CONVERT, Lock.SEAL_READ, next, stamp));
    body.addAll(regions.inside(Lock.SEAL_READ, depth + 1));
    regions.finish(to, body, releaseAny(stamp));
  }

  private void fromOptimistic(List<Statement> to, int depth, int stamp) {
    Lock view = view();
    int other = random.nextInt(2);
    to.add(new Stamped(Action.LOOK, null, stamp, 0));
    to.add(new Stamped(Action.CONVERT, view, other, stamp));
    List<Statement> then = new ArrayList<>();
    regions.finish(then, regions.inside(view, depth + 1), release(view, other));
    to.add(new Statement.If(hasStamp(other, false), then, generator.orNothing(depth)));
  }

  private void validated(List<Statement> to, int depth, int stamp) {
    to.add(new Stamped(Action.LOOK, null, stamp, 0));
    to.addAll(generator.block(depth + 1));
    List<Statement> then = new ArrayList<>();
    plain(then, depth, stamp);
    Variable valid = stamp == 0 ? Variable.FIRST_VALID : Variable.SECOND_VALID;
    to.add(new Statement.If(new Condition.Test(valid, true), then, List.of()));
  }
}
