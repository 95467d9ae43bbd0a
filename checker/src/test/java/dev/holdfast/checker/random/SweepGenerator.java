package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Run.Exit;
import dev.holdfast.checker.random.Step.Form;
import dev.holdfast.checker.random.Step.Item;
import dev.holdfast.checker.random.Step.Number;
import dev.holdfast.checker.random.Step.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes programs that take the locks of the elements of an array or list one by one, perhaps not of
 * all, and give back what they took; now and then a careless one.
 *
 * <p>Left out is what counts in a way that is not followed: an index that starts at the size of a
 * container and is that of the element plus one, and going hand over hand with the element before
 * the index at hand.
 */
final class SweepGenerator {
  private static final String ALL = "all";
  private static final Number ZERO = Number.of(0);

  private final SplittableRandom random;
  private final int carelessness;
  private final Form form;
  private final Number length;

  /** The local that tells how many locks were taken. */
  private String counter = "n";

  private final List<String> helpers = new ArrayList<>();
  private final long seed;
  private int locals;
  private boolean isCareless;

  private SweepGenerator(long seed, int carelessness) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.carelessness = carelessness;
    this.form = pick(Form.values());
    this.length = Number.length(form, ALL);
  }

  /**
   * A program: its parameters and body, and the private methods that it calls.
   *
   * @param isCareless whether something was done otherwise than it should; it may be right by luck
   */
  record Made(Step method, List<String> helpers, boolean isCareless) {}

  /** The program of a seed. */
  static Made of(long seed, int carelessness) {
    SweepGenerator generator = new SweepGenerator(seed, carelessness);
    Form form = generator.form;
    Step body = generator.program();
    List<String> lines = new ArrayList<>();
    lines.add("(" + form.type + " all, " + form.type + " others, int k) {");
    body.lines().forEach(line -> lines.add("  " + line));
    lines.add("}");
    return new Made(
        new Step(lines, body.effect()), List.copyOf(generator.helpers), generator.isCareless);
  }

  // ---- choices

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private boolean slips() {
    boolean slips = random.nextInt(100) < carelessness;
    isCareless |= slips;
    return slips;
  }

  private <T> T unlessSlips(T right, T wrong) {
    return slips() ? wrong : right;
  }

  private String fresh(String name) {
    locals++;
    return name + locals;
  }

  private Item item(Number index) {
    return Item.at(form, unlessSlips(ALL, "others"), index);
  }

  // ---- programs

  private Step program() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> inFinally();
      case 3 -> straight();
      case 4, 5 -> rollsBack();
      case 6 -> asksAfterwards();
      default -> chance(50) ? upToNumber() : handOverHand();
    };
  }

  /** What was taken is given back on all ways out, or on those on which it is not kept. */
  private Step inFinally() {
    List<Step> steps = new ArrayList<>();
    boolean keeps = chance(30);
    if (keeps) {
      steps.add(Step.flag("done", true, false));
    }
    Step take =
        take(
            keeps ? List.of(Exit.RETURN, Exit.THROW) : List.of(Exit.BREAK, Exit.RETURN, Exit.THROW),
            true);
    steps.add(declareCounter());
    List<Step> body = new ArrayList<>(List.of(take));
    middle(body);
    Step last = giveBack(counter);
    if (keeps) {
      if (!slips()) {
        body.add(Step.flag("done", false, true));
      }
      last = Step.when(unlessSlips(Step.flag("done").not(), Step.flag("done")), last);
    }
    steps.add(Step.tryFinally(Step.block(body), last));
    if (keeps) {
      if (chance(40)) {
        steps.add(accessAll());
      }
      if (!slips()) {
        steps.add(chance(50) ? giveBack(counter) : releaseAll());
      }
    }
    if (slips()) {
      steps.add(accessOne());
    }
    return Step.block(steps);
  }

  private Step straight() {
    Step take = take(List.of(Exit.BREAK), false);
    List<Step> steps = new ArrayList<>(List.of(declareCounter(), take));
    middle(steps);
    if (!slips()) {
      steps.add(chance(80) ? giveBack(counter) : releaseAll());
    }
    if (slips()) {
      steps.add(chance(50) ? releaseAll() : accessOne());
    }
    return Step.block(steps);
  }

  /** A loop that gives back what it took as soon as it does not get on. */
  private Step rollsBack() {
    counter = "i";
    List<Step> body = new ArrayList<>();
    Number index = Number.local(counter);
    List<Step> fails = new ArrayList<>();
    if (!slips()) {
      fails.add(giveBack(counter));
    }
    fails.add(Step.leave(pick(Exit.RETURN, Exit.RETURN, Exit.THROW)));
    body.add(Step.when(item(index).tryLock().not(), Step.block(fails)));
    if (chance(30)) {
      body.add(access(Item.at(form, ALL, index)));
    }
    List<Step> steps = new ArrayList<>(countingLoop(body, chance(60)));
    middleOfAll(steps);
    if (!slips()) {
      steps.add(releaseAll());
    }
    return Step.block(steps);
  }

  /** Whether all were taken is asked after the loop. */
  private Step asksAfterwards() {
    Step take = take(List.of(Exit.BREAK), false);
    List<Step> steps = new ArrayList<>(List.of(declareCounter(), take));
    Number taken = Number.local(counter);
    List<Step> success = new ArrayList<>();
    middleOfAll(success);
    success.add(releaseAll());
    List<Step> failure = new ArrayList<>(slips() ? List.of() : List.of(giveBack(counter)));
    switch (random.nextInt(3)) {
      case 0 -> {
        failure.add(Step.leave(Exit.RETURN));
        steps.add(
            Step.when(
                unlessSlips(pick(taken.less(length), length.more(taken)), taken.atMost(length)),
                Step.block(failure)));
        steps.addAll(success);
      }
      case 1 -> {
        success.add(Step.leave(Exit.RETURN));
        steps.add(Step.when(isAll(taken), Step.block(success)));
        steps.addAll(failure);
      }
      default -> steps.add(Step.whether(isAll(taken), Step.block(success), Step.block(failure)));
    }
    return Step.block(steps);
  }

  private Test isAll(Number taken) {
    return unlessSlips(
        pick(taken.is(length), length.is(taken), taken.atLeast(length)), taken.isNot(length));
  }

  /** As many as a parameter says. */
  private Step upToNumber() {
    Number number = Number.local("k");
    String index = fresh("i");
    Step lock = item(Number.local(index)).lock();
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.loop(
            Step.declare(index, Number.of(unlessSlips(0, 1))),
            pick(Number.local(index).less(number), number.more(Number.local(index))),
            Step.count(index, 1),
            lock));
    Step access = accessBelow(number);
    Step last = giveBack("k");
    if (chance(40)) {
      steps.add(
          Step.tryFinally(
              form.hasFields() ? Step.block(List.of(Step.work(), access)) : Step.work(), last));
    } else {
      if (form.hasFields() && chance(50)) {
        steps.add(access);
      }
      steps.add(last);
    }
    return Step.block(steps);
  }

  private Step handOverHand() {
    Number index = Number.local("i");
    List<Step> steps = new ArrayList<>();
    Item here = item(index);
    Item next = item(index.plus(1));
    List<Step> turn = new ArrayList<>(List.of(next.lock(), here.unlock()));
    if (slips()) {
      turn.add(0, turn.remove(1));
    }
    if (form.hasFields() && chance(50)) {
      turn.add(unlessSlips(next, here).access());
    }
    steps.add(item(ZERO).lock());
    Test test = unlessSlips(index.plus(1), index).less(length);
    Step start = Step.declare("i", ZERO);
    Step count = Step.count("i", 1);
    steps.add(start);
    if (chance(50)) {
      turn.add(count);
      steps.add(Step.loop(test, Step.block(turn)));
    } else {
      steps.add(Step.loop(Step.nothing(), test, count, Step.block(turn)));
    }
    steps.add(item(unlessSlips(index, index.plus(-1))).unlock());
    return Step.block(steps);
  }

  // ---- taking

  private Step declareCounter() {
    return Step.declare(counter, Number.of(unlessSlips(0, 1)));
  }

  /** A loop that takes locks, and counts them; it may leave in those ways. */
  private Step take(List<Exit> exits, boolean mayCall) {
    String index = counter;
    int kind = random.nextInt(10);
    if (kind < 2) {
      String element = fresh("e");
      return Step.forEach(
          form, ALL, element, turn(Item.named(form, ALL, element), exits, mayCall, true));
    }
    if (kind < 4) {
      String other = fresh("i");
      return Step.loop(
          Step.declare(other, ZERO),
          Number.local(other).less(length),
          Step.count(other, 1),
          turn(item(Number.local(other)), exits, mayCall, true));
    }
    Number at = Number.local(index);
    Test more =
        unlessSlips(pick(at.less(length), length.more(at), at.isNot(length)), at.atMost(length));
    return switch (kind) {
      case 4 ->
          Step.loop(
              Step.nothing(), more, Step.count(index, 1), turn(item(at), exits, mayCall, false));
      case 5 -> Step.loop(more, turn(item(at), exits, mayCall, true));
      case 6 -> Step.loop(more, item(Number.counted(index, 1, unlessSlips(true, false))).lock());
      case 7 -> Step.doLoop(more, turn(item(at), exits, mayCall, true));
      case 8 ->
          Step.loop(
              more.and(item(at).tryLock()), unlessSlips(Step.count(index, 1), Step.nothing()));
      default ->
          Step.loop(
              Step.nothing(), more.and(item(at).tryLock()), Step.count(index, 1), Step.nothing());
    };
  }

  private Step turn(Item item, List<Exit> exits, boolean mayCall, boolean counts) {
    List<Step> steps = new ArrayList<>();
    Exit way = exits.get(random.nextInt(exits.size()));
    if (mayCall && chance(20)) {
      steps.add(Step.work());
    }
    if (chance(15)) {
      steps.add(Step.when(Test.unknown(), Step.leave(way)));
    }
    if (chance(50)) {
      steps.add(item.lock());
    } else {
      steps.add(Step.when(unlessSlips(item.tryLock().not(), item.tryLock()), Step.leave(way)));
    }
    if (slips()) {
      steps.add(mayCall ? Step.work() : Step.when(Test.unknown(), Step.leave(way)));
    }
    if (counts) {
      Step count = Step.count(counter, 1);
      if (slips()) {
        steps.add(0, count);
      } else if (!slips()) {
        steps.add(count);
        if (slips()) {
          steps.add(count);
        }
      }
    }
    if (mayCall && chance(20)) {
      steps.add(Step.work());
    }
    boolean named = !item.index().text().equals(counter);
    if (form.hasFields() && chance(30) && named) {
      steps.add(slips() ? 0 : steps.size(), item.access());
    } else if (form.hasFields() && counts && chance(30)) {
      steps.add(slips() ? accessNext() : item(Number.local(counter).plus(-1)).access());
    }
    if (counts && chance(15)) {
      steps.add(Step.when(Test.unknown(), Step.leave(way)));
    }
    return Step.block(steps);
  }

  /** A loop over the indices, by the counter. */
  private List<Step> countingLoop(List<Step> body, boolean declares) {
    Number at = Number.local(counter);
    Test more = unlessSlips(pick(at.less(length), length.more(at)), at.less(length.plus(-1)));
    Step start = Step.declare(counter, Number.of(unlessSlips(0, 1)));
    Step count = Step.count(counter, 1);
    if (declares) {
      return List.of(Step.loop(start, more, count, Step.block(body)));
    }
    List<Step> counted = new ArrayList<>(body);
    counted.add(count);
    return switch (random.nextInt(3)) {
      case 0 -> List.of(start, Step.loop(Step.nothing(), more, count, Step.block(body)));
      case 1 -> List.of(start, Step.loop(more, Step.block(counted)));
      default -> List.of(start, Step.doLoop(more, Step.block(counted)));
    };
  }

  // ---- in between

  private void middle(List<Step> steps) {
    if (chance(40)) {
      steps.add(Step.work());
    }
    if (form.hasFields() && chance(40)) {
      steps.add(chance(50) ? accessBelow(Number.local(counter)) : accessOne());
    }
  }

  private void middleOfAll(List<Step> steps) {
    if (form.hasFields() && chance(50)) {
      steps.add(accessAll());
    }
  }

  private Step access(Item item) {
    return form.hasFields() ? item.access() : Step.nothing();
  }

  private Step accessAll() {
    if (!form.hasFields()) {
      return Step.nothing();
    }
    if (chance(30)) {
      return accessBelow(length);
    }
    String element = fresh("e");
    String container = unlessSlips(ALL, "others");
    return Step.forEach(form, container, element, Item.named(form, container, element).access());
  }

  private Step accessBelow(Number bound) {
    if (!form.hasFields()) {
      return Step.nothing();
    }
    String index = fresh("j");
    Number at = Number.local(index);
    return Step.loop(
        Step.declare(index, ZERO),
        unlessSlips(at.less(bound), at.atMost(bound)),
        Step.count(index, 1),
        item(at).access());
  }

  private Step accessOne() {
    if (!form.hasFields()) {
      return Step.nothing();
    }
    Number taken = Number.local(counter);
    return slips()
        ? accessNext()
        : Step.when(
            pick(taken.more(ZERO), ZERO.less(taken)),
            item(chance(50) ? ZERO : taken.plus(-1)).access());
  }

  /** A mistake: the lock of the element at the counter was not taken yet. */
  private Step accessNext() {
    Number taken = Number.local(counter);
    return Step.when(taken.less(length), item(taken).access());
  }

  // ---- giving back

  private Step releaseAll() {
    if (chance(50)) {
      String element = fresh("e");
      String container = unlessSlips(ALL, "others");
      return Step.forEach(form, container, element, Item.named(form, container, element).unlock());
    }
    return chance(50) ? releaseUpwards(length) : releaseDownwards(length);
  }

  private Step releaseUpwards(Number bound) {
    String index = fresh("j");
    Number at = Number.local(index);
    return Step.loop(
        Step.declare(index, Number.of(unlessSlips(0, 1))),
        unlessSlips(pick(at.less(bound), bound.more(at)), at.atMost(bound)),
        Step.count(index, 1),
        item(at).unlock());
  }

  private Step releaseDownwards(Number bound) {
    String index = fresh("j");
    Number at = Number.local(index);
    boolean above = bound != length && chance(30);
    return Step.loop(
        Step.declare(
            index, above ? unlessSlips(bound, bound.plus(-1)) : unlessSlips(bound.plus(-1), bound)),
        unlessSlips(
            above ? at.more(ZERO) : at.atLeast(ZERO), above ? at.atLeast(ZERO) : at.more(ZERO)),
        Step.count(index, -1),
        item(above ? unlessSlips(at.plus(-1), at) : at).unlock());
  }

  /** Gives back as many as a local says, here or in a helper. */
  private Step giveBack(String local) {
    return chance(25) ? callHelper(Number.local(local)) : giveBackHere(local);
  }

  private Step callHelper(Number taken) {
    String name = "release" + seed + fresh("_");
    String parameter = fresh("n");
    Step body = giveBackHere(parameter);
    helpers.add(
        "private static void %s(%s all, %s others, int %s) {"
            .formatted(name, form.type, form.type, parameter));
    body.lines().forEach(line -> helpers.add("  " + line));
    helpers.add("}");
    Number argument = unlessSlips(taken, taken.plus(-1));
    return new Step(
        List.of(name + "(all, others, " + argument.text() + ");"),
        run -> {
          run.set(parameter, argument.value().applyAsInt(run));
          body.effect().accept(run);
        });
  }

  /** Gives back as many as a local says; it may be counted down. */
  private Step giveBackHere(String local) {
    Number taken = Number.local(local);
    Test isLeft = unlessSlips(taken.more(ZERO), taken.atLeast(ZERO));
    Step down = Step.count(local, -1);
    return switch (random.nextInt(8)) {
      case 0, 1 -> releaseUpwards(taken);
      case 2, 3 -> releaseDownwards(taken);
      case 4 ->
          Step.loop(isLeft, item(Number.counted(local, -1, unlessSlips(false, true))).unlock());
      case 5 ->
          Step.loop(
              unlessSlips(
                  Number.counted(local, -1, false).atLeast(ZERO),
                  Number.counted(local, -1, chance(50)).more(ZERO)),
              item(taken).unlock());
      case 6 ->
          Step.loop(
              unlessSlips(
                  Number.counted(local, -1, true).more(ZERO),
                  Number.counted(local, -1, true).atLeast(ZERO)),
              item(taken).unlock());
      default ->
          chance(50)
              ? Step.loop(isLeft, Step.block(List.of(down, item(taken).unlock())))
              : Step.loop(
                  isLeft,
                  Step.block(List.of(item(unlessSlips(taken.plus(-1), taken)).unlock(), down)));
    };
  }
}
