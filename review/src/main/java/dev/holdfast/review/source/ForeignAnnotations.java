package dev.holdfast.review.source;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The contracts of other libraries' annotations. */
final class ForeignAnnotations {
  private ForeignAnnotations() {}

  static List<Contract> read(
      Vocabulary.Foreign meaning,
      AnnotationValues values,
      UnaryOperator<String> canonical,
      AnnotationReader.On on) {
    return switch (meaning) {
      case GUARDED_BY ->
          on == AnnotationReader.On.METHOD
              ? each(ContractKind.REQUIRES, values, canonical)
              : guard(values, canonical, on);
      case QUALIFIER -> guard(values, canonical, on);
      case HOLDING -> each(ContractKind.REQUIRES, values, canonical);
      case ENSURES -> each(ContractKind.ENSURES, values, canonical);
      case ENSURES_IF ->
          each(ContractKind.ENSURES_IF, values, canonical).stream()
              .map(c -> c.with("when", values.flag("result", true) ? "TRUE" : "FALSE"))
              .toList();
      case MAY_RELEASE_ALL -> List.of(Contract.of(ContractKind.MAY_RELEASE, "*"));
      case LOCK -> each(ContractKind.ACQUIRES, values, canonical);
      case UNLOCK -> each(ContractKind.RELEASES, values, canonical);
    };
  }

  private static List<Contract> guard(
      AnnotationValues values, UnaryOperator<String> canonical, AnnotationReader.On on) {
    List<String> locks = texts(values).stream().map(canonical).distinct().sorted().toList();
    if (on != AnnotationReader.On.FIELD || locks.isEmpty()) {
      return List.of();
    }
    Contract guard = Contract.of(ContractKind.GUARDED_BY);
    if (locks.size() == 1) {
      return List.of(Contract.of(ContractKind.GUARDED_BY, locks.get(0)));
    }
    return List.of(
        guard.with("read", String.join(" | ", locks)).with("write", String.join(" & ", locks)));
  }

  private static List<Contract> each(
      ContractKind kind, AnnotationValues values, UnaryOperator<String> canonical) {
    List<Contract> contracts = new ArrayList<>();
    for (String text : texts(values)) {
      contracts.add(new Contract(kind, List.of(canonical.apply(text)), new TreeMap<>(), ""));
    }
    return contracts;
  }

  private static List<String> texts(AnnotationValues values) {
    String member = values.has("expression") ? "expression" : "value";
    return values.texts(member).stream().map(text -> text.replace("<self>", "itself")).toList();
  }
}
