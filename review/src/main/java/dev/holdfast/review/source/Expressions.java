package dev.holdfast.review.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.holdfast.checker.message.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings lock expressions into canonical form: parameters by position, {@code this.} dropped, what
 * belongs to an enclosing instance as {@code Outer.this.x}, static members and class literals by
 * qualified name. What cannot be resolved begins with {@code ?}.
 */
final class Expressions {
  private static final Pattern WORD = Pattern.compile("(?<![.\\w#\"])[A-Za-z_$][\\w$]*");

  private final Names names;
  private final Members members;
  private final TypeIndex index;

  Expressions(TypeIndex index, Names names, Members members) {
    this.index = index;
    this.names = names;
    this.members = members;
  }

  /** An expression as its annotated element would resolve it. */
  String canonical(String text, Scope scope) {
    Optional<LockPath> parsed = LockPath.parse(text);
    if (text.startsWith("?") || parsed.isEmpty()) {
      return unresolved(text);
    }
    LockPath path = withCanonicalArguments(parsed.get(), scope);
    return switch (path.head()) {
      case "this", "super" -> ofThis(path, scope);
      case "return" -> path.head() + path.rest();
      case "itself" -> scope.member().isEmpty() ? "?itself" : scope.member() + path.rest();
      default -> path.head().startsWith("#") ? path.head() + path.rest() : named(path, scope);
    };
  }

  /** What is no lock expression at all is quoted. */
  private static String unresolved(String text) {
    String plain = text.startsWith("?") ? text.substring(1) : text;
    boolean path = LockPath.parse(plain).isPresent();
    return "?" + (path || plain.startsWith("\"") ? plain : OwnAnnotations.quoted(plain));
  }

  private static String ofThis(LockPath path, Scope scope) {
    if (scope.base() >= 0) {
      return Scope.placeholder(scope.base()) + path.rest();
    }
    boolean member = path.rest().startsWith(".");
    return member ? path.rest().substring(1) : "this" + path.rest();
  }

  private String named(LockPath path, Scope scope) {
    List<String> leading = path.leadingNames();
    int qualifiedThis = leading.indexOf("this");
    if (qualifiedThis >= 0) {
      return ofQualifiedThis(path, qualifiedThis, scope);
    }
    if (leading.contains("class")) {
      return absolute(path, scope).orElse("?" + path.head() + path.rest());
    }
    if (scope.base() >= 0) {
      return ofParameter(path, scope);
    }
    int parameter = scope.parameter(path.head());
    if (parameter >= 0) {
      return Scope.placeholder(parameter) + path.rest();
    }
    return ofFrames(path, scope)
        .or(() -> staticImport(path, scope))
        .or(() -> absolute(path, scope))
        .orElse("?" + path.head() + path.rest());
  }

  private static String ofQualifiedThis(LockPath path, int at, Scope scope) {
    String qualifier = at == 0 ? path.head() : path.leadingNames().get(at - 1);
    LockPath rest = path.skip(at + 1);
    TypeRef own = scope.frames().isEmpty() ? null : scope.frames().get(0).type();
    if (own != null && own.simpleName().equals(qualifier)) {
      return ofThis(rest, scope);
    }
    return qualifier + ".this" + rest.rest();
  }

  private String ofParameter(LockPath path, Scope scope) {
    String placeholder = Scope.placeholder(scope.base());
    Optional<TypeRef> type = typeOf(scope.parameters().get(scope.base()).getType(), scope);
    String member = placeholder + "." + path.head() + path.rest();
    if (type.isPresent() && members.has(type.get(), path) == Members.Answer.YES) {
      return ofVariable(type.get(), path).orElse(member);
    }
    return absolute(path, scope).orElse("?" + member);
  }

