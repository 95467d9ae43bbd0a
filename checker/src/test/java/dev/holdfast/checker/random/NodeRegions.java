package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Condition.Variable;
import dev.holdfast.checker.random.Statement.Loop;
import dev.holdfast.checker.random.Statement.LoopKind;
import dev.holdfast.checker.random.Statement.NodeAction;
import dev.holdfast.checker.random.Statement.Noded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Makes statements with nodes and areas: locks that are taken through one local, and what they
 * guard used through another that is the same object, on all paths or carelessly.
 */
final class NodeRegions {
  private static final Condition ASKED = new Condition.Test(Variable.UNKNOWN, false);

  private final Generator generator;
  private final Choices choices;
  private final Random random;

  /** The locals through which locks will be given up. */
  private final Deque<Integer> pinned = new ArrayDeque<>();

  /** The locals that are objects whose locks are held, as far as it is planned. */
  private List<Integer> safe = new ArrayList<>();

  /** The areas whose owner is {@code this}, as far as it is planned. */
  private List<Integer> own = new ArrayList<>();

  NodeRegions(Generator generator, Choices choices) {
    this.generator = generator;
    this.choices = choices;
    this.random = choices.random;
  }

  /** What a nested block plans does not last. */
  List<Statement> block(int depth) {
    List<Integer> safeBefore = safe;
    List<Integer> ownBefore = own;
    safe = new ArrayList<>(safe);
    own = new ArrayList<>(own);
    List<Statement> result = generator.statements(depth);
    safeBefore.retainAll(safe);
    ownBefore.retainAll(own);
    safe = safeBefore;
    own = ownBefore;
    return result;
  }

  void add(List<Statement> to, int depth) {
    int pick = random.nextInt(100);
    if (choices.isCareless()) {
      to.add(careless());
    } else if (depth >= Generator.DEEPEST || pick < 24) {
      to.add(use());
    } else if (pick < 46) {
      to.add(assignment());
    } else if (pick < 58) {
      region(to, depth);
    } else if (pick < 66) {
      pair(to, depth);
    } else if (pick < 73) {
      walk(to, depth);
    } else if (pick < 79) {
      exchange(to);
    } else if (pick < 86) {
      to.add(new Statement.If(condition(), block(depth + 1), generator.orNothing(depth)));
    } else if (pick < 92) {
      to.add(generator.loop(depth));
    } else if (pick < 94) {
      to.add(generator.attemptToCatch(depth));
    } else if (pick < 96) {
      to.add(generator.choice(depth));
    } else {
      to.add(new Statement.If(condition(), generator.leaving(), List.of()));
    }
  }

  /** Any statement whatever. */
  Statement careless() {
    NodeAction[] actions = NodeAction.values();
    NodeAction action = actions[random.nextInt(actions.length)];
    List<Integer> kind = action.ofAreas || random.nextBoolean() ? Nodes.AREAS : Nodes.NODES;
    return new Noded(action, any(kind), any(kind), any(kind));
  }

  private int any(List<Integer> locals) {
    return locals.get(random.nextInt(locals.size()));
  }

  private List<Integer> kindOf(int local) {
    return Nodes.isArea(local) ? Nodes.AREAS : Nodes.NODES;
  }

  /** A local that may be assigned, or null. */
  private Integer free(List<Integer> kind) {
    List<Integer> free = new ArrayList<>(kind);
    free.removeAll(pinned);
    if (free.size() > 1 && random.nextInt(4) > 0) {
      List<Integer> unused = new ArrayList<>(free);
      unused.removeAll(safe);
      free = unused.isEmpty() ? free : unused;
    }
    return free.isEmpty() ? null : any(free);
  }

  private List<Integer> kind() {
    return random.nextInt(5) < 3 ? Nodes.NODES : Nodes.AREAS;
  }

  private static Statement of(NodeAction action, int target, int source) {
    return new Noded(action, target, source, source);
  }

  Condition condition() {
    switch (random.nextInt(4)) {
      case 0:
        return ASKED;
      case 1:
        return new Condition.Test(Variable.FIRST, random.nextBoolean());
      case 2:
        int local = any(kind());
        return new Condition.IsNode(local, Nodes.NULL, random.nextBoolean());
      default:
        int one = any(Nodes.NODES);
        int other = 1 + one % Nodes.NODES.size();
        return new Condition.IsNode(one, other, random.nextBoolean());
    }
  }

  private static Condition isThere(int local) {
    return new Condition.IsNode(local, Nodes.NULL, true);
  }

