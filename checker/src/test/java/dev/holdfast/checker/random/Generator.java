package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Case;
import dev.holdfast.checker.random.Statement.Caught;
import dev.holdfast.checker.random.Statement.Condition;
import dev.holdfast.checker.random.Statement.Field;
import dev.holdfast.checker.random.Statement.Handler;
import dev.holdfast.checker.random.Statement.Helper;
import dev.holdfast.checker.random.Statement.Loop;
import dev.holdfast.checker.random.Statement.LoopKind;
import dev.holdfast.checker.random.Statement.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes method bodies at random: the usual shapes of code with locks, and now and then a careless
 * statement that is right only by chance.
 */
final class Generator {
  private static final int DEEPEST = 4;
  private static final List<Variable> TESTED =
      List.of(Variable.FIRST, Variable.SECOND, Variable.FLAG, Variable.UNKNOWN);

  private final Random random;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final Deque<Field> safe = new ArrayDeque<>();
  private final int carelessness;

  /** Whether the flag stands for a lock already. */
  private boolean flagUsed;

  private final List<Helper> helpers = new ArrayList<>();
  private final Set<Helper> called = new HashSet<>();

  /** What helpers take themselves; what they count on is another lock. */
  private String own;

  private Promises promises;

  private int budget;

  /**
   * @param carelessness how many statements of a hundred are careless
   */
  Generator(long seed, int carelessness) {
    /* seeds in a row would all begin alike */
    this.random = new Random(new SplittableRandom(seed).nextLong());
    this.carelessness = carelessness;
  }

  /** Helpers leave locks as they find them; what they count on is to be inferred. */
  private boolean isCareless() {
    return !promises.inHelper && random.nextInt(100) < carelessness;
  }

  /**
   * A method with the private methods that it calls, directly or not.
   *
   * @param name what the names of the latter begin with
   */
  Program program(String name) {
    promises = new Promises(random, name);
    promises.inHelper = true;
    own = List.of("lock", "rw", "monitor").get(random.nextInt(3));
    for (int count = random.nextInt(3); count > 0; count--) {
      budget = 1 + random.nextInt(6);
      helpers.add(new Helper(name + "h" + count, block(2)));
    }
    promises.inHelper = false;
    own = null;
    budget = 6 + random.nextInt(16);
    return new Program(promises.own, body(), List.copyOf(helpers), promises.declared());
  }

  /** The body of the method, which does what its contract says or, carelessly, something else. */
  private List<Statement> body() {
    for (Clause clause : promises.own) {
      field(clause).ifPresent(safe::push);
    }
    Clause released = released();
    promises.releasesLast = released != null && random.nextBoolean();
    List<Statement> body = block(0);
    for (Helper helper : helpers) {
      if (!called.contains(helper)) {
        body.add(withAll(new Statement.CallHelper(helper)));
      }
    }
    List<Statement> result = new ArrayList<>();
    if (promises.releasesLast) {
      List<Statement> last = List.of(promises.release(released.lock()));
      result.add(new Statement.Try(body, List.of(), last));
    } else {
      result.addAll(body);
    }
    result.addAll(promises.kept(isCareless()));
    return result;
  }

