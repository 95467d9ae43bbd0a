package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Condition.Variable;
import java.util.List;
import java.util.Random;

/** What is decided at random in the same way wherever statements are made. */
final class Choices {
  private static final List<Variable> TESTED =
      List.of(
          Variable.FIRST,
          Variable.SECOND,
          Variable.FLAG,
          Variable.FIRST_STAMP,
          Variable.SECOND_STAMP,
          Variable.UNKNOWN);

  final Random random;
  final Promises promises;
  private final int carelessness;

  /** What helpers take themselves; what they count on is another lock. */
  String own;

  /**
   * @param carelessness how many statements of a hundred are careless
   */
  Choices(Random random, Promises promises, int carelessness) {
    this.random = random;
    this.promises = promises;
    this.carelessness = carelessness;
  }

  /** Helpers leave locks as they find them; what they count on is to be inferred. */
  boolean isCareless() {
    return !promises.inHelper && random.nextInt(100) < carelessness;
  }

  Condition condition() {
    if (promises.inHelper) {
      return new Condition.Test(Variable.UNKNOWN, random.nextBoolean());
    }
    return random.nextInt(6) == 0
        ? new Condition.Pair(tested(), tested(), random.nextBoolean(), random.nextBoolean())
        : tested();
  }

  private Condition tested() {
    return new Condition.Test(TESTED.get(random.nextInt(TESTED.size())), random.nextBoolean());
  }

  /** One that is the same whenever it is asked. */
  Condition stable() {
    Condition first = new Condition.Test(Variable.FIRST, random.nextBoolean());
    Condition second = new Condition.Test(Variable.SECOND, random.nextBoolean());
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.Pair(first, second, random.nextBoolean(), random.nextBoolean());
      case 1 -> first;
      default -> second;
    };
  }

  /** The same condition, perhaps in other words. */
  Condition again(Condition condition) {
    return random.nextBoolean() ? condition : condition.rewritten();
  }

  Lock lock() {
    Lock lock = Lock.CALLED.get(random.nextInt(Lock.CALLED.size()));
    return own == null || lock.object.equals(own) ? lock : lock();
  }
}
