package dev.holdfast.checker.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads the annotations of an element as contract annotations: repeatable containers are flattened,
 * aliases expanded to any depth, other vocabularies translated.
 */
final class AnnotationReader {
  private static final String PACKAGE = "dev.holdfast.annotations.";

  /** What an annotation type means to us. */
  private enum Meaning {
    NONE,
    CONTRACT,
    FOREIGN,
    ALIAS,
    CYCLE
  }

  private final Map<TypeElement, Meaning> meanings = new HashMap<>();

  /** Whether the element carries anything that this reader would translate. */
  boolean isAnnotated(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (meaning(typeOf(mirror)) != Meaning.NONE || isContainerOfContracts(mirror)) {
        return true;
      }
    }
    return element.getKind() == ElementKind.FIELD && hasForeignTypeAnnotation(element);
  }

  private boolean hasForeignTypeAnnotation(Element element) {
    for (AnnotationMirror mirror : element.asType().getAnnotationMirrors()) {
      if (ForeignVocabulary.knows(typeOf(mirror).getQualifiedName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** The contract annotations of an element, in source order. */
  List<Annot> read(Element element) {
    List<Annot> result = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      read(element, mirror, mirror, null, result, new LinkedHashSet<>());
    }
    if (element.getKind() == ElementKind.FIELD) {
      for (AnnotationMirror mirror : element.asType().getAnnotationMirrors()) {
        if (ForeignVocabulary.knows(typeOf(mirror).getQualifiedName().toString())
            && result.stream().noneMatch(a -> a.origin().source() == Origin.Source.FOREIGN)) {
          read(element, mirror, mirror, null, result, new LinkedHashSet<>());
        }
      }
    }
    return result;
  }

  /** An alias annotation of the element that is defined through itself, or null. */
  AnnotationMirror cyclicAlias(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (meaning(typeOf(mirror)) == Meaning.CYCLE) {
        return mirror;
      }
    }
    return null;
  }

  private void read(
      Element element,
      AnnotationMirror written,
      AnnotationMirror mirror,
      List<String> targets,
      List<Annot> result,
      Set<TypeElement> seen) {
    TypeElement type = typeOf(mirror);
    boolean alias = written != mirror;
    switch (meaning(type)) {
      case NONE -> readContainer(element, written, mirror, targets, result, seen);
      case CONTRACT ->
          result.add(
              new Annot(
                  type.getSimpleName().toString(),
                  values(mirror),
                  targets,
                  alias,
                  new Origin(element, written, text(written), Origin.Source.DECLARED)));
      case FOREIGN ->
          result.addAll(
              ForeignVocabulary.translate(
                  type.getQualifiedName().toString(),
                  element.getKind(),
                  values(mirror),
                  new Origin(element, written, text(written), Origin.Source.FOREIGN)));
      case ALIAS -> {
        if (seen.add(type)) {
          List<String> named = strings(values(mirror).get("value"));
          List<String> inner = named.isEmpty() ? targets : named;
          for (AnnotationMirror meta : type.getAnnotationMirrors()) {
            read(element, written, meta, inner, result, seen);
          }
          seen.remove(type);
        }
      }
      case CYCLE -> {
        /* reported where it stands */
      }
    }
  }

  private static List<String> strings(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(String.valueOf(value));
  }

  private void readContainer(
      Element element,
      AnnotationMirror written,
      AnnotationMirror container,
      List<String> targets,
      List<Annot> result,
      Set<TypeElement> seen) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        container.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals("value")
          && entry.getValue().getValue() instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof AnnotationValue value
              && value.getValue() instanceof AnnotationMirror inner) {
            read(element, written == container ? inner : written, inner, targets, result, seen);
          }
        }
      }
    }
  }

  private Meaning meaning(TypeElement type) {
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
  private Meaning meaningOfOther(TypeElement type) {
    boolean[] found = new boolean[2];
    explore(type, new LinkedHashSet<>(), found);
    if (!found[0]) {
      return Meaning.NONE;
    }
    return found[1] ? Meaning.CYCLE : Meaning.ALIAS;
  }

  /**
   * Sets {@code found[0]} if a contract is reached, {@code found[1]} if a type on the way annotates
   * itself.
   */
  private void explore(TypeElement type, Set<TypeElement> path, boolean[] found) {
    if (!path.add(type)) {
      found[1] = true;
      return;
    }
    for (AnnotationMirror meta : type.getAnnotationMirrors()) {
      TypeElement next = typeOf(meta);
      String name = next.getQualifiedName().toString();
      if (isContract(name) || ForeignVocabulary.knows(name) || isContainerOfContracts(meta)) {
        found[0] = true;
      } else if (!name.startsWith("java.")) {
        explore(next, path, found);
      }
    }
    path.remove(type);
  }

  private boolean isContainerOfContracts(AnnotationMirror mirror) {
    for (AnnotationValue value : mirror.getElementValues().values()) {
      if (value.getValue() instanceof List<?> list
          && !list.isEmpty()
          && list.get(0) instanceof AnnotationValue first
          && first.getValue() instanceof AnnotationMirror inner) {
        return typeOf(inner).getQualifiedName().toString().startsWith(PACKAGE);
      }
    }
    return false;
  }

  private static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  private static Map<String, Object> values(AnnotationMirror mirror) {
    Map<String, Object> result = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach((method, value) -> result.put(method.getSimpleName().toString(), plain(value)));
    return result;
  }

  private static Object plain(AnnotationValue value) {
    Object raw = value.getValue();
    if (raw instanceof List<?> list) {
      return list.stream().map(item -> plain((AnnotationValue) item)).toList();
    }
    if (raw instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    }
    return raw;
  }

  /** The annotation as a person would write it: simple name, values as given. */
  static String text(AnnotationMirror mirror) {
    StringBuilder text =
        new StringBuilder("@").append(mirror.getAnnotationType().asElement().getSimpleName());
    Map<String, Object> values = values(mirror);
    if (values.isEmpty()) {
      return text.toString();
    }
    text.append('(');
    boolean single = values.size() == 1 && values.containsKey("value");
    String separator = "";
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      text.append(separator);
      if (!single) {
        text.append(entry.getKey()).append(" = ");
      }
      append(text, entry.getValue());
      separator = ", ";
    }
    return text.append(')').toString();
  }

  private static void append(StringBuilder text, Object value) {
    if (value instanceof List<?> list) {
      if (list.size() == 1) {
        append(text, list.get(0));
        return;
      }
      text.append('{');
      String separator = "";
      for (Object item : list) {
        text.append(separator);
        append(text, item);
        separator = ", ";
      }
      text.append('}');
    } else if (value instanceof String string && !string.matches("[A-Z][A-Z_]*")) {
      text.append('"').append(string).append('"');
    } else {
      text.append(value);
    }
  }
}
