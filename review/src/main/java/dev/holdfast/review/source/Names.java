package dev.holdfast.review.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a type name means in a file: enclosing types and their members, single imports, the file,
 * the package, on-demand imports, {@code java.lang}, inherited member types; in that order.
 */
final class Names {
  private final TypeIndex index;

  Names(TypeIndex index) {
    this.index = index;
  }

  /**
   * The qualified name of a type as written.
   *
   * @param written simple or dotted
   * @param from the innermost type around it, or null
   * @param file where it stands
   * @return empty if it cannot be told from source
   */
  Optional<String> resolve(String written, TypeRef from, ParsedFile file) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    String rest = dot < 0 ? "" : written.substring(dot);
    Optional<String> head = simple(first, from, file);
    if (head.isPresent()) {
      return head.map(name -> name + rest);
    }
    boolean qualified =
        dot > 0 && (index.exists(written) || Vocabulary.knows(written) || looksQualified(written));
    return qualified ? Optional.of(written) : Optional.empty();
  }

  /** The declaration that a name means, if it is in the tree or among the stubs. */
  Optional<TypeRef> find(String written, TypeRef from, ParsedFile file) {
    return resolve(written, from, file).flatMap(name -> file.type(name).or(() -> index.find(name)));
  }

  private static boolean looksQualified(String written) {
    return Character.isLowerCase(written.charAt(0))
        && written.matches("(?:[a-z_]\\w*\\.)+[A-Z]\\w*(?:\\.[A-Z]\\w*)*");
  }

  private Optional<String> simple(String name, TypeRef from, ParsedFile file) {
    for (TypeRef type = from; type != null; type = enclosing(type)) {
      if (type.simpleName().equals(name)) {
        return Optional.of(type.name());
      }
      if (declares(type, name)) {
        return Optional.of(type.name() + "." + name);
      }
    }
    return singleImport(name, file)
        .or(() -> sibling(name, file))
        .or(() -> onDemandImport(name, file))
        .or(() -> Optional.of("java.lang." + name).filter(Platform::has))
        .or(() -> inherited(name, from));
  }

  private Optional<String> sibling(String name, ParsedFile file) {
    String sibling = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    boolean known = file.type(sibling).isPresent() || index.inTree(sibling);
    return known ? Optional.of(sibling) : Optional.empty();
  }

  /** Last, although the language has it first: to look for it parses every supertype. */
  private Optional<String> inherited(String name, TypeRef from) {
    for (TypeRef type = from; type != null; type = enclosing(type)) {
      Optional<String> member = inherited(type, name, new HashSet<>());
      if (member.isPresent()) {
        return member;
      }
    }
    return Optional.empty();
  }

  private Optional<String> inherited(TypeRef type, String name, Set<TypeRef> seen) {
    if (!seen.add(type)) {
      return Optional.empty();
    }
    if (declares(type, name)) {
      return Optional.of(type.name() + "." + name);
    }
    for (TypeRef parent : knownSupertypes(type)) {
      Optional<String> found = inherited(parent, name, seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean declares(TypeRef type, String name) {
    for (BodyDeclaration<?> member : type.declaration().getMembers()) {
      if (member instanceof TypeDeclaration<?> nested && nested.getNameAsString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> singleImport(String name, ParsedFile file) {
    for (ImportDeclaration declared : file.unit().getImports()) {
      if (!declared.isAsterisk() && declared.getName().getIdentifier().equals(name)) {
        String qualified = declared.getNameAsString();
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        boolean type = Character.isUpperCase(name.charAt(0)) && !constant;
        if (!declared.isStatic() || type) {
          return Optional.of(qualified);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> onDemandImport(String name, ParsedFile file) {
    for (ImportDeclaration declared : file.unit().getImports()) {
      if (declared.isAsterisk()) {
        String candidate = declared.getNameAsString() + "." + name;
        if (index.exists(candidate) || Vocabulary.knows(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** The nearest type around a nested or local one that is no local type itself, or null. */
  static TypeRef enclosing(TypeRef type) {
    Node node = type.declaration().getParentNode().orElse(null);
    while (node != null) {
      for (Map.Entry<String, TypeDeclaration<?>> known : type.file().types().entrySet()) {
        if (known.getValue() == node) {
          return new TypeRef(type.file(), known.getValue(), known.getKey());
        }
      }
      node = node.getParentNode().orElse(null);
    }
    return null;
  }

  /** The supertypes that the tree declares. */
  List<TypeRef> knownSupertypes(TypeRef type) {
    List<TypeRef> known = new ArrayList<>();
    for (String written : supertypes(type.declaration())) {
      /* Not through the type itself: its own members are no candidates for its supertypes. */
      find(written, enclosing(type), type.file())
          .filter(t -> !t.equals(type))
          .ifPresent(known::add);
    }
    return known;
  }

  /** Whether every supertype is in the tree or of the platform, up to the top. */
  boolean fullyKnown(TypeRef type) {
    return fullyKnown(type, new HashSet<>());
  }

  private boolean fullyKnown(TypeRef type, Set<TypeRef> seen) {
    if (!seen.add(type)) {
      return true;
    }
    for (String written : supertypes(type.declaration())) {
      Optional<String> name = resolve(written, enclosing(type), type.file());
      if (name.isEmpty()) {
        return false;
      }
      Optional<TypeRef> declared = index.find(name.get());
      boolean known =
          declared.map(t -> fullyKnown(t, seen)).orElseGet(() -> Platform.has(name.get()));
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static List<String> supertypes(TypeDeclaration<?> type) {
    List<String> names = new ArrayList<>();
    if (type instanceof NodeWithExtends<?> extending) {
      extending.getExtendedTypes().forEach(t -> names.add(dotted(t)));
    }
    if (type instanceof NodeWithImplements<?> implementing) {
      implementing.getImplementedTypes().forEach(t -> names.add(dotted(t)));
    }
    return names;
  }

  /** The name of a class type as written, without type arguments and annotations. */
  static String dotted(ClassOrInterfaceType type) {
    return type.getScope().map(scope -> dotted(scope) + ".").orElse("") + type.getNameAsString();
  }
}
