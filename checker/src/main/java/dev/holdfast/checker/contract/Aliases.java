package dev.holdfast.checker.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What annotation types mean: contracts, those of other vocabularies, and aliases of them. */
final class Aliases {
  private static final String PACKAGE = "dev.holdfast.annotations.";

  /** What an annotation type means to us. */
  enum Meaning {
    NONE,
    CONTRACT,
    FOREIGN,
    ALIAS,
    CYCLE
  }

  private final Map<TypeElement, Meaning> meanings = new HashMap<>();

  Meaning meaning(TypeElement type) {
    Meaning known = meanings.get(type);
    if (known == null) {
      String name = type.getQualifiedName().toString();
      if (isContract(name)) {
        known = Meaning.CONTRACT;
      } else if (ForeignVocabulary.knows(name)) {
        known = Meaning.FOREIGN;
      } else if (name.startsWith("java.")) {
        known = Meaning.NONE;
      } else {
        known = meaningOfOther(type);
      }
      meanings.put(type, known);
    }
    return known;
  }

  private static boolean isContract(String name) {
    return name.startsWith(PACKAGE) && name.indexOf('.', PACKAGE.length()) < 0;
  }

  /** An alias is what leads to a contract; one that also leads to itself means nothing. */
  private static Meaning meaningOfOther(TypeElement type) {
    Exploration exploration = new Exploration(type);
    if (exploration.contracts.isEmpty()) {
      return Meaning.NONE;
    }
    return exploration.leadsBack ? Meaning.CYCLE : Meaning.ALIAS;
  }

  /** Whether the annotation is the container of repeatable ones that mean something. */
  boolean isContainer(AnnotationMirror mirror) {
    TypeElement content = content(mirror);
    return content != null && meaning(content) != Meaning.NONE;
  }

  /** The type of the annotations that an annotation contains, or null. */
  private static TypeElement content(AnnotationMirror mirror) {
    for (AnnotationValue value : mirror.getElementValues().values()) {
      if (value.getValue() instanceof List<?> list
          && !list.isEmpty()
          && list.get(0) instanceof AnnotationValue first
          && first.getValue() instanceof AnnotationMirror inner) {
        return AnnotationReader.typeOf(inner);
      }
    }
    return null;
  }

  /** Where the annotations of an annotation type lead. */
  private static final class Exploration {
    final Set<TypeElement> contracts = new LinkedHashSet<>();
    boolean leadsBack;
    private final Set<TypeElement> seen = new HashSet<>();
    private final Set<TypeElement> path = new HashSet<>();

    Exploration(TypeElement type) {
      visit(type);
    }

    private void visit(TypeElement type) {
      leadsBack |= path.contains(type);
      if (!seen.add(type)) {
        return;
      }
      path.add(type);
      for (AnnotationMirror meta : type.getAnnotationMirrors()) {
        TypeElement content = content(meta);
        TypeElement next = content == null ? AnnotationReader.typeOf(meta) : content;
        String name = next.getQualifiedName().toString();
        if (isContract(name) || ForeignVocabulary.knows(name)) {
          contracts.add(next);
        } else if (!name.startsWith("java.")) {
          visit(next);
        }
      }
      path.remove(type);
    }
  }

  /** What is wrong with the aliases of an element. */
  List<Problem> problems(Element element) {
    List<Problem> result = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = AnnotationReader.typeOf(mirror);
      Meaning meaning = meaning(type);
      if (meaning == Meaning.CYCLE) {
        result.add(
            new Problem(
                element,
                mirror,
                "'@" + type.getSimpleName() + "' is an alias that is defined through itself"));
      }
      String misplaced = meaning == Meaning.ALIAS ? misplaced(element, type) : null;
      if (misplaced != null) {
        result.add(new Problem(element, mirror, misplaced));
      }
    }
    return result;
  }

  /**
   * The compiler sees to it where a contract stands, but not where an alias does that declares no
   * target. One that means several contracts may stand where any of them may.
   */
  private static String misplaced(Element element, TypeElement alias) {
    ElementKind kind = element.getKind();
    Set<TypeElement> contracts = new Exploration(alias).contracts;
    if (kind == ElementKind.ANNOTATION_TYPE
        || isOfComponent(element)
        || contracts.stream().anyMatch(contract -> mayStand(targets(contract), kind))) {
      return null;
    }
    String names =
        contracts.stream()
            .map(contract -> "'@" + contract.getSimpleName() + "'")
            .collect(Collectors.joining(", "));
    String place = kind.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    String article = "aeiou".indexOf(place.charAt(0)) < 0 ? "a " : "an ";
    return names + (contracts.size() == 1 ? " has" : " have") + " no meaning on " + article + place;
  }

  /** The compiler copies an annotation of a component to all that it makes of it. */
  private static boolean isOfComponent(Element element) {
    Element owner = element.getEnclosingElement();
    return switch (element.getKind()) {
      case FIELD -> owner.getKind() == ElementKind.RECORD;
      case PARAMETER ->
          owner.getKind() == ElementKind.CONSTRUCTOR
              && owner.getEnclosingElement().getKind() == ElementKind.RECORD;
      default -> false;
    };
  }

  /** What makes no alias is not meant to be one, and is at home elsewhere. */
  private static boolean mayStand(Set<String> targets, ElementKind kind) {
    if (!targets.contains("ANNOTATION_TYPE")) {
      return true;
    }
    return switch (kind) {
      case METHOD, CONSTRUCTOR, PARAMETER -> targets.contains("METHOD");
      case FIELD, ENUM_CONSTANT -> targets.contains("FIELD");
      default -> false;
    };
  }

  /** Where an annotation type says that it may stand; empty if it does not say. */
  private static Set<String> targets(TypeElement annotation) {
    Set<String> result = new HashSet<>();
    for (AnnotationMirror meta : annotation.getAnnotationMirrors()) {
      if (AnnotationReader.typeOf(meta)
          .getQualifiedName()
          .contentEquals("java.lang.annotation.Target")) {
        for (AnnotationValue value : meta.getElementValues().values()) {
          for (Object each : (List<?>) value.getValue()) {
            result.add(
                ((VariableElement) ((AnnotationValue) each).getValue()).getSimpleName().toString());
          }
        }
      }
    }
    return result;
  }
}
