package dev.holdfast.review.source;

import static dev.holdfast.review.contract.ContractKind.ACQUIRED_AFTER;
import static dev.holdfast.review.contract.ContractKind.ACQUIRED_BEFORE;
import static dev.holdfast.review.contract.ContractKind.ACQUIRES;
import static dev.holdfast.review.contract.ContractKind.ACQUIRES_IF;
import static dev.holdfast.review.contract.ContractKind.ASSERTS_HELD;
import static dev.holdfast.review.contract.ContractKind.DEFINES_LOCK;
import static dev.holdfast.review.contract.ContractKind.DEFINES_STATE;
import static dev.holdfast.review.contract.ContractKind.DOWNGRADES;
import static dev.holdfast.review.contract.ContractKind.ENDS;
import static dev.holdfast.review.contract.ContractKind.ENSURES;
import static dev.holdfast.review.contract.ContractKind.ESTABLISHES;
import static dev.holdfast.review.contract.ContractKind.EXCLUDES;
import static dev.holdfast.review.contract.ContractKind.GUARDED_BY;
import static dev.holdfast.review.contract.ContractKind.LOCK_SCOPE;
import static dev.holdfast.review.contract.ContractKind.MAY_RELEASE;
import static dev.holdfast.review.contract.ContractKind.RELEASES;
import static dev.holdfast.review.contract.ContractKind.RELEASES_IF;
import static dev.holdfast.review.contract.ContractKind.REQUIRES;
import static dev.holdfast.review.contract.ContractKind.RETURNS;
import static dev.holdfast.review.contract.ContractKind.RUNS_INLINE;
import static dev.holdfast.review.contract.ContractKind.SAME_OBJECT;
import static dev.holdfast.review.contract.ContractKind.TESTS_HELD;
import static dev.holdfast.review.contract.ContractKind.UNCHECKED;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The annotations of the contract language, by simple name. */
final class OwnAnnotations {
  private OwnAnnotations() {}

  /**
   * The contracts of one annotation.
   *
   * @param name its simple name
   * @param canonical what brings an expression into canonical form
   */
  static List<Contract> read(
      String name,
      AnnotationValues values,
      UnaryOperator<String> canonical,
      AnnotationReader.On on) {
    return switch (name) {
      case "GuardedBy" -> List.of(guard(values, canonical));
      case "Requires" -> allAndAny(REQUIRES, values, canonical);
      case "Ensures" -> each(ENSURES, values, canonical);
      case "Excludes" -> each(EXCLUDES, values, canonical);
      case "Acquires" ->
          flagged(
              each(ACQUIRES, values, canonical), "idempotent", values.flag("idempotent", false));
      case "Releases" -> each(RELEASES, values, canonical);
      case "AcquiresIf" ->
          flagged(when(ACQUIRES_IF, values, canonical), "blocking", values.flag("blocking", false));
      case "ReleasesIf" -> when(RELEASES_IF, values, canonical);
      case "Downgrades" -> each(DOWNGRADES, values, canonical);
      case "MayRelease" -> each(MAY_RELEASE, values, canonical);
      case "AssertsHeld" -> allAndAny(ASSERTS_HELD, values, canonical);
      case "TestsHeld" -> each(TESTS_HELD, values, canonical);
      case "Establishes" -> each(ESTABLISHES, values, canonical);
      case "Ends" -> each(ENDS, values, canonical);
      case "Returns" -> each(RETURNS, values, canonical);
      case "SameObject" -> List.of(any(SAME_OBJECT, values.texts("value"), canonical));
      case "RunsInline" -> List.of(Contract.of(RUNS_INLINE, runsInline(canonical, on)));
      case "LockScope" -> List.of(Contract.of(LOCK_SCOPE));
      case "AcquiredBefore" -> each(ACQUIRED_BEFORE, values, canonical);
      case "AcquiredAfter" -> each(ACQUIRED_AFTER, values, canonical);
      case "LockUnchecked" ->
          List.of(Contract.of(UNCHECKED).with("reason", quoted(values.text("reason"))));
      case "DefinesLock" -> List.of(lock(values, canonical));
      case "DefinesState" -> List.of(state(values, canonical));
      default -> List.of();
    };
  }

  private static String runsInline(UnaryOperator<String> canonical, AnnotationReader.On on) {
    return on == AnnotationReader.On.ALIAS ? "this" : canonical.apply("this");
  }

