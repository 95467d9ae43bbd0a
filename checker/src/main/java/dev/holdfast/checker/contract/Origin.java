package dev.holdfast.checker.contract;

import com.sun.source.tree.Tree;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Where a contract was written.
 *
 * @param element the element that carries it; null for a model
 * @param annotation the annotation; null for a model, a leading assertion or an inferred need
 * @param text how a person would write it, for example {@code @Requires("lock")}; that of a model
 *     with the file and line
 * @param site the tree that needs the lock, where the need is inferred; else null
 * @param source what kind of declaration it is
 */
public record Origin(
    Element element, AnnotationMirror annotation, String text, Tree site, Source source) {
  /** One that was written down. */
  Origin(Element element, AnnotationMirror annotation, String text, Source source) {
    this(element, annotation, text, null, source);
  }

  /** The need that a body has by what it does. */
  public static Origin inferred(Tree site) {
    return new Origin(null, null, "inferred", site, Source.INFERRED);
  }

  /** Who said so. */
  public enum Source {
    /** An annotation of the contract language, or an alias. */
    DECLARED,
    /** Another vocabulary's annotation. */
    FOREIGN,
    /** A model file. */
    MODEL,
    /** An assertion with which the body begins. */
    ASSERTION,
    /** The body of a private helper. */
    INFERRED
  }
}
