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
    switch (annot.name()) {
      case "ReleasesAll" -> to.releasesAll = true;
      case "NeverThrows" -> to.neverThrows = true;
      case "Mutates" -> mutates(parameter, to);
      case "View" -> view(parameter, to);
      case "Each" -> each(parameter, to);
      case "Copy" -> to.copy = true;
      case "Keeps" -> to.keeps = true;
      case "Publishes" -> to.publishes = true;
      case "Parallel" -> to.parallel = true;
      case "RunsDeferred" -> runsDeferred(parameter, to);
      case "Deferred" -> {
        to.deferred.set(parameter);
        to.deferredTo.put(parameter, annot.string("value", ""));
      }
      case "NonNull" -> to.nonNull.set(parameter);
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

  private static void mutates(int parameter, Contract to) {
    if (parameter < 0) {
      to.mutates = true;
    } else {
      to.mutated.set(parameter);
    }
  }

  private static void view(int parameter, Contract to) {
    if (parameter < 0) {
      to.view = true;
    } else {
      to.viewed.set(parameter);
    }
  }

  private static void each(int parameter, Contract to) {
    if (parameter < 0) {
      to.each = true;
    } else {
      to.eachOf.set(parameter);
    }
  }

  private static void runsDeferred(int parameter, Contract to) {
    if (parameter < 0) {
      to.runsDeferred = true;
    } else {
      to.consumed.set(parameter);
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
