package dev.holdfast.checker.model;

import dev.holdfast.checker.model.ModelTokens.Malformed;
import dev.holdfast.checker.model.ModelVocabulary.Constant;
import dev.holdfast.checker.model.ModelVocabulary.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the annotations of a model file and checks them against the vocabulary. */
final class ModelAnnotationParser {

  private final ModelTokens tokens;
  private final Optional<ModelVocabulary> vocabulary;
  private final Map<String, String> imports = new HashMap<>();

  /** Makes a parser; without a vocabulary it takes every annotation as it is. */
  ModelAnnotationParser(ModelTokens tokens, Optional<ModelVocabulary> vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
  }

  /** Makes an annotation usable by its simple name from here on. */
  void addImport(String qualifiedName) {
    imports.put(qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1), qualifiedName);
  }

  /** Reads as many annotations as there are. One that cannot be read is reported and left out. */
  List<PlacedAnnotation> annotations() throws Malformed {
    List<PlacedAnnotation> annotations = new ArrayList<>();
    while (tokens.at("@") && !tokens.peek(1).is("interface")) {
      ModelToken place = tokens.next();
      String name = tokens.qualifiedName("the name of an annotation");
      try {
        annotations.add(new PlacedAnnotation(name, arguments(), place));
      } catch (Malformed malformed) {
        tokens.report(malformed);
        tokens.skipParenthesis();
      }
    }
    return annotations;
  }

  private Map<String, Object> arguments() throws Malformed {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!tokens.accept("(") || tokens.accept(")")) {
      return values;
    }
    if (!tokens.peek(1).is("=")) {
      values.put("value", value());
    } else {
      do {
        ModelToken element = tokens.name("the name of an element");
        tokens.expect("=");
        if (values.put(element.text(), value()) != null) {
          tokens.report(element, "'" + element.text() + "' is given twice");
        }
      } while (tokens.accept(","));
    }
    tokens.expect(")");
    return values;
  }

  private Object value() throws Malformed {
    if (tokens.at("{")) {
      return list();
    }
    if (tokens.peek().kind() == ModelToken.Kind.STRING) {
      return tokens.next().text();
    }
    String name = tokens.qualifiedName("a string, a constant, true, false or '{'");
    return switch (name) {
      case "true" -> true;
      case "false" -> false;
      default -> new Constant(name.substring(name.lastIndexOf('.') + 1));
    };
  }

  private List<String> list() throws Malformed {
    tokens.expect("{");
    List<String> strings = new ArrayList<>();
    while (!tokens.at("}")) {
      if (tokens.peek().kind() != ModelToken.Kind.STRING) {
        throw tokens.malformed("expected a string");
      }
      strings.add(tokens.next().text());
      if (!tokens.accept(",")) {
        break;
      }
    }
    tokens.expect("}");
    return List.copyOf(strings);
  }

  /** The annotations that may stand at such a place; reports and leaves out all others. */
  List<ModelAnnotation> checked(List<PlacedAnnotation> annotations, Place place) {
    List<ModelAnnotation> checked = new ArrayList<>();
    for (PlacedAnnotation annotation : annotations) {
      Optional<String> problem = problem(annotation, place);
      if (problem.isPresent()) {
        tokens.report(annotation.place(), problem.get());
      } else {
        checked.add(finished(annotation));
      }
    }
    return checked;
  }

  private Optional<String> problem(PlacedAnnotation annotation, Place place) {
    String name = annotation.name();
    if (vocabulary.isEmpty() || imports.containsKey(name) || name.contains(".")) {
      return Optional.empty();
    }
    if (!vocabulary.get().knows(name)) {
      return Optional.of(
          "unknown annotation '@%s'; import it, or write its qualified name".formatted(name));
    }
    return vocabulary.get().problem(name, annotation.values(), place);
  }

  private ModelAnnotation finished(PlacedAnnotation annotation) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : annotation.values().entrySet()) {
      Object value = entry.getValue();
      values.put(entry.getKey(), value instanceof Constant constant ? constant.name() : value);
    }
    String name = imports.getOrDefault(annotation.name(), annotation.name());
    return new ModelAnnotation(name, values, tokens.file(), annotation.place().line());
  }
}
