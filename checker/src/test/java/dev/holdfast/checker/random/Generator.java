package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Case;
import dev.holdfast.checker.random.Statement.Caught;
import dev.holdfast.checker.random.Statement.Field;
import dev.holdfast.checker.random.Statement.Handler;
import dev.holdfast.checker.random.Statement.Helper;
import dev.holdfast.checker.random.Statement.Loop;
import dev.holdfast.checker.random.Statement.LoopKind;
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
import java.util.function.Supplier;

/**
 * Makes method bodies at random: the usual shapes of code with locks, and now and then a careless
 * statement that is right only by chance.
 */
final class Generator {
  static final int DEEPEST = 4;

  private final String name;
  private final Random random;
  private final Promises promises;
  private final Choices choices;
  private final Regions regions;
  private final StampRegions stamps;

  /** Null in a program without nodes. */
  private final NodeRegions nodes;

  private final Deque<Loop> loops = new ArrayDeque<>();
  private final List<Helper> helpers = new ArrayList<>();
  private final Set<Helper> called = new HashSet<>();
  private int budget;

  /**
   * Begins a method.
   *
   * @param carelessness how many statements of a hundred are careless
   * @param name what the names of what belongs to it begin with
   */
  private Generator(long seed, int carelessness, String name) {
    this(seed, carelessness, name, false);
  }

  /** A method that does all the rest. */
  static Program of(long seed, int carelessness, String name) {
    return new Generator(seed, carelessness, name).program();
  }

  private Generator(long seed, int carelessness, String name, boolean nodes) {
    this.name = name;
    /* seeds in a row would all begin alike */
    this.random = new Random(new SplittableRandom(seed).nextLong());
    this.promises = nodes ? new Promises(random) : new Promises(random, name);
    this.choices = new Choices(random, promises, carelessness);
    this.regions = new Regions(this, choices);
    this.stamps = new StampRegions(this, choices, regions);
    this.nodes = nodes ? new NodeRegions(this, choices) : null;
  }

  /** A method that does nothing but use nodes. */
  static Program withNodes(long seed, int carelessness, String name) {
    Generator generator = new Generator(seed, carelessness, name, true);
    generator.budget = 6 + generator.random.nextInt(16);
    return new Program(true, List.of(), generator.block(0), List.of(), List.of());
  }

  /** The method with the private methods that it calls, directly or not. */
  Program program() {
    promises.inHelper = true;
    choices.own = List.of("lock", "rw", "monitor").get(random.nextInt(3));
    for (int count = random.nextInt(3); count > 0; count--) {
      budget = 1 + random.nextInt(6);
      helpers.add(new Helper(name + "h" + count, block(2)));
    }
    promises.inHelper = false;
    choices.own = null;
    budget = 6 + random.nextInt(16);
    return new Program(false, promises.own, body(), List.copyOf(helpers), promises.declared());
  }

  /** The body of the method, which does what its contract says or, carelessly, something else. */
  private List<Statement> body() {
    for (Clause clause : promises.own) {
      field(clause).ifPresent(regions.safe::push);
      stamps.inside |= clause.before(Lock.SEAL_READ) + clause.before(Lock.SEAL_WRITE) > 0;
    }
    Clause released = released();
    promises.releasesLast = released != null && random.nextBoolean();
    List<Statement> body = block(0);
    for (Helper helper : helpers) {
      if (!called.contains(helper)) {
        body.add(Regions.withAll(new Statement.CallHelper(helper)));
      }
    }
    List<Statement> result = new ArrayList<>();
    if (promises.releasesLast) {
      List<Statement> last = List.of(promises.release(released.lock()));
      result.add(new Statement.Try(body, List.of(), last));
    } else {
      result.addAll(body);
    }
    result.addAll(promises.kept(choices.isCareless()));
    return result;
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

  /** A few statements. */
  List<Statement> block(int depth) {
    return nodes == null ? statements(depth) : nodes.block(depth);
  }

  List<Statement> statements(int depth) {
    List<Statement> result = new ArrayList<>();
    int length = 1 + random.nextInt(depth == 0 ? 4 : 3);
    for (int i = 0; i < length && budget > 0; i++) {
      add(result, depth);
    }
    return result;
  }

  private void add(List<Statement> to, int depth) {
    budget--;
    if (nodes != null) {
      nodes.add(to, depth);
      return;
    }
    if (depth < DEEPEST && choices.isCareless()) {
      to.add(careless());
      return;
    }
    int pick = random.nextInt(100);
    if (depth >= DEEPEST || pick < 27) {
      to.add(simple());
    } else if (pick < 46) {
      regions.region(to, depth);
    } else if (pick < 54) {
      regions.conditional(to, depth);
    } else if (pick < 60) {
      stamps.region(to, depth);
    } else if (pick < 66) {
      regions.attempt(to, depth);
    } else if (pick < 74) {
      to.add(new Statement.If(choices.condition(), block(depth + 1), orNothing(depth)));
    } else if (pick < 81) {
      to.add(loop(depth));
    } else if (pick < 87) {
      to.add(attemptToCatch(depth));
    } else if (pick < 91) {
      to.add(regions.monitor(depth));
    } else if (pick < 94) {
      to.add(choice(depth));
    } else {
      to.add(new Statement.If(choices.condition(), leaving(), List.of()));
    }
  }

  private Statement careless() {
    Statement any = random.nextInt(3) == 0 ? promises.anything() : null;
    if (any != null) {
      return any;
    }
    if (random.nextInt(4) == 0) {
      return stamps.careless();
    }
    return random.nextBoolean()
        ? promises.acquire(choices.lock())
        : promises.release(choices.lock());
  }

  /** A statement without others inside. */
  Statement simple() {
    int pick = random.nextInt(10);
    if (pick < 6) {
      return regions.access();
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
    return promises.inHelper || random.nextInt(3) == 0 ? call : Regions.withAll(call);
  }

  /** Statements or none. */
  List<Statement> orNothing(int depth) {
    return random.nextInt(3) == 0 ? block(depth + 1) : List.of();
  }

  Statement loop(int depth) {
    LoopKind[] kinds = LoopKind.values();
    Loop loop = new Loop(promises.inHelper ? LoopKind.WHILE : kinds[random.nextInt(kinds.length)]);
    loop.body = inLoop(loop, () -> block(depth + 1));
    return loop;
  }

  /** Statements that may leave the loop. */
  List<Statement> inLoop(Loop loop, Supplier<List<Statement>> body) {
    loops.push(loop);
    List<Statement> result = body.get();
    loops.pop();
    return result;
  }

  Statement attemptToCatch(int depth) {
    List<Statement> body = block(depth + 1);
    boolean last = random.nextInt(3) == 0;
    List<Handler> handlers = handlers(depth);
    if (handlers.isEmpty() && !last) {
      handlers = List.of(handler(Caught.ANYTHING, depth));
    }
    return new Statement.Try(body, handlers, last ? block(depth + 1) : null);
  }

  /** Handlers from the narrower to the wider. */
  List<Handler> handlers(int depth) {
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

  Statement choice(int depth) {
    List<Case> cases = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      cases.add(new Case(block(depth + 1), random.nextInt(4) == 0));
    }
    return new Statement.Switch(cases, random.nextBoolean());
  }

  /** A way out, as the last statement of a branch; sometimes it gives up a lock first. */
  List<Statement> leaving() {
    List<Statement> result = new ArrayList<>();
    if (choices.isCareless()) {
      result.add(nodes == null ? promises.release(choices.lock()) : nodes.careless());
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
      result.addAll(promises.kept(choices.isCareless()));
    }
    return result;
  }
}
