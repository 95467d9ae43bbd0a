package dev.holdfast.checker.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The annotations that a model may use by their simple names: the contract language, and the
 * model-only ones.
 */
final class ModelVocabulary {

  /** A place where an annotation can stand. */
  enum Place {
    TYPE("a type"),
    METHOD("a method"),
    PARAMETER("a parameter"),
    FIELD("a field");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  /** What an element's value can be. */
  enum Kind {
    STRING("a string"),
    STRINGS("a string or a list of strings"),
    FLAG("true or false"),
    TRUTH("TRUE or FALSE"),
    OUTCOME("one of TRUE, FALSE, NON_NULL, NULL, NON_ZERO, ZERO");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The value of an element as the parser found it: a name that is neither true nor false. */
  record Constant(String name) {}

  private record Element(Kind kind, boolean required) {}

  private record Entry(Set<Place> places, Map<String, Element> elements) {}

  private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE");

  private static final Set<String> OUTCOMES =
      Set.of("TRUE", "FALSE", "NON_NULL", "NULL", "NON_ZERO", "ZERO");

  /**
   * One line an annotation: name, places by initial, elements. An element that may not be left out
   * has an exclamation mark; the kind is the word after the colon, {@code strings} where there is
   * none.
   */
  private static final String LANGUAGE =
      """
      GuardedBy F value read write racyReads:flag
      Requires MP value anyOf
      Ensures M value!
      Excludes MP value!
      Acquires M value! idempotent:flag
      Releases M value!
      AcquiresIf M value! result:outcome blocking:flag
      ReleasesIf M value! result:outcome
      Downgrades M value!
      MayRelease M value!
      AssertsHeld M value anyOf
      TestsHeld M value!
      Establishes M value!
      Ends M value!
      Returns M value:string!
      SameObject MT value!
      RunsInline P
      LockScope T
      AcquiredBefore FT value!
      AcquiredAfter FT value!
      LockUnchecked MT reason:string!
      DefinesLock T name:string label:string within:string after reentrant:flag shared:flag impliedBy sameAs:string
      DefinesState T name:string! label:string needs excludes impliedBy
      """;

  /** The same for what only models can say. {@link ModelFile} explains them. */
  private static final String MODEL_ONLY =
      """
      NeverThrows M
      Mutates MP
      View MP
      Each MP
      Copy M
      Keeps TM
      Publishes M
      Deferred P value
      NonNull P
      NonNullIf P value:truth!
      RunsDeferred MP
      RunsHolding P value!
      Parallel M
      Concurrent T
      Pure T
      OnlyWhereNamed T
      Stamp P
      Stamped M
      Optimistic M
      Validates M
      ConvertsTo M value:string!
      TestsStamp M value:string!
      Since TM value:string!
      """;

  private final Map<String, Entry> entries = new HashMap<>();

  /** Makes the vocabulary. */
  ModelVocabulary() {
    (LANGUAGE + MODEL_ONLY).lines().forEach(this::addEntry);
  }

  private void addEntry(String row) {
    String[] words = row.split(" ");
    Set<Place> places = new TreeSet<>();
    if (words.length > 1) {
      for (Place place : Place.values()) {
        if (words[1].indexOf(place.name().charAt(0)) >= 0) {
          places.add(place);
        }
      }
    }
    Map<String, Element> elements = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i++) {
      boolean required = words[i].endsWith("!");
      String[] parts = words[i].replace("!", "").split(":");
      Kind kind =
          parts.length == 1 ? Kind.STRINGS : Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
      elements.put(parts[0], new Element(kind, required));
    }
    entries.put(words[0], new Entry(places, elements));
  }

  /** Whether a simple name is part of the vocabulary. */
  boolean knows(String name) {
    return entries.containsKey(name);
  }

  /** The elements of a known annotation, in no particular order. */
  Set<String> elementsOf(String name) {
    return entries.get(name).elements.keySet();
  }

  /** The names of the annotations that only models can use. */
  List<String> modelOnly() {
    return MODEL_ONLY.lines().map(row -> row.split(" ")[0]).toList();
  }

  /** What is wrong with a known annotation at a place, if anything. */
  Optional<String> problem(String name, Map<String, Object> values, Place place) {
    Entry entry = entries.get(name);
    if (!entry.places.contains(place)) {
      return Optional.of(
          "'@%s' cannot stand on %s; it goes on %s"
              .formatted(
                  name, place.words, list(entry.places.stream().map(p -> p.words).toList())));
    }
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Element element = entry.elements.get(value.getKey());
      if (element == null) {
        return Optional.of(unknownElement(name, value.getKey(), entry.elements.keySet()));
      }
      if (!fits(value.getValue(), element.kind)) {
        return Optional.of(
            "'%s' of '@%s' must be %s".formatted(value.getKey(), name, element.kind.words));
      }
    }
    return entry.elements.entrySet().stream()
        .filter(element -> element.getValue().required && !values.containsKey(element.getKey()))
        .map(element -> "'@%s' needs '%s'".formatted(name, element.getKey()))
        .findFirst();
  }

  private static String unknownElement(String name, String element, Set<String> known) {
    String has =
        known.isEmpty()
            ? "it has none"
            : "it has " + list(known.stream().sorted().map(other -> "'" + other + "'").toList());
    return "'@%s' has no element '%s'; %s".formatted(name, element, has);
  }

  private static String list(List<String> words) {
    return words.stream().collect(Collectors.joining(", "));
  }

  private static boolean fits(Object value, Kind kind) {
    return switch (kind) {
      case STRING -> value instanceof String;
      case STRINGS -> value instanceof String || value instanceof List;
      case FLAG -> value instanceof Boolean;
      case TRUTH -> value instanceof Constant constant && TRUTHS.contains(constant.name);
      case OUTCOME -> value instanceof Constant constant && OUTCOMES.contains(constant.name);
    };
  }
}
