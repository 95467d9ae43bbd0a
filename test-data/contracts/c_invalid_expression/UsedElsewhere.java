package c_invalid_expression;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

/** What cannot be used is reported where it is declared, and not again in the files that use it. */
class UsedElsewhere {
  @GuardedBy("missing") // expect: InvalidContract "missing"
  int count;

  @Requires("missing") // expect: InvalidContract "missing"
  void needs() {}
}