  private Statement use() {
    return safe.isEmpty() ? new Statement.Call(false) : use(any(safe));
  }

  private Statement use(int local) {
    return of(random.nextBoolean() ? NodeAction.ACCESS : NodeAction.CALL, local, local);
  }

  private Statement assignment() {
    List<Integer> kind = kind();
    Integer target = free(kind);
    if (target == null) {
      return use();
    }
    List<Integer> held = new ArrayList<>(kind);
    held.retainAll(safe);
    held.remove(target);
    if (safe.contains(target) || !held.isEmpty() && random.nextInt(3) > 0) {
      return held.isEmpty() ? use() : fromHeld(target, held);
    }
    own.remove(target);
    int source = any(kind);
    return switch (random.nextInt(4)) {
      case 0 -> of(NodeAction.CLEAR, target, target);
      case 1 -> of(NodeAction.COPY, target, source);
      case 2 -> new Noded(NodeAction.CHOOSE, target, source, any(kind));
      default -> made(target);
    };
  }

  private Statement made(int target) {
    if (Nodes.isArea(target) && random.nextInt(3) > 0) {
      own.add(target);
      if (pinned.contains(Nodes.THIS)) {
        safe.add(target);
      }
      return of(NodeAction.OWN, target, target);
    }
    return of(NodeAction.MAKE, target, target);
  }

  private Statement fromHeld(int target, List<Integer> held) {
    int source = any(held);
    safe.add(target);
    if (!own.contains(source)) {
      own.remove((Integer) target);
    }
    if (Nodes.isArea(target) && random.nextBoolean()) {
      return of(random.nextBoolean() ? NodeAction.NEXT : NodeAction.AFTER, target, source);
    }
    return held.size() > 1
        ? new Noded(NodeAction.CHOOSE, target, source, any(held))
        : of(NodeAction.COPY, target, source);
  }

  /**
   * Takes the lock of an object, and gives it up in a {@code finally} block or, carelessly, not.
   */
  private void region(List<Statement> to, int depth) {
    if (!pinned.contains(Nodes.THIS) && random.nextInt(4) == 0) {
      region(to, depth, Nodes.THIS);
      return;
    }
    Integer local = free(kind());
    if (local == null || safe.contains(local)) {
      to.add(use());
      return;
    }
    own.remove(local);
    Statement make = of(NodeAction.MAKE, local, local);
    if (random.nextInt(4) == 0) {
      perhaps(to, depth, local, make);
      return;
    }
    if (pinned.contains(Nodes.THIS) || random.nextInt(4) > 0) {
      to.add(make);
    }
    region(to, depth, local);
  }

  private void region(List<Statement> to, int depth, int local) {
    List<Integer> before = safe;
    safe = new ArrayList<>(safe);
    if (local == Nodes.THIS) {
      safe.addAll(own);
    } else {
      safe.add(local);
    }
    to.add(of(NodeAction.LOCK, local, local));
    finish(to, depth, local, of(NodeAction.UNLOCK, local, local));
    before.retainAll(safe);
    safe = before;
  }

