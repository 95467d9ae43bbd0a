package dev.holdfast.checker.contract;

import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;

/** The types that the imports of one file make visible. */
final class Imports {
  private final Function<String, TypeElement> types;
  private final Map<String, String> single = new HashMap<>();
  private final List<String> onDemand = new ArrayList<>();

  /**
   * Reads the imports of a file.
   *
   * @param types finds a type by its canonical name; null if there is none
   */
  Imports(List<? extends ImportTree> trees, Function<String, TypeElement> types) {
    this.types = types;
    for (ImportTree tree : trees) {
      String text = tree.getQualifiedIdentifier().toString();
      if (text.endsWith(".*")) {
        onDemand.add(text.substring(0, text.length() - 2));
      } else {
        single.put(text.substring(text.lastIndexOf('.') + 1), text);
      }
    }
  }

  /** A type that is imported by its name, or null. */
  TypeElement single(String name) {
    String qualified = single.get(name);
    return qualified == null ? null : types.apply(qualified);
  }

  /** A type that is imported with its package or its enclosing type, or null. */
  TypeElement onDemand(String name) {
    for (String home : onDemand) {
      TypeElement found = types.apply(home + "." + name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
