package dev.holdfast.checker.flow;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.List;
import java.util.Optional;

/** A comparison of a whole number with a constant. */
record Relation(Path value, Operator operator, double constant) {
  private static final String LESS = Operator.LESS_THAN.name();

  /** How the two are compared; the value stands on the left. */
  enum Operator {
    LESS_THAN,
    LESS_THAN_EQUAL,
    GREATER_THAN,
    GREATER_THAN_EQUAL,
    EQUAL,
    NOT_EQUAL;

    private Operator negated() {
      return switch (this) {
        case LESS_THAN -> GREATER_THAN_EQUAL;
        case LESS_THAN_EQUAL -> GREATER_THAN;
        case GREATER_THAN -> LESS_THAN_EQUAL;
        case GREATER_THAN_EQUAL -> LESS_THAN;
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
      };
    }

    private Operator swapped() {
      return switch (this) {
        case LESS_THAN -> GREATER_THAN;
        case LESS_THAN_EQUAL -> GREATER_THAN_EQUAL;
        case GREATER_THAN -> LESS_THAN;
        case GREATER_THAN_EQUAL -> LESS_THAN_EQUAL;
        case EQUAL, NOT_EQUAL -> this;
      };
    }

    private boolean holds(double left, double right) {
      return switch (this) {
        case LESS_THAN -> left < right;
        case LESS_THAN_EQUAL -> left <= right;
        case GREATER_THAN -> left > right;
        case GREATER_THAN_EQUAL -> left >= right;
        case EQUAL -> left == right;
        case NOT_EQUAL -> left != right;
      };
    }
  }

  /** The comparison that an operation's value stands for, if it is one with a constant. */
  static Optional<Relation> of(Path operation) {
    boolean equality = operation.kind == Kind.EQUAL;
    Operator operator = equality ? Operator.EQUAL : operator(operation.key);
    if (operator == null || !equality && operation.args.size() != 2) {
      return Optional.empty();
    }
    Path left = left(operation);
    Path right = right(operation);
    if (right.kind == Kind.CONST && right.key instanceof Number number) {
      return Optional.of(new Relation(left, operator, number.doubleValue()));
    }
    if (left.kind == Kind.CONST && left.key instanceof Number number) {
      return Optional.of(new Relation(right, operator.swapped(), number.doubleValue()));
    }
    return Optional.empty();
  }

  /** The first operand of an equality or an operation. */
  static Path left(Path operation) {
    return operation.kind == Kind.EQUAL ? operation.base : operation.args.get(0);
  }

  /** The second one. */
  static Path right(Path operation) {
    return operation.args.get(operation.kind == Kind.EQUAL ? 0 : 1);
  }

  /** Whether an operation's value is the truth of its first operand being less than the second. */
  static boolean isLess(Path operation) {
    return operation.kind == Kind.CALL && operation.key.equals(LESS);
  }

  /** That truth. */
  static Path less(PathPool pool, Path left, Path right) {
    return pool.call(null, LESS, List.of(left, right), null);
  }

  /** Operations are known by the name of their tree's kind. */
  private static Operator operator(Object key) {
    return key instanceof String name
        ? switch (name) {
          case "LESS_THAN" -> Operator.LESS_THAN;
          case "LESS_THAN_EQUAL" -> Operator.LESS_THAN_EQUAL;
          case "GREATER_THAN" -> Operator.GREATER_THAN;
          case "GREATER_THAN_EQUAL" -> Operator.GREATER_THAN_EQUAL;
          default -> null;
        }
        : null;
  }

  Relation negated() {
    return new Relation(value, operator.negated(), constant);
  }

  boolean holdsFor(double number) {
    return operator.holds(number, constant);
  }

  /** Whether there is a number from one upwards that it holds for. */
  boolean mayHoldForPositive() {
    return operator.holds(Math.max(1, constant), constant)
        || operator.holds(1, constant)
        || operator.holds(Math.max(1, constant) + 1, constant);
  }
}
