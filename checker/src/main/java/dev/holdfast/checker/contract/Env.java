package dev.holdfast.checker.contract;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about the program that the compiler answers; the one place that knows its services. */
public final class Env {
  /** The compiler's trees. */
  public final Trees trees;

  /** Where trees start and end. */
  public final SourcePositions positions;

  /** The compiler's types. */
  public final Types types;

  /** The compiler's elements. */
  public final Elements elements;

  private final Map<String, TypeElement> library = new HashMap<>();
  private final Map<TypeElement, Imports> imports = new HashMap<>();
  private final Map<TypeElement, Map<String, Optional<TypeElement>>> typeNames = new HashMap<>();
  private final Map<TypeElement, ExecutableElement> functional = new HashMap<>();
  private final Map<TypeElement, List<TypeElement>> parents = new HashMap<>();
  private final Map<TypeElement, Map<Name, List<Element>>> members = new HashMap<>();

  /** The services of one compilation. */
  public Env(Trees trees, Types types, Elements elements) {
    this(trees, trees.getSourcePositions(), types, elements);
  }

  /** The same, with another one to say where trees are. */
  public Env(Trees trees, SourcePositions positions, Types types, Elements elements) {
    this.trees = trees;
    this.positions = positions;
    this.types = types;
    this.elements = elements;
  }

  /**
   * The abstract method of a functional interface as {@code search} finds it, kept once found; null
   * if there is none.
   */
  public ExecutableElement functionalMethod(
      TypeElement type, Function<TypeElement, ExecutableElement> search) {
    if (!functional.containsKey(type)) {
      functional.put(type, search.apply(type));
    }
    return functional.get(type);
  }

  /**
   * The type behind arrays excluded, variables and intersections resolved to their bound; null for
   * primitives.
   */
  public TypeElement typeElement(TypeMirror type) {
    if (type == null) {
      return null;
    }
    return switch (type.getKind()) {
      case DECLARED, ERROR -> (TypeElement) ((DeclaredType) type).asElement();
      case TYPEVAR -> typeElement(((TypeVariable) type).getUpperBound());
      case INTERSECTION, WILDCARD, UNION -> typeElement(types.erasure(type));
      default -> null;
    };
  }

