package dev.holdfast.checker.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A modelled method or constructor.
 *
 * @param name its name, {@link #CONSTRUCTOR} for a constructor
 * @param parameters its parameters
 * @param annotations what it declares, in the order written
 * @param line 1-based line of its name
 */
public record ModelMethod(
    String name, List<ModelParameter> parameters, List<ModelAnnotation> annotations, int line) {

  /** The name that constructors go by. */
  public static final String CONSTRUCTOR = "<init>";

  /** Copies the lists. */
  public ModelMethod {
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }

  /** The simple names of the erased parameter types. */
  public List<String> parameterTypes() {
    List<String> types = new ArrayList<>(parameters.size());
    for (ModelParameter parameter : parameters) {
      types.add(parameter.type());
    }
    return types;
  }

  /** The signature that {@link #signature()} gives a method of this name and these types. */
  public static String signature(String name, List<String> parameterTypes) {
    return name.concat("(").concat(String.join(",", parameterTypes)).concat(")");
  }

  /** The name and parameter types, as in {@code tryLock(long,TimeUnit)}. */
  public String signature() {
    return signature(name, parameterTypes());
  }
}
