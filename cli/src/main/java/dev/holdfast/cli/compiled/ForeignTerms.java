package dev.holdfast.cli.compiled;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ElementKind;

/** What the annotations of other libraries say, as contracts. */
final class ForeignTerms {
  private static final String CHECKER_FRAMEWORK = "org.checkerframework.checker.lock.qual.";
  private static final String ERROR_PRONE = "com.google.errorprone.annotations.concurrent.";

  private static final Map<String, ContractKind> KINDS =
      Map.of(
          "net.jcip.annotations.GuardedBy",
          ContractKind.GUARDED_BY,
          "javax.annotation.concurrent.GuardedBy",
          ContractKind.GUARDED_BY,
          ERROR_PRONE + "GuardedBy",
          ContractKind.GUARDED_BY,
          "androidx.annotation.GuardedBy",
          ContractKind.GUARDED_BY,
          CHECKER_FRAMEWORK + "GuardedBy",
          ContractKind.GUARDED_BY,
          CHECKER_FRAMEWORK + "Holding",
          ContractKind.REQUIRES,
          CHECKER_FRAMEWORK + "EnsuresLockHeld",
          ContractKind.ENSURES,
          CHECKER_FRAMEWORK + "EnsuresLockHeldIf",
          ContractKind.ENSURES_IF,
          ERROR_PRONE + "LockMethod",
          ContractKind.ACQUIRES,
          ERROR_PRONE + "UnlockMethod",
          ContractKind.RELEASES);

  private ForeignTerms() {}

  static boolean knows(String type) {
    return KINDS.containsKey(type) || type.equals(CHECKER_FRAMEWORK + "MayReleaseLocks");
  }

  static List<Contract> read(Values values, UnaryOperator<String> canonical, ElementKind on) {
    String element = values.given().containsKey("expression") ? "expression" : "value";
    List<String> locks =
        values.texts(element).stream()
            .map(text -> canonical.apply(text.replace("<self>", "itself")))
            .toList();
    List<Contract> all = new ArrayList<>();
    ContractKind kind = KINDS.get(values.type());
    if (kind == null) {
      all.add(Contract.of(ContractKind.MAY_RELEASE, "*"));
    } else if (kind == ContractKind.GUARDED_BY && on.isField()) {
      List<String> sorted = locks.stream().distinct().sorted().toList();
      if (!sorted.isEmpty()) {
        all.add(Terms.guard(sorted, sorted, false));
      }
    } else if (kind != ContractKind.GUARDED_BY || isRequirement(values, on)) {
      locks.forEach(
          lock ->
              all.add(
                  Contract.of(
                      kind == ContractKind.GUARDED_BY ? ContractKind.REQUIRES : kind, lock)));
    }
    if (kind == ContractKind.ENSURES_IF) {
      String result = values.flag("result", true) ? "TRUE" : "FALSE";
      all.replaceAll(contract -> contract.with("when", result));
    }
    return all.stream().map(contract -> contract.from(origin(values, contract))).toList();
  }

  private static boolean isRequirement(Values values, ElementKind on) {
    boolean method = on == ElementKind.METHOD || on == ElementKind.CONSTRUCTOR;
    return method && !values.type().startsWith(CHECKER_FRAMEWORK);
  }

  private static String origin(Values values, Contract contract) {
    String locks =
        contract.locks().isEmpty()
            ? contract.attribute("read").replace(" | ", ", ")
            : String.join(", ", contract.locks());
    boolean bare = locks.isEmpty() || locks.equals("*");
    return "@" + values.type() + (bare ? "" : "(" + locks + ")");
  }
}
