package dev.holdfast.checker.contract;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * A declaration that cannot be used as it stands.
 *
 * @param element the element that carries it
 * @param annotation the annotation at fault, or null
 * @param message what is wrong, one clause
 */
public record Problem(Element element, AnnotationMirror annotation, String message) {
  /** Whether the annotation is one of another vocabulary. */
  public boolean isForeign() {
    return annotation != null
        && ForeignVocabulary.knows(
            AnnotationReader.typeOf(annotation).getQualifiedName().toString());
  }
}
