package dev.holdfast.checker.model;

import java.util.List;

/**
 * A parameter of a modelled method.
 *
 * @param type the erased type's simple name, {@code []} for each dimension included
 * @param name its name, or null where the model gives none
 * @param annotations what it declares, in the order written
 * @param varargs whether it was written with {@code ...}; the type is then an array
 */
public record ModelParameter(
    String type, String name, List<ModelAnnotation> annotations, boolean varargs) {
  /** Copies the list. */
  public ModelParameter {
    annotations = List.copyOf(annotations);
  }
}