  /**
   * The path to a tree of a file, or null. Looks first where it is if members stand in the order of
   * the source, as all do that nothing has generated: a file may have many, and many to find.
   */
  public TreePath path(CompilationUnitTree unit, Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    TreePath at = new TreePath(unit);
    for (Tree next = last(unit, unit.getTypeDecls(), start); next != null; ) {
      at = new TreePath(at, next);
      next = next instanceof ClassTree type ? last(unit, type.getMembers(), start) : null;
    }
    for (; at != null; at = at.getParentPath()) {
      TreePath found = TreePath.getPath(at, tree);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Tree last(CompilationUnitTree unit, List<? extends Tree> trees, long start) {
    int from = 0;
    int to = trees.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (positions.getStartPosition(unit, trees.get(middle)) <= start) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? null : trees.get(from - 1);
  }

  /** Whether the type, or one that it extends, is not there, so that members may be missing. */
  boolean isIncomplete(TypeMirror type) {
    if (type == null || type.getKind() == TypeKind.ERROR) {
      return type != null;
    }
    for (TypeElement at = typeElement(type); at != null; at = superclass(at)) {
      boolean missing = at.getSuperclass().getKind() == TypeKind.ERROR;
      if (missing
          || at.getInterfaces().stream().anyMatch(each -> each.getKind() == TypeKind.ERROR)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The type of a field, or of what a method gives, for an object of the type: its variables are
   * what the object's type says.
   */
  public TypeMirror memberType(TypeMirror of, Element member) {
    TypeMirror own =
        member instanceof ExecutableElement method ? method.getReturnType() : member.asType();
    TypeElement declaring = enclosingType(member);
    TypeMirror base = of;
    while (base instanceof TypeVariable variable) {
      base = variable.getUpperBound();
    }
    if (isStatic(member)
        || !(base instanceof DeclaredType object)
        || declaring.getTypeParameters().isEmpty()
        || !isSubtype((TypeElement) object.asElement(), declaring)) {
      return own;
    }
    TypeMirror found = types.asMemberOf((DeclaredType) types.capture(object), member);
    return found instanceof ExecutableType method ? method.getReturnType() : found;
  }

  /** The type of what a path names, as far as the types on the way tell; null where none does. */
  public TypeElement typeElement(Path path) {
    return typeElement(type(path));
  }

  private TypeMirror type(Path path) {
    return path.kind == Path.Kind.FIELD && path.type.getKind() == TypeKind.TYPEVAR
        ? memberType(path.base == null ? null : type(path.base), (VariableElement) path.key)
        : path.type;
  }

  /** The expression without parentheses, and without casts of objects: it is the same one. */
  public static ExpressionTree plain(ExpressionTree tree) {
    ExpressionTree at = tree;
    while (true) {
      if (at instanceof ParenthesizedTree inner) {
        at = inner.getExpression();
      } else if (at instanceof TypeCastTree cast
          && !(cast.getType() instanceof PrimitiveTypeTree)) {
        at = cast.getExpression();
      } else {
        return at;
      }
    }
  }

  /** What a method returns whose whole body does no more than that; else null. */
  public static ExpressionTree returned(MethodTree method) {
    return method.getBody() != null
            && method.getBody().getStatements().size() == 1
            && method.getBody().getStatements().get(0) instanceof ReturnTree result
        ? result.getExpression()
        : null;
  }

  /** Whether it is that type of the class library or one below it; generics erased. */
  public boolean isA(TypeMirror type, String name) {
    TypeElement element = type == null ? null : typeElement(type);
    return element != null && isSubtype(element, ofLibrary(name));
  }

  private TypeElement ofLibrary(String name) {
    return library.computeIfAbsent(name, elements::getTypeElement);
  }

  /** Whether it is the type of all objects. */
  public boolean isObject(TypeMirror type) {
    TypeElement element = typeElement(type);
    return element != null && element.getQualifiedName().contentEquals("java.lang.Object");
  }

  /** Whether it is a field or method that an object has, and not its class. */
  public static boolean isOfInstance(Element element) {
    return element != null
        && (element.getKind().isField() || element.getKind() == ElementKind.METHOD)
        && !isStatic(element);
  }

  /** Whether objects of the class know one of the class around it. */
  public static boolean isInner(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && !isStatic(type)
        && type.getKind() == ElementKind.CLASS;
  }

  /** Whether one type is the other or below it; generics erased. */
  public boolean isSubtype(TypeElement type, TypeElement of) {
    return type == of || types.isSubtype(types.erasure(type.asType()), types.erasure(of.asType()));
  }

  /** Whether a type has the member: declared there, or inherited. */
  public boolean isMember(Element element, TypeElement type) {
    return element != null
        && element.getEnclosingElement() instanceof TypeElement owner
        && isSubtype(type, owner);
  }

  /** The types directly above a type: its superclass, then its interfaces. */
  public List<TypeElement> parents(TypeElement type) {
    List<TypeElement> known = parents.get(type);
    if (known == null) {
      known = new ArrayList<>();
      for (TypeMirror parent : types.directSupertypes(type.asType())) {
        TypeElement element = typeElement(parent);
        if (element != null) {
          known.add(element);
        }
      }
      parents.put(type, List.copyOf(known));
    }
    return known;
  }

  /** The superclass, or null. */
  public TypeElement superclass(TypeElement type) {
    TypeMirror parent = type.getSuperclass();
    return parent.getKind() == TypeKind.NONE ? null : typeElement(parent);
  }

  /** What a type itself declares of that name, in its order. */
  private List<Element> members(TypeElement type, Name name) {
    Map<Name, List<Element>> known = members.get(type);
    if (known == null) {
      known = new HashMap<>();
      for (Element member : type.getEnclosedElements()) {
        known.computeIfAbsent(member.getSimpleName(), each -> new ArrayList<>(1)).add(member);
      }
      members.put(type, known);
    }
    return known.getOrDefault(name, List.of());
  }

  /** A field of a type or of what it inherits, private ones included; null if there is none. */
  public VariableElement field(TypeElement type, String name) {
    return field(type, elements.getName(name));
  }

  private VariableElement field(TypeElement type, Name name) {
    for (TypeElement at = type; at != null; at = superclass(at)) {
      for (Element member : members(at, name)) {
        if (member.getKind().isField()) {
          return (VariableElement) member;
        }
      }
      for (TypeMirror parent : at.getInterfaces()) {
        TypeElement element = typeElement(parent);
        VariableElement found = element == null ? null : field(element, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /**
   * A method of a type or of what it inherits, by name and number of parameters; null if there is
   * none.
   */
  public ExecutableElement method(TypeElement type, String name, int parameters) {
    return method(type, elements.getName(name), parameters);
  }

  /** The same for a name of the compiler's. */
  ExecutableElement method(TypeElement type, Name name, int parameters) {
    for (Element member : members(type, name)) {
      if (member.getKind() == ElementKind.METHOD
          && ((ExecutableElement) member).getParameters().size() == parameters) {
        return (ExecutableElement) member;
      }
    }
    for (TypeElement parent : parents(type)) {
      ExecutableElement found = method(parent, name, parameters);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The type that encloses an element, or is it. */
  public static TypeElement enclosingType(Element element) {
    Element at = element;
    while (at != null && !(at instanceof TypeElement)) {
      at = at.getEnclosingElement();
    }
    return (TypeElement) at;
  }

  /**
   * Whether no source but that of its top-level class can name an element: it is private or local,
   * or something around it is.
   */
  public static boolean isConfined(Element element) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)
          || at instanceof TypeElement type
              && (type.getNestingKind() == NestingKind.LOCAL
                  || type.getNestingKind() == NestingKind.ANONYMOUS)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another body than its own may run where the method is called. */
  public static boolean isOverridable(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return method.getKind() != ElementKind.CONSTRUCTOR
        && !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.FINAL)
        && !method.getEnclosingElement().getModifiers().contains(Modifier.FINAL);
  }

  /** The simple name of the type that an anonymous class is written as an instance of. */
  public static String parentOfAnonymous(TypeElement type) {
    TypeMirror parent =
        type.getInterfaces().isEmpty() ? type.getSuperclass() : type.getInterfaces().get(0);
    return ((DeclaredType) parent).asElement().getSimpleName().toString();
  }

  /** A type and those around it, from the inside out. */
  static List<TypeElement> enclosingTypes(TypeElement type) {
    List<TypeElement> result = new ArrayList<>();
    for (Element at = type; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement each) {
        result.add(each);
      }
    }
    return result;
  }

  /**
   * Whether the method makes its object: a constructor, or what stands for one where serialisation
   * makes objects without.
   */
  public static boolean isInitialiser(ExecutableElement method) {
    Name name = method.getSimpleName();
    return method.getKind() == ElementKind.CONSTRUCTOR
        || method.getModifiers().contains(Modifier.PRIVATE)
            && (name.contentEquals("readObject") && method.getParameters().size() == 1
                || name.contentEquals("readObjectNoData"));
  }

  /** Whether the element is static; constants of enums and fields of interfaces are. */
  public static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC)
        || element.getKind() == ElementKind.ENUM_CONSTANT;
  }

  /** A type by the name that source in {@code from} could use for it; null if there is none. */
  public TypeElement resolveType(TypeElement from, String name) {
    Map<String, Optional<TypeElement>> names =
        typeNames.computeIfAbsent(from, type -> new HashMap<>());
    Optional<TypeElement> known = names.get(name);
    if (known == null) {
      known = Optional.ofNullable(findType(from, name));
      names.put(name, known);
    }
    return known.orElse(null);
  }

  private TypeElement findType(TypeElement from, String name) {
    for (TypeElement type : enclosingTypes(from)) {
      TypeElement found = type.getSimpleName().contentEquals(name) ? type : memberType(type, name);
      if (found != null) {
        return found;
      }
    }
    Imports imported = importsOf(from);
    TypeElement single = imported.single(name);
    if (single != null) {
      return single;
    }
    PackageElement home = elements.getPackageOf(from);
    TypeElement sibling =
        typeSeenFrom(from, home.isUnnamed() ? name : home.getQualifiedName() + "." + name);
    if (sibling != null) {
      return sibling;
    }
    TypeElement onDemand = imported.onDemand(name);
    return onDemand != null ? onDemand : typeSeenFrom(from, "java.lang." + name);
  }

  /**
   * A type by its canonical name, as the module of {@code from} sees it. Without a module the
   * compiler would look for a name that does not exist in each module of the platform.
   */
  TypeElement typeSeenFrom(TypeElement from, String name) {
    ModuleElement module = elements.getModuleOf(from);
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }

  /** A type nested in another one or in what that inherits; null if there is none. */
  public TypeElement memberType(TypeElement type, String name) {
    return memberType(type, elements.getName(name));
  }

  private TypeElement memberType(TypeElement type, Name name) {
    for (Element member : members(type, name)) {
      if (member instanceof TypeElement nested) {
        return nested;
      }
    }
    for (TypeElement parent : parents(type)) {
      if (!parent.getQualifiedName().contentEquals("java.lang.Object")) {
        TypeElement found = memberType(parent, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The imports of the file that declares a type; none where there is no source. */
  private Imports importsOf(TypeElement from) {
    List<TypeElement> enclosing = enclosingTypes(from);
    TypeElement top = enclosing.get(enclosing.size() - 1);
    Imports known = imports.get(top);
    if (known == null) {
      TreePath path = trees.getPath(top);
      known =
          new Imports(
              path == null ? List.of() : path.getCompilationUnit().getImports(),
              name -> typeSeenFrom(top, name));
      imports.put(top, known);
    }
    return known;
  }

  /** The nearest methods that a method overrides. */
  public List<ExecutableElement> overridden(ExecutableElement method) {
    return overridden(method, type -> true);
  }

  /** The same on those ways up whose types all pass the test. */
  List<ExecutableElement> overridden(ExecutableElement method, Predicate<TypeElement> through) {
    List<ExecutableElement> found = new ArrayList<>();
    TypeElement owner = enclosingType(method);
    overridden(method, owner, owner, through, found, new HashSet<>());
    return found;
  }

  private void overridden(
      ExecutableElement method,
      TypeElement owner,
      TypeElement type,
      Predicate<TypeElement> through,
      List<ExecutableElement> found,
      Set<TypeElement> seen) {
    for (TypeElement element : parents(type)) {
      if (!seen.add(element) || !through.test(element)) {
        continue;
      }
      boolean here = false;
      for (Element member : members(element, method.getSimpleName())) {
        if (member instanceof ExecutableElement candidate
            && candidate.getParameters().size() == method.getParameters().size()
            && elements.overrides(method, candidate, owner)) {
          found.add(candidate);
          here = true;
        }
      }
      if (!here) {
        overridden(method, owner, element, through, found, seen);
      }
    }
  }
}
