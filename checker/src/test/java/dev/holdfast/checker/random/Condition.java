package dev.holdfast.checker.random;

/** A condition of a random program. */
sealed interface Condition {
  /** What a condition asks. */
  enum Variable {
    ALWAYS("true", "false"),
    FIRST("p0", "!p0"),
    SECOND("p1", "!p1"),
    FLAG("f0", "!f0"),
    FIRST_STAMP("s0 != 0", "s0 == 0"),
    SECOND_STAMP("s1 != 0", "0 == s1"),
    FIRST_VALID("seal.validate(s0)", "!seal.validate(s0)"),
    SECOND_VALID("seal.validate(s1)", "!seal.validate(s1)"),
    UNKNOWN("unknown()", "!unknown()");

    final String text;
    final String negated;

    Variable(String text, String negated) {
      this.text = text;
      this.negated = negated;
    }

    boolean isValidation() {
      return this == FIRST_VALID || this == SECOND_VALID;
    }
  }

  /** The condition as it is written. */
  String text();

  /** What is true where this one is not. */
  Condition opposite();

  /** Another way to write it. */
  Condition rewritten();

  /** A test of one variable. */
  record Test(Variable variable, boolean negated) implements Condition {
    @Override
    public String text() {
      return negated ? variable.negated : variable.text;
    }

    @Override
    public Condition opposite() {
      return new Test(variable, !negated);
    }

    @Override
    public Condition rewritten() {
      return this;
    }
  }

  /** Whether a local is a node that another is, or is null. */
  record IsNode(int local, int other, boolean negated) implements Condition {
    @Override
    public String text() {
      String right = other == Nodes.NULL ? "null" : Nodes.name(other);
      return Nodes.name(local) + (negated ? " != " : " == ") + right;
    }

    @Override
    public Condition opposite() {
      return new IsNode(local, other, !negated);
    }

    @Override
    public Condition rewritten() {
      return this;
    }

    /** What it is in that state. */
    boolean value(Nodes nodes) {
      return negated != (other == Nodes.NULL ? nodes.isNull(local) : nodes.areSame(local, other));
    }
  }

  /** Two conditions, of which both have to be true, or one; {@code outside}: written as !(…). */
  record Pair(Condition first, Condition second, boolean both, boolean outside)
      implements Condition {
    @Override
    public String text() {
      return outside
          ? "!(" + opposite().text() + ")"
          : "(" + first.text() + (both ? " && " : " || ") + second.text() + ")";
    }

    @Override
    public Condition opposite() {
      return new Pair(first.opposite(), second.opposite(), !both, false);
    }

    @Override
    public Condition rewritten() {
      return new Pair(second, first, both, !outside);
    }
  }
}