  /** Takes the locks of two nodes, and goes on with one of the two. */
  private void pair(List<Statement> to, int depth) {
    int chosen = any(Nodes.NODES);
    int one = 1 + chosen % Nodes.NODES.size();
    int other = 1 + one % Nodes.NODES.size();
    boolean used = Nodes.NODES.stream().anyMatch(n -> pinned.contains(n) || safe.contains(n));
    if (used) {
      to.add(assignment());
      return;
    }
    List<Statement> locks = new ArrayList<>();
    List<Statement> body = new ArrayList<>();
    for (int each : List.of(one, other)) {
      to.add(of(NodeAction.MAKE, each, each));
      locks.add(of(NodeAction.LOCK, each, each));
      pinned.push(each);
      safe.add(each);
    }
    chosen(body, chosen, one, other);
    body.addAll(block(depth + 1));
    List<Statement> last = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int each = pinned.pop();
      last.add(of(NodeAction.UNLOCK, each, each));
    }
    safe.removeAll(Nodes.NODES);
    List<Statement> there = new ArrayList<>(locks);
    there.add(new Statement.Try(body, List.of(), last));
    there = List.of(new Statement.If(isThere(other), there, List.of()));
    to.add(new Statement.If(isThere(one), there, List.of()));
  }

  private void chosen(List<Statement> to, int target, int one, int other) {
    List<Statement> second = List.of(of(NodeAction.COPY, target, other));
    safe.add(target);
    switch (random.nextInt(3)) {
      case 0 -> to.add(new Noded(NodeAction.CHOOSE, target, one, other));
      case 1 ->
          to.add(new Statement.If(condition(), List.of(of(NodeAction.COPY, target, one)), second));
      default -> {
        to.add(of(NodeAction.COPY, target, one));
        Loop loop = new Loop(LoopKind.FOR);
        loop.body = List.of(new Statement.If(condition(), second, List.of()), use(target));
        to.add(loop);
      }
    }
    if (random.nextBoolean()) {
      to.add(use(target));
    }
  }

  /** Takes the lock of what is there only on some paths. */
  private void perhaps(List<Statement> to, int depth, int local, Statement make) {
    to.add(of(NodeAction.CLEAR, local, local));
    List<Statement> taken = List.of(make, of(NodeAction.LOCK, local, local));
    to.add(new Statement.If(condition(), taken, List.of()));
    List<Statement> release = List.of(of(NodeAction.UNLOCK, local, local));
    finish(to, depth, local, new Statement.If(isThere(local), release, List.of()));
  }

  private void finish(List<Statement> to, int depth, int local, Statement release) {
    pinned.push(local);
    List<Statement> body = new ArrayList<>();
    Integer next = free(Nodes.NODES);
    if (Nodes.NODES.contains(local)
        && safe.contains(local)
        && next != null
        && !safe.contains(next)
        && random.nextInt(3) == 0) {
      turns(body, local, next);
    }
    body.addAll(block(depth + 1));
    if (local != Nodes.THIS && !safe.contains(local)) {
      body.add(new Statement.If(isThere(local), List.of(use(local)), List.of()));
    }
    pinned.pop();
    if (choices.isCareless()) {
      to.addAll(body);
      to.add(release);
    } else {
      to.add(new Statement.Try(body, List.of(), List.of(release)));
    }
  }

  /** Goes along a list of areas, from one that is held or from the first. */
  private void walk(List<Statement> to, int depth) {
    Integer at = free(Nodes.AREAS);
    if (at == null) {
      to.add(use());
      return;
    }
    List<Integer> held = new ArrayList<>(Nodes.AREAS);
    held.retainAll(safe);
    if (!held.isEmpty() && random.nextBoolean()) {
      to.add(fromHeld(at, held));
    } else {
      safe.remove(at);
      own.remove(at);
      to.add(made(at));
    }
    Loop loop = new Loop(random.nextBoolean() ? LoopKind.WHILE : LoopKind.DO);
    loop.condition = isThere(at);
    pinned.push(at);
    List<Statement> body = new ArrayList<>();
    if (safe.contains(at)) {
      body.add(use(at));
    }
    body.addAll(generator.inLoop(loop, () -> block(depth + 1)));
    pinned.pop();
    body.add(of(random.nextBoolean() ? NodeAction.NEXT : NodeAction.AFTER, at, at));
    loop.body = body;
    to.add(loop);
  }

  /** Keeps a node for some turns, and has another in its place in some of them. */
  private void turns(List<Statement> to, int local, int next) {
    Loop loop = new Loop(random.nextBoolean() ? LoopKind.WHILE : LoopKind.FOR);
    Statement changed = new Statement.If(condition(), List.of(exchanged(local, next)), List.of());
    loop.body = List.of(of(NodeAction.MAKE, next, next), changed, use(local));
    to.add(loop);
    to.add(use(local));
  }

  private Statement exchanged(int local, int next) {
    List<Statement> body = new ArrayList<>();
    body.add(of(NodeAction.LOCK, next, next));
    body.add(random.nextInt(2), of(NodeAction.UNLOCK, local, local));
    body.add(of(NodeAction.COPY, local, next));
    return new Statement.If(isThere(next), body, List.of());
  }

  /** Gives up the lock of one node for that of another, which the local is from then on. */
  private void exchange(List<Statement> to) {
    List<Integer> held = new ArrayList<>(Nodes.NODES);
    held.retainAll(safe);
    held.retainAll(pinned);
    Integer next = free(Nodes.NODES);
    if (held.isEmpty() || next == null || safe.contains(next)) {
      to.add(assignment());
      return;
    }
    int local = any(held);
    to.add(of(NodeAction.MAKE, next, next));
    to.add(exchanged(local, next));
    /* others may still be the object that was given up */
    safe.removeIf(each -> !pinned.contains(each) && !Nodes.isArea(each));
  }
}
