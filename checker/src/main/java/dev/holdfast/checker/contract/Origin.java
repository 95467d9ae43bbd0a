package dev.holdfast.checker.contract;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.path.Path;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Where a contract was written.
 *
 * @param element the element that carries it; null for a model
 * @param annotation the annotation; null for a model, a leading assertion or an inferred need
 * @param text how a person would write it, for example {@code @Requires("lock")}; that of a model
 *     with the file and line, that of an inferred need with what it is like at the place
 * @param site the tree that needs the lock, where the need is inferred; else null
 * @param of the object whose guarded fields are all that an inferred need is for; null where it is
 *     for anything else
 * @param source what kind of declaration it is
 */
public record Origin(
    Element element, AnnotationMirror annotation, String text, Tree site, Path of, Source source) {
  /** What is said of a place that needs a lock of the callers. */
  public static final String NEEDED = "it is needed here";

  /** One that was written down. */
  Origin(Element element, AnnotationMirror annotation, String text, Source source) {
    this(element, annotation, text, null, null, source);
  }

  /** What a body does. */
  public static Origin inferred(Tree site) {
    return inferred(site, null, NEEDED);
  }

  /** The need that a body has by what it does, to fields of that object alone or null. */
  public static Origin inferred(Tree site, Path of, String text) {
    return new Origin(null, null, text, site, of, Source.INFERRED);
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