  private Optional<String> ofFrames(LockPath path, Scope scope) {
    for (int depth = 0; depth < scope.frames().size(); depth++) {
      Scope.Frame frame = scope.frames().get(depth);
      TypeRef type = frame.type();
      boolean own = type == null && frame.names().contains(path.head());
      if (own || type != null && members.has(type, path) == Members.Answer.YES) {
        String bare = path.head() + path.rest();
        String instance = depth == 0 || type == null ? bare : type.simpleName() + ".this." + bare;
        return type == null
            ? Optional.of(instance)
            : ofVariable(type, path).or(() -> Optional.of(instance));
      }
    }
    return Optional.empty();
  }

  /** The absolute name of a static member; empty for what belongs to an instance. */
  private Optional<String> ofVariable(TypeRef type, LockPath path) {
    Optional<TypeRef> owner =
        path.isCall()
            ? members
                .method(type, path.head())
                .filter(m -> m.method().isStatic())
                .map(m -> m.owner())
            : members.variable(type, path.head()).filter(v -> v.isStatic()).map(v -> v.owner());
    return owner.map(o -> o.name() + "." + path.head() + path.rest());
  }

  private Optional<String> staticImport(LockPath path, Scope scope) {
    for (ImportDeclaration declared : scope.file().unit().getImports()) {
      if (!declared.isStatic()) {
        continue;
      }
      String name = declared.getNameAsString();
      if (!declared.isAsterisk() && declared.getName().getIdentifier().equals(path.head())) {
        return Optional.of(name + path.rest());
      }
      Optional<TypeRef> type = declared.isAsterisk() ? index.find(name) : Optional.empty();
      if (type.isPresent() && members.has(type.get(), path) == Members.Answer.YES) {
        return ofVariable(type.get(), path);
      }
    }
    return Optional.empty();
  }

  /**
   * A path that begins with a type: its qualified name and the rest; empty if it begins with none.
   */
  Optional<String> absolute(LockPath path, Scope scope) {
    if (path.rest().startsWith("(") || path.rest().startsWith("[")) {
      return Optional.empty();
    }
    List<String> leading = path.leadingNames();
    String written = path.head();
    for (int count = 0; count <= leading.size(); count++) {
      if (count > 0) {
        written += "." + leading.get(count - 1);
      }
      Optional<String> type = names.resolve(written, scope.type(), scope.file());
      if (type.isPresent()) {
        return Optional.of(withNested(type.get(), path.skip(count)));
      }
    }
    return Optional.empty();
  }

  private String withNested(String type, LockPath rest) {
    String name = type;
    LockPath remaining = rest;
    while (!remaining.leadingNames().isEmpty()
        && index.exists(name + "." + remaining.leadingNames().get(0))) {
      name += "." + remaining.leadingNames().get(0);
      remaining = remaining.skip(1);
    }
    Optional<TypeRef> declared = index.find(name);
    if (declared.isPresent() && !remaining.leadingNames().isEmpty()) {
      String member = remaining.leadingNames().get(0);
      Optional<Members.Found> found = members.variable(declared.get(), member);
      name = found.map(f -> f.owner().name()).orElse(name);
    }
    return name + remaining.rest();
  }

  /**
   * An expression that stands in an alias annotation, put on an object.
   *
   * @param term the expression as the alias declares it
   * @param alias where the alias is declared
   * @param object the canonical object; empty means {@code this}
   */
  String onObject(String term, Scope alias, String object) {
    Optional<LockPath> parsed = LockPath.parse(term);
    if (parsed.isEmpty() || term.startsWith("?")) {
      return unresolved(term);
    }
    LockPath path = parsed.get();
    boolean fixed = path.head().startsWith("#") || path.head().equals("return");
    if (fixed || path.leadingNames().contains("this")) {
      return path.head() + path.rest();
    }
    if (path.head().equals("this")) {
      String rest = path.rest();
      if (!object.isEmpty()) {
        return object + rest;
      }
      return rest.startsWith(".") ? rest.substring(1) : "this" + rest;
    }
    Optional<String> absolute = absolute(path, alias);
    return absolute.orElse((object.isEmpty() ? "" : object + ".") + path.head() + path.rest());
  }

