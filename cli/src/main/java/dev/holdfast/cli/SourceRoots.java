package dev.holdfast.cli;

import dev.holdfast.checker.message.Folding;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folders that packages begin at, told from the package that each file declares. Two of them
 * can declare the same type, such as the samples of a project; those are compiled apart.
 */
final class SourceRoots {
  private static final Pattern PACKAGE =
      Pattern.compile("(?:^|[;\\s)])package ((?:\\w+\\.)*\\w+)\\s*;");

  /** Beyond this a file that has declared no package declares none. */
  private static final int HEAD = 20_000;

  private final Map<String, String> rootOf = new HashMap<>();
  private final Map<String, Set<String>> typesOf = new TreeMap<>();

  /**
   * Files that are compiled together.
   *
   * @param files their paths
   * @param sourcePath the roots that further types are looked for in, their own first
   */
  record Group(List<String> files, List<String> sourcePath) {
    /** What has the compiler look there, each root being at a place; an empty one is left out. */
    List<String> compilerOptions(UnaryOperator<String> place) {
      String path =
          sourcePath.stream()
              .map(place)
              .filter(root -> !root.isEmpty())
              .collect(Collectors.joining(File.pathSeparator));
      return List.of("-sourcepath", path, "-implicit:none", "-Xprefer:source");
    }
  }

  /** From the package of each file, by path; the empty name for none. */
  SourceRoots(Map<String, String> packages) {
    packages.forEach(
        (path, name) -> {
          int slash = path.lastIndexOf('/');
          String folder = slash < 0 ? "" : path.substring(0, slash);
          String root = root(folder, name.replace('.', '/'));
          rootOf.put(path, root);
          String inRoot = name.replace('.', '/') + "/" + path.substring(slash + 1);
          typesOf.computeIfAbsent(root, r -> new HashSet<>()).add(inRoot);
        });
  }

  private static String root(String folder, String packagePath) {
    if (packagePath.isEmpty()) {
      return folder;
    }
    if (folder.equals(packagePath)) {
      return "";
    }
    boolean proper = folder.endsWith("/" + packagePath);
    return proper ? folder.substring(0, folder.length() - packagePath.length() - 1) : folder;
  }

  /** The package that a source declares; the empty name for none. */
  static String packageOf(String source) {
    String head = source.length() > HEAD ? source.substring(0, HEAD) : source;
    Matcher declaration = PACKAGE.matcher(Folding.fold(head));
    return declaration.find() ? declaration.group(1) : "";
  }

  /** The files in groups of which none declares a type twice; as few as can be. */
  List<Group> groups(Collection<String> files) {
    Map<String, List<String>> byRoot = new TreeMap<>();
    for (String file : new TreeSet<>(files)) {
      byRoot.computeIfAbsent(rootOf.get(file), r -> new ArrayList<>()).add(file);
    }
    List<List<String>> together = new ArrayList<>();
    List<Set<String>> types = new ArrayList<>();
    for (String root : byRoot.keySet()) {
      int at = 0;
      while (at < types.size() && !disjoint(types.get(at), typesOf.get(root))) {
        at++;
      }
      if (at == types.size()) {
        together.add(new ArrayList<>());
        types.add(new HashSet<>());
      }
      together.get(at).add(root);
      types.get(at).addAll(typesOf.get(root));
    }
    return together.stream().map(roots -> group(roots, byRoot)).toList();
  }

  private static boolean disjoint(Set<String> some, Set<String> others) {
    return others.stream()
        .noneMatch(type -> some.contains(type) && !type.endsWith("/package-info.java"));
  }

  private Group group(List<String> roots, Map<String, List<String>> byRoot) {
    List<String> files = new ArrayList<>();
    roots.forEach(root -> files.addAll(byRoot.get(root)));
    Set<String> sourcePath = new LinkedHashSet<>(roots);
    sourcePath.addAll(typesOf.keySet());
    return new Group(files, List.copyOf(sourcePath));
  }
}
