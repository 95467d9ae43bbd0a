package dev.holdfast.checker.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** Translates the lock annotations of other tools into the contract language. */
final class ForeignVocabulary {
  private static final Set<String> GUARDED_BY =
      Set.of(
          "net.jcip.annotations.GuardedBy",
          "javax.annotation.concurrent.GuardedBy",
          "com.google.errorprone.annotations.concurrent.GuardedBy",
          "androidx.annotation.GuardedBy",
          "android.support.annotation.GuardedBy",
          "com.android.internal.annotations.GuardedBy",
          "org.checkerframework.checker.lock.qual.GuardedBy");
  private static final String CHECKER_FRAMEWORK = "org.checkerframework.checker.lock.qual.";
  private static final Set<String> CHECKER_FRAMEWORK_METHODS =
      Set.of(
          CHECKER_FRAMEWORK + "Holding",
          CHECKER_FRAMEWORK + "EnsuresLockHeld",
          CHECKER_FRAMEWORK + "EnsuresLockHeldIf",
          CHECKER_FRAMEWORK + "MayReleaseLocks");
  private static final String ITSELF = "itself";
  private static final String SELF = "<self>";
  private static final String ERROR_PRONE = "com.google.errorprone.annotations.concurrent.";

  private ForeignVocabulary() {}

  static boolean knows(String qualifiedName) {
    return GUARDED_BY.contains(qualifiedName)
        || CHECKER_FRAMEWORK_METHODS.contains(qualifiedName)
        || qualifiedName.equals(ERROR_PRONE + "LockMethod")
        || qualifiedName.equals(ERROR_PRONE + "UnlockMethod");
  }

  static List<Annot> translate(
      String qualifiedName, ElementKind on, Map<String, Object> values, Origin origin) {
    boolean method = on == ElementKind.METHOD || on == ElementKind.CONSTRUCTOR;
    String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    return switch (simple) {
      case "GuardedBy" ->
          guardsNothing(values)
              ? List.of()
              : List.of(annot(method ? "Requires" : "GuardedBy", normalised(values), origin));
      case "Holding" -> List.of(annot("Requires", normalised(values), origin));
      case "LockMethod" -> List.of(annot("Acquires", normalised(values), origin));
      case "UnlockMethod" -> List.of(annot("Releases", normalised(values), origin));
      case "EnsuresLockHeld" -> List.of(annot("Acquires", idempotent(normalised(values)), origin));
      case "EnsuresLockHeldIf" -> List.of(conditional(values, origin));
      default -> List.of(annot("ReleasesAll", Map.of(), origin));
    };
  }

  private static Annot annot(String name, Map<String, Object> values, Origin origin) {
    return new Annot(name, values, null, false, origin);
  }

  private static Annot conditional(Map<String, Object> values, Origin origin) {
    Map<String, Object> ours = new LinkedHashMap<>();
    ours.put(
        "value",
        normalised(Map.of("value", values.getOrDefault("expression", List.of()))).get("value"));
    ours.put(
        "result",
        String.valueOf(values.getOrDefault("result", true)).toUpperCase(java.util.Locale.ROOT));
    ours.put("idempotent", true);
    return annot("AcquiresIf", ours, origin);
  }

  private static Map<String, Object> idempotent(Map<String, Object> values) {
    Map<String, Object> result = new LinkedHashMap<>(values);
    result.put("idempotent", true);
    return result;
  }

  /** Whether it says that no lock is needed: that is what the Checker Framework assumes anyway. */
  private static boolean guardsNothing(Map<String, Object> values) {
    return !values.containsKey("value") || List.of().equals(values.get("value"));
  }

  /** Their expressions in our grammar, where {@code <self>} is {@value #ITSELF}. */
  private static Map<String, Object> normalised(Map<String, Object> values) {
    List<Object> locks = new ArrayList<>();
    Object value = values.get("value");
    for (Object item :
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
      String text = String.valueOf(item).trim();
      if (!text.isEmpty()) {
        locks.add(text.startsWith(SELF) ? ITSELF + text.substring(SELF.length()) : text);
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("value", locks);
    return result;
  }

  /** An expression of theirs on a field in ours: {@value #ITSELF} at its head is the field. */
  static String ofField(String text, CharSequence field) {
    boolean itself = text.equals(ITSELF) || text.startsWith(ITSELF + ".");
    return itself ? field + text.substring(ITSELF.length()) : text;
  }
}