  /** The declaration of a type as written, if it is at hand. */
  Optional<TypeRef> typeOf(Type type, Scope scope) {
    if (!(type instanceof ClassOrInterfaceType named)) {
      return Optional.empty();
    }
    ClassOrInterfaceType bound = Erasure.bound(named);
    return names.find(Names.dotted(bound), scope.type(), scope.file());
  }

  /**
   * The declared type of what a canonical path names, as far as fields lead.
   *
   * @param path {@code this}, {@code #n}, or either followed by fields
   */
  Optional<TypeRef> typeOfPath(String path, Scope scope) {
    Optional<LockPath> parsed = LockPath.parse(path);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    LockPath taken = parsed.get();
    Optional<TypeRef> type;
    List<String> fields = new ArrayList<>(taken.leadingNames());
    if (taken.steps().size() != fields.size()) {
      return Optional.empty();
    }
    if (taken.head().startsWith("#")) {
      int parameter = Integer.parseInt(taken.head().substring(1)) - 1;
      if (parameter >= scope.parameters().size()) {
        return Optional.empty();
      }
      Parameter declared = scope.parameters().get(parameter);
      type = typeOf(declared.getType(), scope);
    } else {
      type = Optional.ofNullable(scope.type());
      if (!taken.head().equals("this")) {
        fields.add(0, taken.head());
      }
    }
    for (String field : fields) {
      type = type.flatMap(t -> typeOfField(t, field));
    }
    return type;
  }

  /** The qualified name of the declared type of a parameter or a field of this. */
  Optional<String> declaredTypeOf(String path, Scope scope) {
    Type type = null;
    TypeRef owner = scope.type();
    if (path.matches("#\\d+")) {
      int parameter = Integer.parseInt(path.substring(1)) - 1;
      type =
          parameter < scope.parameters().size()
              ? scope.parameters().get(parameter).getType()
              : null;
    } else if (owner != null) {
      Optional<Members.Found> field = members.variable(owner, path);
      type = field.map(Members.Found::type).orElse(null);
      owner = field.map(Members.Found::owner).orElse(owner);
    }
    return type instanceof ClassOrInterfaceType named && owner != null
        ? names.resolve(Names.dotted(Erasure.bound(named)), owner, owner.file())
        : Optional.empty();
  }

  /** The type of a static field, by its absolute name. */
  Optional<TypeRef> typeOfStatic(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : index.find(path.substring(0, dot)).flatMap(t -> typeOfField(t, path.substring(dot + 1)));
  }

  private Optional<TypeRef> typeOfField(TypeRef type, String field) {
    return members
        .variable(type, field)
        .filter(found -> found.type() instanceof ClassOrInterfaceType)
        .flatMap(
            found ->
                names.find(
                    Names.dotted((ClassOrInterfaceType) found.type()),
                    found.owner(),
                    found.owner().file()));
  }

  private LockPath withCanonicalArguments(LockPath path, Scope scope) {
    List<String> steps = new ArrayList<>();
    for (String step : path.steps()) {
      int open = step.indexOf('(') >= 0 ? step.indexOf('(') : step.indexOf('[');
      if (open < 0 || step.length() == open + 2) {
        steps.add(step);
        continue;
      }
      String inner = step.substring(open + 1, step.length() - 1);
      steps.add(
          step.substring(0, open + 1) + argument(inner, scope) + step.charAt(step.length() - 1));
    }
    return new LockPath(path.head(), steps);
  }

  /** Parameters by position; the rest as written but for white space. */
  private static String argument(String text, Scope scope) {
    String folded = Folding.fold(text);
    Matcher words = WORD.matcher(folded);
    StringBuilder out = new StringBuilder();
    while (words.find()) {
      int parameter = scope.parameter(words.group());
      String shown = parameter >= 0 ? Scope.placeholder(parameter) : words.group();
      words.appendReplacement(out, Matcher.quoteReplacement(shown));
    }
    return words.appendTail(out).toString().replaceAll("(?<![\\w.])this\\.", "");
  }
}
