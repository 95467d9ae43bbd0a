package dev.holdfast.checker.contract;

import dev.holdfast.checker.contract.Contract.StampRole;

/** What a call does beside locking, as models tell it: to its arguments, and with stamps. */
final class Traits {
  private Traits() {}

  /**
   * Takes over what an annotation says, if it is one of these.
   *
   * @param parameter the index of the parameter that carries it; -1 for the method
   */
  static void apply(Annot annot, int parameter, Contract to) {
    Trait trait = Trait.of(annot.name());
    if (trait != null) {
      to.add(trait, parameter);
    }
    switch (annot.name()) {
      case "Deferred" -> to.deferredTo.put(parameter, annot.string("value", ""));
      case "NonNullIf" -> {
        to.whenNonNull = When.valueOf(annot.string("value", ""));
        to.nullTested = parameter;
      }
      case "Stamp" -> to.stampParameter = parameter;
      case "Stamped" -> stampUnlessConverting(StampRole.STAMPED, to);
      case "Optimistic" -> stampUnlessConverting(StampRole.OPTIMISTIC, to);
      case "Validates" -> to.stampRole = StampRole.VALIDATES;
      case "ConvertsTo" -> stamp(annot, StampRole.CONVERTS, to);
      case "TestsStamp" -> stamp(annot, StampRole.TESTS_KIND, to);
      default -> {
        /* guards, definitions and order are read with their own elements */
      }
    }
  }

  private static void stampUnlessConverting(StampRole role, Contract to) {
    if (to.stampRole == StampRole.NONE) {
      to.stampRole = role;
    }
  }

  private static void stamp(Annot annot, StampRole role, Contract to) {
    to.stampRole = role;
    String mode = annot.string("value", "");
    to.stampMode = mode.contains("write") ? Mode.WRITE : mode.contains("read") ? Mode.READ : null;
  }
}
