package dev.holdfast.checker.contract;

import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;

/** What the imports of one file make visible. */
final class Imports {
  private final Function<String, TypeElement> types;
  private final Map<String, String> single = new HashMap<>();
  private final List<String> onDemand = new ArrayList<>();
  private final Map<String, List<String>> staticHomes = new HashMap<>();
  private final List<String> staticHomesOnDemand = new ArrayList<>();

  /**
   * Reads the imports of a file.
   *
   * @param types finds a type by its canonical name; null if there is none
   */
  Imports(List<? extends ImportTree> trees, Function<String, TypeElement> types) {
    this.types = types;
    for (ImportTree tree : trees) {
      String text = tree.getQualifiedIdentifier().toString();
      int dot = text.lastIndexOf('.');
      add(text.substring(0, dot), text.substring(dot + 1), tree.isStatic());
    }
  }

  private void add(String home, String name, boolean isStatic) {
    if (name.equals("*")) {
      onDemand.add(home);
      if (isStatic) {
        staticHomesOnDemand.add(home);
      }
      return;
    }
    single.put(name, home + "." + name);
    if (isStatic) {
      staticHomes.computeIfAbsent(name, unused -> new ArrayList<>()).add(home);
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

  /** The types whose static members of a name are imported, those imported by that name first. */
  List<TypeElement> homesOf(String member) {
    List<TypeElement> result = new ArrayList<>();
    for (String home : staticHomes.getOrDefault(member, List.of())) {
      add(home, result);
    }
    for (String home : staticHomesOnDemand) {
      add(home, result);
    }
    return result;
  }

  private void add(String home, List<TypeElement> result) {
    TypeElement type = types.apply(home);
    if (type != null) {
      result.add(type);
    }
  }
}