  /** A call with all locks held, whatever it needs. */
  private static Statement withAll(Statement call) {
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

  /** What may be accessed because the contract has its lock held. */
  private static Optional<Field> field(Clause clause) {
    return Arrays.stream(Field.values()).filter(field -> clause.before(field.lock) > 0).findAny();
  }

  /** The one clause of the contract that releases, or null. */
  private Clause released() {
    List<Clause> all = promises.own.stream().filter(c -> c.kind() == Clause.Kind.RELEASES).toList();
    return all.size() == 1 ? all.get(0) : null;
  }

  private List<Statement> block(int depth) {
    List<Statement> result = new ArrayList<>();
    int length = 1 + random.nextInt(depth == 0 ? 4 : 3);
    for (int i = 0; i < length && budget > 0; i++) {
      add(result, depth);
    }
    return result;
  }

  private void add(List<Statement> to, int depth) {
    budget--;
    if (depth < DEEPEST && isCareless()) {
      to.add(careless());
      return;
    }
    int pick = random.nextInt(100);
    if (depth >= DEEPEST || pick < 29) {
      to.add(simple());
    } else if (pick < 50) {
      region(to, depth);
    } else if (pick < 59) {
      conditional(to, depth);
    } else if (pick < 66) {
      attempt(to, depth);
    } else if (pick < 74) {
      to.add(new Statement.If(condition(), block(depth + 1), orNothing(depth)));
    } else if (pick < 81) {
      to.add(loop(depth));
    } else if (pick < 87) {
      to.add(attemptToCatch(depth));
    } else if (pick < 91) {
      to.add(monitor(depth));
    } else if (pick < 94) {
      to.add(choice(depth));
    } else {
      to.add(new Statement.If(condition(), leaving(), List.of()));
    }
  }

  private Statement careless() {
    Statement any = random.nextInt(3) == 0 ? promises.anything() : null;
    if (any != null) {
      return any;
    }
    return random.nextBoolean() ? promises.acquire(lock()) : promises.release(lock());
  }

  private Statement simple() {
    int pick = random.nextInt(10);
    if (pick < 6) {
      return access();
    }
    if (pick == 6 && !helpers.isEmpty()) {
      return call();
    }
    Callee excluding = pick == 7 && !promises.inHelper ? promises.excluding() : null;
    return excluding == null
        ? new Statement.Call(pick == 9 && !promises.inHelper)
        : new Statement.Invoke(excluding);
  }

  private Statement call() {
    Helper helper = helpers.get(random.nextInt(helpers.size()));
    called.add(helper);
    Statement call = new Statement.CallHelper(helper);
    return promises.inHelper || random.nextInt(3) == 0 ? call : withAll(call);
  }

  private Statement access() {
    if (isCareless() || promises.inHelper && random.nextInt(3) > 0) {
      List<Field> fields = new ArrayList<>(List.of(Field.values()));
      fields.removeIf(field -> field.lock.object.equals(own));
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
  private void region(List<Statement> to, int depth) {
    if ("monitor".equals(own)) {
      to.add(monitor(depth));
      return;
    }
    Lock lock = lock();
    List<Statement> inside = inside(lock, depth + 1);
    List<Statement> release = List.of(promises.release(lock));
    to.add(promises.acquire(lock));
    if (isCareless()) {
      to.addAll(inside);
      to.addAll(release);
    } else {
      to.add(new Statement.Try(inside, handlers(depth), release));
    }
  }

  private List<Statement> inside(Lock lock, int depth) {
    safe.push(
        switch (lock) {
          case PLAIN -> Field.PLAIN;
          case READ -> Field.READ;
          case WRITE -> random.nextBoolean() ? Field.READ : Field.WRITE;
          case MONITOR -> Field.MONITOR;
        });
    List<Statement> result = block(depth);
    safe.pop();
    return result;
  }

  /** Takes a lock where a condition holds, and gives it up where it holds. */
  private void conditional(List<Statement> to, int depth) {
    if (promises.inHelper) {
      to.add(simple());
      return;
    }
    Lock lock = lock();
    Condition condition = new Condition(stable(), random.nextBoolean());
    to.add(new Statement.If(condition, List.of(promises.acquire(lock)), List.of()));
    List<Statement> body = block(depth + 1);
    if (random.nextBoolean()) {
      body.add(new Statement.If(condition, inside(lock, depth + 1), List.of()));
    }
    Statement release = new Statement.If(condition, List.of(promises.release(lock)), List.of());
    finish(to, body, release);
  }

  /** Does something last on every way out or, carelessly, on the usual one alone. */
  private void finish(List<Statement> to, List<Statement> body, Statement last) {
    if (isCareless()) {
      to.addAll(body);
      to.add(last);
    } else {
      to.add(new Statement.Try(body, List.of(), List.of(last)));
    }
  }

  private Variable stable() {
    return random.nextBoolean() ? Variable.FIRST : Variable.SECOND;
  }

  /**
   * Tries to take a lock, and looks at the outcome now or later; or remembers that it was taken.
   */
  private void attempt(List<Statement> to, int depth) {
    if ("monitor".equals(own)) {
      to.add(monitor(depth));
      return;
    }
    Lock lock = lock();
    Statement release = promises.release(lock);
    switch (promises.inHelper || flagUsed && !isCareless() ? 0 : random.nextInt(3)) {
      case 0 -> {
        Statement region = new Statement.Try(inside(lock, depth + 1), List.of(), List.of(release));
        to.add(new Statement.IfTry(promises.attempt(lock), List.of(region), orNothing(depth)));
      }
      case 1 -> {
        to.add(new Statement.TryFlag(promises.attempt(lock)));
        finish(to, withFlag(lock, depth), whenFlag(List.of(release)));
      }
      default -> {
        List<Statement> taken = List.of(promises.acquire(lock), new Statement.SetFlag(true));
        to.add(new Statement.If(condition(), taken, List.of(new Statement.SetFlag(false))));
        finish(to, withFlag(lock, depth), whenFlag(List.of(release)));
      }
    }
  }

  private List<Statement> withFlag(Lock lock, int depth) {
    boolean used = flagUsed;
    flagUsed = true;
    List<Statement> body = block(depth + 1);
    flagUsed = used;
    if (random.nextBoolean()) {
      body.add(whenFlag(inside(lock, depth + 1)));
    }
    return body;
  }

  private static Statement whenFlag(List<Statement> then) {
    return new Statement.If(new Condition(Variable.FLAG, false), then, List.of());
  }

  private List<Statement> orNothing(int depth) {
    return random.nextInt(3) == 0 ? block(depth + 1) : List.of();
  }

  private Statement loop(int depth) {
    LoopKind[] kinds = LoopKind.values();
    Loop loop = new Loop(promises.inHelper ? LoopKind.WHILE : kinds[random.nextInt(kinds.length)]);
    loops.push(loop);
    loop.body = block(depth + 1);
    loops.pop();
    return loop;
  }

  private Statement attemptToCatch(int depth) {
    List<Statement> body = block(depth + 1);
    boolean last = random.nextInt(3) == 0;
    List<Handler> handlers = handlers(depth);
    if (handlers.isEmpty() && !last) {
      handlers = List.of(handler(Caught.ANYTHING, depth));
    }
    return new Statement.Try(body, handlers, last ? block(depth + 1) : null);
  }

  /** Handlers from the narrower to the wider. */
  private List<Handler> handlers(int depth) {
    List<Handler> result = new ArrayList<>();
    for (Caught caught : Caught.values()) {
      if (random.nextInt(7) == 0) {
        result.add(handler(caught, depth));
      }
    }
    return result;
  }

  private Handler handler(Caught caught, int depth) {
    return new Handler(caught, block(depth + 1), random.nextInt(3) == 0 && !promises.inHelper);
  }

  private Statement monitor(int depth) {
    if (own != null && !own.equals("monitor")) {
      return simple();
    }
    safe.push(Field.MONITOR);
    List<Statement> body = block(depth + 1);
    safe.pop();
    return new Statement.Synchronized(body);
  }

  private Statement choice(int depth) {
    List<Case> cases = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      cases.add(new Case(block(depth + 1), random.nextInt(4) == 0));
    }
    return new Statement.Switch(cases, random.nextBoolean());
  }

  /** A way out, as the last statement of a branch; sometimes it gives up a lock first. */
  private List<Statement> leaving() {
    List<Statement> result = new ArrayList<>();
    if (isCareless()) {
      result.add(promises.release(lock()));
    }
    int pick = random.nextInt(5);
    if (pick < 3 && !loops.isEmpty()) {
      Loop target = random.nextInt(3) > 0 ? loops.peek() : loops.peekLast();
      result.add(new Statement.Jump(target, random.nextBoolean()));
    } else if (pick == 4) {
      result.add(new Statement.Throw());
    } else if (promises.inHelper) {
      result.add(new Statement.Return(null));
    } else {
      result.addAll(promises.kept(isCareless()));
    }
    return result;
  }

  private Condition condition() {
    if (promises.inHelper) {
      return new Condition(Variable.UNKNOWN, random.nextBoolean());
    }
    return new Condition(TESTED.get(random.nextInt(TESTED.size())), random.nextBoolean());
  }

  private Lock lock() {
    Lock lock = Lock.CALLED.get(random.nextInt(Lock.CALLED.size()));
    return own == null || lock.object.equals(own) ? lock : lock();
  }
}
