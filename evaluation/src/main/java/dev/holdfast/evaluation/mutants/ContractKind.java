package dev.holdfast.evaluation.mutants;

/** Why a lock matters at a site: what a correct checker would find broken. Strongest first. */
public enum ContractKind {
  /** An annotation on a field or method that is used there. */
  DECLARED,
  /** A method used there begins with an assertion that the lock is held. */
  ASSERTED,
  /**
   * Only the library's own contract: {@code unlock} and {@code wait} need the lock, {@code lock}
   * needs an end.
   */
  LIBRARY
}
