package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelAnnotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  /**
   * An alias with the objects that it is put on; those that lead to it more than once say it once.
   */
  private record Expansion(TypeElement alias, List<String> targets) {}

  private final Aliases aliases;

  AnnotationReader(Aliases aliases) {
    this.aliases = aliases;
  }

  /** Whether the element carries anything that this reader would translate. */
  boolean isAnnotated(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (aliases.meaning(typeOf(mirror)) != Aliases.Meaning.NONE || aliases.isContainer(mirror)) {
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
      read(element, mirror, mirror, null, result, new HashSet<>());
    }
    if (element.getKind() == ElementKind.FIELD) {
      for (AnnotationMirror mirror : element.asType().getAnnotationMirrors()) {
        if (ForeignVocabulary.knows(typeOf(mirror).getQualifiedName().toString())
            && result.stream().noneMatch(a -> a.origin().source() == Origin.Source.FOREIGN)) {
          read(element, mirror, mirror, null, result, new HashSet<>());
        }
      }
    }
    return result;
  }

  private void read(
      Element element,
      AnnotationMirror written,
      AnnotationMirror mirror,
      List<String> targets,
      List<Annot> result,
      Set<Expansion> seen) {
    TypeElement type = typeOf(mirror);
    if (isErroneous(values(mirror).values())) {
      return;
    }
    boolean alias = written != mirror;
    switch (aliases.meaning(type)) {
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
        List<String> named = Annot.strings(values(mirror).get("value"));
        List<String> inner = named.isEmpty() ? targets : named;
        if (seen.add(new Expansion(type, inner))) {
          for (AnnotationMirror meta : type.getAnnotationMirrors()) {
            read(element, written, meta, inner, result, seen);
          }
        }
      }
      case CYCLE -> {
        /* reported where it stands */
      }
    }
  }

  private void readContainer(
      Element element,
      AnnotationMirror written,
      AnnotationMirror container,
      List<String> targets,
      List<Annot> result,
      Set<Expansion> seen) {
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

  /** Whether the compiler could make nothing of a value, and says so itself. */
  private static boolean isErroneous(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().anyMatch(AnnotationReader::isErroneous)
        : "<error>".equals(value);
  }

  static TypeElement typeOf(AnnotationMirror mirror) {
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
  private static String text(AnnotationMirror mirror) {
    Map<String, Object> values = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach((method, value) -> values.put(method.getSimpleName().toString(), shown(value)));
    return joined(mirror.getAnnotationType().asElement().getSimpleName().toString(), values);
  }

  private static Object shown(AnnotationValue value) {
    Object raw = value.getValue();
    if (raw instanceof List<?> list) {
      return list.stream().map(item -> shown((AnnotationValue) item)).toList();
    }
    return raw instanceof String string ? quoted(string) : plain(value);
  }

  /** The annotation of a model as a person would write it. */
  static String text(ModelAnnotation annotation) {
    Map<String, Object> values = new LinkedHashMap<>();
    annotation.values().forEach((element, value) -> values.put(element, shown(value)));
    return joined(annotation.name(), values);
  }

  private static Object shown(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> quoted((String) each)).toList();
    }
    return value instanceof String string && !isConstant(string) ? quoted(string) : value;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String joined(String name, Map<String, Object> values) {
    StringBuilder text = new StringBuilder("@").append(name);
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
    } else {
      text.append(value);
    }
  }

  /** Models give constants of enums by name. */
  private static boolean isConstant(String text) {
    boolean all = !text.isEmpty() && text.charAt(0) != '_';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all &= c >= 'A' && c <= 'Z' || c == '_';
    }
    return all;
  }
}
