package dev.holdfast.checker.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** What is wrong with declarations, by the element that carries them. */
final class Problems {
  private final Map<Element, List<Problem>> problems = new LinkedHashMap<>();
  private final Map<Element, List<String>> models = new HashMap<>();

  /** The problems of an element's own declarations, after these were read. */
  List<Problem> of(Element element) {
    return problems.getOrDefault(element, List.of());
  }

  /** Whether a part of the contract that the member itself declares cannot be used. */
  boolean isInvalid(Element member) {
    return !problems.isEmpty()
        && (!of(member).isEmpty()
            || member instanceof ExecutableElement method
                && method.getParameters().stream().anyMatch(each -> !of(each).isEmpty()));
  }

  /** What is wrong with the model of an element: it is a matter of whoever wrote the model. */
  List<String> ofModel(Element element) {
    return models.getOrDefault(element, List.of());
  }

  /** Notes what is wrong with an annotation. */
  void add(Element element, Annot annot, String message) {
    if (annot.origin().source() == Origin.Source.MODEL) {
      models.computeIfAbsent(element, e -> new ArrayList<>()).add(message);
      return;
    }
    Element at = annot.origin().element() == null ? element : annot.origin().element();
    add(element, new Problem(at, annot.origin().annotation(), message));
  }

  /** Records a problem that another reader of declarations found. */
  void add(Problem problem) {
    add(problem.element(), problem);
  }

  private void add(Element element, Problem problem) {
    List<Problem> list = problems.computeIfAbsent(element, e -> new ArrayList<>());
    if (!list.contains(problem)) {
      list.add(problem);
    }
  }
}
