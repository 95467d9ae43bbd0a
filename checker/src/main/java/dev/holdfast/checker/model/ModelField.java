package dev.holdfast.checker.model;

import java.util.List;

/**
 * A field of a modelled type. It need not exist in the class: a model may name a relation, such as
 * the lock that owns a condition.
 *
 * @param name its name
 * @param annotations what it declares, in the order written
 */
public record ModelField(String name, List<ModelAnnotation> annotations) {
  /** Copies the list. */
  public ModelField {
    annotations = List.copyOf(annotations);
  }
}
