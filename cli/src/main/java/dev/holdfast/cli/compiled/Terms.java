package dev.holdfast.cli.compiled;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What single annotations say, as contracts. */
final class Terms {
  private static final Map<String, ContractKind> LISTS =
      Map.ofEntries(
          Map.entry("Requires", ContractKind.REQUIRES),
          Map.entry("Ensures", ContractKind.ENSURES),
          Map.entry("Excludes", ContractKind.EXCLUDES),
          Map.entry("Acquires", ContractKind.ACQUIRES),
          Map.entry("Releases", ContractKind.RELEASES),
          Map.entry("AcquiresIf", ContractKind.ACQUIRES_IF),
          Map.entry("ReleasesIf", ContractKind.RELEASES_IF),
          Map.entry("Downgrades", ContractKind.DOWNGRADES),
          Map.entry("MayRelease", ContractKind.MAY_RELEASE),
          Map.entry("AssertsHeld", ContractKind.ASSERTS_HELD),
          Map.entry("TestsHeld", ContractKind.TESTS_HELD),
          Map.entry("Establishes", ContractKind.ESTABLISHES),
          Map.entry("Ends", ContractKind.ENDS),
          Map.entry("Returns", ContractKind.RETURNS),
          Map.entry("AcquiredBefore", ContractKind.ACQUIRED_BEFORE),
          Map.entry("AcquiredAfter", ContractKind.ACQUIRED_AFTER));

  private Terms() {}

  /** Those of an annotation of the language, by its simple name. */
  static List<Contract> own(String name, Values values, UnaryOperator<String> canonical) {
    if (LISTS.containsKey(name)) {
      return list(LISTS.get(name), values, canonical);
    }
    return switch (name) {
      case "GuardedBy" -> List.of(guard(values, canonical));
      case "SameObject" -> List.of(any(ContractKind.SAME_OBJECT, values.texts("value"), canonical));
      case "RunsInline" -> List.of(Contract.of(ContractKind.RUNS_INLINE, canonical.apply("this")));
      case "LockScope" -> List.of(Contract.of(ContractKind.LOCK_SCOPE));
      case "LockUnchecked" ->
          List.of(
              Contract.of(ContractKind.UNCHECKED).with("reason", quoted(values.text("reason"))));
      case "DefinesLock" -> List.of(lock(values, canonical));
      case "DefinesState" -> List.of(state(values, canonical));
      default -> List.of();
    };
  }

  private static List<Contract> list(
      ContractKind kind, Values values, UnaryOperator<String> canonical) {
    List<Contract> all = new ArrayList<>();
    String element = values.texts("value").isEmpty() ? "expr" : "value";
    for (String text : values.texts(element)) {
      all.add(decorated(any(kind, List.of(text), canonical), values));
    }
    if (!values.texts("anyOf").isEmpty()) {
      all.add(any(kind, values.texts("anyOf"), canonical));
    }
    return all.isEmpty() ? List.of(decorated(Contract.of(kind), values)) : all;
  }

  private static Contract decorated(Contract contract, Values values) {
    Contract result = contract;
    if (values.flag("idempotent", false)) {
      result = result.with("idempotent", "");
    }
    if (values.flag("blocking", false)) {
      result = result.with("blocking", "");
    }
    boolean conditional =
        contract.kind() == ContractKind.ACQUIRES_IF || contract.kind() == ContractKind.RELEASES_IF;
    return conditional ? result.with("when", values.constant("result", "TRUE")) : result;
  }

  static Contract any(ContractKind kind, List<String> texts, UnaryOperator<String> canonical) {
    return new Contract(kind, texts.stream().map(canonical).toList(), new TreeMap<>(), "");
  }

  private static Contract guard(Values values, UnaryOperator<String> canonical) {
    boolean both = !values.texts("value").isEmpty();
    return guard(
        sorted(values.texts(both ? "value" : "read"), canonical),
        sorted(values.texts(both ? "value" : "write"), canonical),
        values.flag("racyReads", false));
  }

  static Contract guard(List<String> read, List<String> write, boolean racy) {
    Contract guard = Contract.of(ContractKind.GUARDED_BY);
    if (read.equals(write) && read.size() == 1) {
      guard = Contract.of(ContractKind.GUARDED_BY, read.get(0));
    } else {
      guard = read.isEmpty() || racy ? guard : guard.with("read", String.join(" | ", read));
      guard = write.isEmpty() ? guard : guard.with("write", String.join(" & ", write));
    }
    return racy ? guard.with("racy-reads", "") : guard;
  }

  private static Contract lock(Values values, UnaryOperator<String> canonical) {
    String name = values.text("name");
    Contract lock = Contract.of(ContractKind.DEFINES_LOCK, name.isEmpty() ? "class" : name);
    lock = joined(lock, "within", values.texts("within"), canonical);
    lock = joined(lock, "after", values.texts("after"), canonical);
    lock = joined(lock, "implied-by", values.texts("impliedBy"), canonical);
    lock = joined(lock, "same-as", values.texts("sameAs"), canonical);
    lock = values.flag("reentrant", false) ? lock.with("reentrant", "") : lock;
    lock = values.flag("shared", true) ? lock : lock.with("shared", "false");
    return labelled(lock, values);
  }

  private static Contract state(Values values, UnaryOperator<String> canonical) {
    Contract state = Contract.of(ContractKind.DEFINES_STATE, values.text("name"));
    state = joined(state, "needs", values.texts("needs"), canonical);
    state = joined(state, "excludes", values.texts("excludes"), canonical);
    state = joined(state, "implied-by", values.texts("impliedBy"), canonical);
    return labelled(state, values);
  }

  private static Contract labelled(Contract contract, Values values) {
    String label = values.text("label");
    return label.isEmpty() ? contract : contract.with("label", quoted(label));
  }

  private static Contract joined(
      Contract contract, String name, List<String> texts, UnaryOperator<String> canonical) {
    List<String> printed =
        sorted(texts.stream().filter(text -> !text.isEmpty()).toList(), canonical);
    return printed.isEmpty() ? contract : contract.with(name, String.join(" | ", printed));
  }

  static List<String> sorted(List<String> texts, UnaryOperator<String> canonical) {
    return texts.stream().map(canonical).distinct().sorted().toList();
  }

  private static String quoted(String text) {
    String folded = text.strip().replaceAll("\\s+", " ");
    return '"' + folded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