  /** All of {@code value}, each for itself, and one of {@code anyOf}. */
  private static List<Contract> allAndAny(
      ContractKind kind, AnnotationValues values, UnaryOperator<String> canonical) {
    List<Contract> all = new ArrayList<>(each(kind, values, canonical));
    if (!values.texts("anyOf").isEmpty()) {
      all.removeIf(contract -> contract.locks().isEmpty());
      all.add(any(kind, values.texts("anyOf"), canonical));
    }
    return all;
  }

  private static List<Contract> each(
      ContractKind kind, AnnotationValues values, UnaryOperator<String> canonical) {
    List<String> texts = new ArrayList<>(values.texts("value"));
    if (texts.isEmpty() && values.has("expr")) {
      texts.addAll(values.texts("expr"));
    }
    if (texts.isEmpty()) {
      return List.of(Contract.of(kind));
    }
    return texts.stream().map(text -> any(kind, List.of(text), canonical)).toList();
  }

  private static Contract any(
      ContractKind kind, List<String> texts, UnaryOperator<String> canonical) {
    return new Contract(kind, texts.stream().map(canonical).toList(), new TreeMap<>(), "");
  }

  private static List<Contract> when(
      ContractKind kind, AnnotationValues values, UnaryOperator<String> canonical) {
    String result = values.constantName("result", "TRUE");
    return each(kind, values, canonical).stream().map(c -> c.with("when", result)).toList();
  }

  private static List<Contract> flagged(List<Contract> contracts, String flag, boolean set) {
    return set ? contracts.stream().map(c -> c.with(flag, "")).toList() : contracts;
  }

  /** One lock for both rights is the lock alone; else the rights are told apart. */
  private static Contract guard(AnnotationValues values, UnaryOperator<String> canonical) {
    List<String> both = sorted(values.texts("value"), canonical);
    List<String> read = both.isEmpty() ? sorted(values.texts("read"), canonical) : both;
    List<String> write = both.isEmpty() ? sorted(values.texts("write"), canonical) : both;
    boolean racy = values.flag("racyReads", false);
    if (read.equals(write) && read.size() == 1) {
      Contract guard = Contract.of(GUARDED_BY, read.get(0));
      return racy ? guard.with("racy-reads", "") : guard;
    }
    Contract guard = Contract.of(GUARDED_BY);
    guard = read.isEmpty() || racy ? guard : guard.with("read", String.join(" | ", read));
    guard = write.isEmpty() ? guard : guard.with("write", String.join(" & ", write));
    return racy ? guard.with("racy-reads", "") : guard;
  }

  private static Contract lock(AnnotationValues values, UnaryOperator<String> canonical) {
    String name = values.text("name");
    Contract lock = Contract.of(DEFINES_LOCK, name.isEmpty() ? "class" : name);
    for (String relation : List.of("within", "after")) {
      lock = joined(lock, relation, values.texts(relation), canonical);
    }
    lock = joined(lock, "implied-by", values.texts("impliedBy"), canonical);
    lock = joined(lock, "same-as", values.texts("sameAs"), canonical);
    lock = values.flag("reentrant", false) ? lock.with("reentrant", "") : lock;
    lock = values.flag("shared", true) ? lock : lock.with("shared", "false");
    return labelled(lock, values);
  }

  private static Contract state(AnnotationValues values, UnaryOperator<String> canonical) {
    Contract state = Contract.of(DEFINES_STATE, values.text("name"));
    state = joined(state, "needs", values.texts("needs"), canonical);
    state = joined(state, "excludes", values.texts("excludes"), canonical);
    state = joined(state, "implied-by", values.texts("impliedBy"), canonical);
    return labelled(state, values);
  }

  private static Contract labelled(Contract contract, AnnotationValues values) {
    String label = values.text("label");
    return label.isEmpty() ? contract : contract.with("label", quoted(label));
  }

  private static Contract joined(
      Contract contract, String name, List<String> texts, UnaryOperator<String> canonical) {
    List<String> given = texts.stream().filter(text -> !text.isEmpty()).toList();
    return given.isEmpty()
        ? contract
        : contract.with(name, String.join(" | ", sorted(given, canonical)));
  }

  private static List<String> sorted(List<String> texts, UnaryOperator<String> canonical) {
    return texts.stream().map(canonical).distinct().sorted().toList();
  }

  /** A Java string literal with that value, line breaks folded. */
  static String quoted(String text) {
    String folded = text.strip().replaceAll("\\s+", " ");
    return '"' + folded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
