package dev.holdfast.review.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file of a directory declares a type whose name is not the file's. Found by searching the
 * text of the directory's files, once each.
 */
final class PackageTypes {
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Za-z_$][\\w$]*)");

  private final SourceTree tree;
  private final Map<String, List<String>> pathsByDirectory = new HashMap<>();
  private final Map<String, Map<String, String>> found = new HashMap<>();

  PackageTypes(SourceTree tree) {
    this.tree = tree;
    for (String path : tree.paths()) {
      pathsByDirectory.computeIfAbsent(directory(path), d -> new ArrayList<>()).add(path);
    }
  }

  static String directory(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The path of the file that seems to declare the type; null if none does. */
  String find(String directory, String simpleName) {
    return found.computeIfAbsent(directory, this::search).get(simpleName);
  }

  private Map<String, String> search(String directory) {
    Map<String, String> types = new HashMap<>();
    for (String path : pathsByDirectory.getOrDefault(directory, List.of())) {
      try {
        Matcher declarations = DECLARATION.matcher(tree.read(path));
        while (declarations.find()) {
          types.putIfAbsent(declarations.group(1), path);
        }
      } catch (IOException e) {
        /* What cannot be read declares nothing; it is reported where it is reviewed. */
        continue;
      }
    }
    return types;
  }
}
