package dev.holdfast.lockdep;

import java.util.List;

/**
 * The time between the beginning and the end of a task; what is taken in it should be released in
 * it.
 */
final class TaskScope {
  private final Validator validator;
  private final List<Hold> before;

  private TaskScope(Validator validator, List<Hold> before) {
    this.validator = validator;
    this.before = before;
  }

  static TaskScope begin(Validator validator) {
    return new TaskScope(validator, validator.held());
  }

  void end() {
    for (Hold hold : validator.held()) {
      if (hold.depth() > depthBefore(hold.lock())) {
        validator.taskEnded(hold);
      }
    }
  }

  private int depthBefore(Object lock) {
    return before.stream()
        .filter(hold -> hold.lock() == lock)
        .mapToInt(Hold::depth)
        .findAny()
        .orElse(0);
  }
}
