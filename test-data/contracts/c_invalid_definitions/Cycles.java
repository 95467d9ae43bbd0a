package c_invalid_definitions;

import dev.holdfast.annotations.AcquiredAfter;
import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.SameObject;

/** Definitions that go in circles or contradict each other. */
final class Cycles {
  @DefinesLock(name = "a", within = "b") // expect: InvalidContract
  @DefinesLock(name = "b", within = "a")
  static class Within {}

  @DefinesLock(name = "a", after = "b")
  @DefinesLock(name = "b", after = "c") // expect: InvalidContract "'b' comes after itself"
  @DefinesLock(name = "c", after = {"b", "d"})
  @DefinesLock(name = "d")
  static class AfterOneThatGoesInACircle {}

  @DefinesLock(name = "a", after = "b") // expect: InvalidContract "'a' comes after itself"
  @DefinesLock(name = "b", after = {"a", "c"}) // expect: InvalidContract "'b' comes after itself"
  @DefinesLock(name = "c", after = "b")
  static class TwoCircles {}

  @DefinesLock(name = "a", sameAs = "b") // expect: InvalidContract
  @DefinesLock(name = "b", sameAs = "a")
  static class SameAs {}

  @DefinesLock(name = "a", impliedBy = "b") // expect: InvalidContract
  @DefinesLock(name = "b", impliedBy = "a")
  static class Implied {}

  @DefinesLock(name = "a", within = "a") // expect: InvalidContract "a"
  static class Itself {}

  @DefinesLock.List({@DefinesLock(name = "a"), @DefinesLock(name = "a")}) // expect: InvalidContract
  static class Twice {}

  @DefinesLock(name = "a", within = "missing") // expect: InvalidContract "missing"
  static class Unknown {}

  @DefinesLock(label = "no name") // expect: InvalidContract
  static class Instances {}

  @DefinesLock(name = "a")
  @DefinesState(name = "s", needs = "missing") // expect: InvalidContract "missing"
  static class UnknownNeed {}

  @DefinesState(name = "s", excludes = "missing") // expect: InvalidContract "missing"
  static class UnknownExcluded {}

  @DefinesLock(name = "a", after = "b") // expect: InvalidContract "a"
  @DefinesLock(name = "b", after = "a")
  static class After {}

  @DefinesState(name = "s", excludes = "s") // expect: InvalidContract "s"
  static class ExcludesItself {}

  @SameObject({"missing", "this"}) // expect: InvalidContract "missing"
  static class UnknownObject {}

  @SameObject({"this", "this", "this"}) // expect: InvalidContract "needs two expressions, not 3"
  static class ThreeObjects {}

  @DefinesLock(name = "a")
  @AcquiredBefore("missing") // expect: InvalidContract "missing"
  static class UnknownLater {}

  @DefinesLock(name = "a")
  @AcquiredAfter("missing") // expect: InvalidContract "missing"
  static class UnknownEarlier {}

  @AcquiredAfter("this") // expect: InvalidContract "defines no lock"
  static class OrderOfNothing {}
}
