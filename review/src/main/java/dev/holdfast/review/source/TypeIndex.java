package dev.holdfast.review.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds types by qualified name: in the tree by the path that the name implies, then among the
 * stubs. Files are parsed when they are asked for; the latest are kept.
 */
final class TypeIndex {
  private static final int KEPT = 10;
  private static final int MOST_LOCAL_ENUMS = 50;

  private final SourceTree tree;
  private final SourceTree stubs = new StubTree();
  private final Map<String, List<String>> pathsByFile = new HashMap<>();
  private final Map<String, List<String>> directories = new HashMap<>();
  private final PackageTypes packageTypes;
  private final JavaParser parser = new JavaParser(configuration());
  private final Map<String, Optional<ParsedFile>> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ParsedFile>> eldest) {
          return size() > KEPT;
        }
      };

  TypeIndex(SourceTree tree) {
    this.tree = tree;
    packageTypes = new PackageTypes(tree);
    Set<String> known = new HashSet<>();
    for (String path : tree.paths()) {
      pathsByFile.computeIfAbsent(fileName(path), name -> new ArrayList<>()).add(path);
      String directory = PackageTypes.directory(path);
      if (known.add(directory)) {
        directories.computeIfAbsent(fileName(directory), n -> new ArrayList<>()).add(directory);
      }
    }
  }

  private static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    /* What is left is the grammar: whether a program is a legal one is the compiler's to say. */
    configuration.getProcessors().clear();
    return configuration;
  }

  /** The names of methods that assert or test a hold. */
  AssertingNames assertingNames() {
    return new AssertingNames(tree, stubs);
  }

  /** Whether a type of that name is known: from the tree, the stubs or the platform. */
  boolean exists(String qualifiedName) {
    return inTree(qualifiedName) || Platform.has(qualifiedName);
  }

  /** Whether the tree or the stubs declare a type of that name; a file of its name suffices. */
  boolean inTree(String qualifiedName) {
    return !pathsOf(qualifiedName).isEmpty() || find(qualifiedName).isPresent();
  }

  /** The declaration of a type in the tree or the stubs. */
  Optional<TypeRef> find(String qualifiedName) {
    String outer = qualifiedName;
    while (!outer.isEmpty()) {
      for (String path : pathsOf(outer)) {
        Optional<TypeRef> type = open(path).flatMap(file -> file.type(qualifiedName));
        if (type.isPresent()) {
          return type;
        }
      }
      outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')));
    }
    return Optional.empty();
  }

  private List<String> pathsOf(String qualifiedName) {
    String suffix = qualifiedName.replace('.', '/') + ".java";
    List<String> found = new ArrayList<>();
    for (String path : pathsByFile.getOrDefault(fileName(suffix), List.of())) {
      if (path.equals(suffix) || path.endsWith("/" + suffix)) {
        found.add(path);
      }
    }
    if (found.isEmpty() && stubs.paths().contains(suffix)) {
      found.add(suffix);
    }
    if (found.isEmpty()) {
      secondary(PackageTypes.directory(suffix), fileName(qualifiedName.replace('.', '/')), found);
    }
    return found;
  }

  /** Files of the package that hold the type beside the one that gives the file its name. */
  private void secondary(String packagePath, String simpleName, List<String> found) {
    for (String directory : directories.getOrDefault(fileName(packagePath), List.of())) {
      boolean ofPackage = directory.equals(packagePath) || directory.endsWith("/" + packagePath);
      String path = ofPackage ? packageTypes.find(directory, simpleName) : null;
      if (path != null) {
        found.add(path);
      }
    }
  }

  private Optional<ParsedFile> open(String path) {
    Optional<ParsedFile> known = parsed.get(path);
    if (known != null) {
      return known;
    }
    Optional<ParsedFile> file;
    try {
      file = Optional.of(parse(path));
    } catch (IOException | SyntaxException e) {
      /* Reported where the file itself is read; here its types are merely unknown. */
      file = Optional.empty();
    }
    parsed.put(path, file);
    return file;
  }

  /**
   * Parses one file of the tree, or takes it from those at hand.
   *
   * @throws SyntaxException if it is no Java
   */
  ParsedFile parsed(String path) throws IOException, SyntaxException {
    Optional<ParsedFile> known = parsed.get(path);
    if (known != null && known.isPresent()) {
      return known.get();
    }
    ParsedFile file = parse(path);
    parsed.put(path, Optional.of(file));
    return file;
  }

  private ParsedFile parse(String path) throws IOException, SyntaxException {
    boolean stub = stubs.paths().contains(path) && !inTreeByPath(path);
    String text = (stub ? stubs : tree).read(path);
    ParseResult<CompilationUnit> result;
    try {
      result = parseText(text);
    } catch (StackOverflowError | RuntimeException e) {
      throw new SyntaxException("cannot be parsed (" + e.getClass().getSimpleName() + ")");
    }
    if (!result.isSuccessful() || result.getResult().isEmpty()) {
      throw new SyntaxException(describe(result.getProblems()));
    }
    return new ParsedFile(path, result.getResult().get());
  }

  private ParseResult<CompilationUnit> parseText(String text) {
    ParseResult<CompilationUnit> result = parser.parse(text);
    String source = text;
    for (int tries = 0; !result.isSuccessful() && tries < MOST_LOCAL_ENUMS; tries++) {
      Optional<Position> at = place(result.getProblems());
      Optional<String> without =
          at.isEmpty() ? Optional.empty() : LocalEnums.without(source, at.get());
      if (without.isEmpty()) {
        break;
      }
      source = without.get();
      result = parser.parse(source);
    }
    return result;
  }

  private static Optional<Position> place(List<Problem> problems) {
    return problems.stream()
        .findFirst()
        .flatMap(Problem::getLocation)
        .flatMap(TokenRange::toRange)
        .map(range -> range.begin);
  }

  private boolean inTreeByPath(String path) {
    return pathsByFile.getOrDefault(fileName(path), List.of()).contains(path);
  }

  private static String describe(List<Problem> problems) {
    if (problems.isEmpty()) {
      return "does not parse";
    }
    Problem first = problems.get(0);
    String where =
        first
            .getLocation()
            .flatMap(TokenRange::toRange)
            .map(range -> " at line " + range.begin.line + ", column " + range.begin.column)
            .orElse("");
    String message = first.getMessage().lines().findFirst().orElse("");
    return "does not parse" + where + ": " + message.replaceAll(", expected one of.*|\\.$", "");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
