package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Prints paths and locks the way the user would write them. */
final class Describer {
  /** What a callback is given, where its parameter has no name. */
  static final String ARGUMENT = "argument";

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** How the arithmetic that indices are made of is written. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("PLUS", "+"),
          Map.entry("MINUS", "-"),
          Map.entry("MULTIPLY", "*"),
          Map.entry("DIVIDE", "/"),
          Map.entry("REMAINDER", "%"),
          Map.entry("AND", "&"),
          Map.entry("OR", "|"),
          Map.entry("XOR", "^"),
          Map.entry("LEFT_SHIFT", "<<"),
          Map.entry("RIGHT_SHIFT", ">>"),
          Map.entry("UNSIGNED_RIGHT_SHIFT", ">>>"),
          Map.entry("UNARY_MINUS", "-"),
          Map.entry("BITWISE_COMPLEMENT", "~"));

  private final PathPool pool;
  private final IntFunction<VariableElement> variables;
  private final Predicate<TypeMirror> lockTypes;
  private final ExecutableElement method;

  /** The class whose code is at hand. */
  TypeElement self;

  private final BiFunction<World, ExpressionTree, Path> objects;
  private final Map<Path, List<ExpressionTree>> names = new HashMap<>();

  /**
   * Until {@link #forgetNames}, a path goes by the name that the user has for it here, in each
   * world where the name means it.
   */
  void name(Path path, ExpressionTree name) {
    if (path != null && path.kind != Path.Kind.THIS && isName(name)) {
      names.computeIfAbsent(path, each -> new ArrayList<>()).add(name);
    }
  }

  private static boolean isName(Tree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER, INT_LITERAL -> true;
      case MEMBER_SELECT -> isName(((MemberSelectTree) tree).getExpression());
      case ARRAY_ACCESS ->
          isName(((ArrayAccessTree) tree).getExpression())
              && isName(((ArrayAccessTree) tree).getIndex());
      default -> false;
    };
  }

  /** Paths go by their own names again. */
  void forgetNames() {
    names.clear();
  }

  /** {@code objects} finds what a name means in a world; null if it does not tell. */
  Describer(
      PathPool pool,
      BiFunction<World, ExpressionTree, Path> objects,
      IntFunction<VariableElement> variables,
      Predicate<TypeMirror> lockTypes,
      ExecutableElement method,
      TypeElement self) {
    this.pool = pool;
    this.objects = objects;
    this.variables = variables;
    this.lockTypes = lockTypes;
    this.method = method;
    this.self = self;
  }

  /**
   * A lock in quotes, with its label where it has one: {@code 'this.lock'}, {@code the region lock
   * of 'r'}.
   */
  String lock(World world, Path lock) {
    if (lock.kind == Path.Kind.LOCK) {
      LockDefinition definition = (LockDefinition) lock.key;
      if (definition.isToken()) {
        return definition.label.isEmpty()
            ? "'" + path(world, lock.base) + "'"
            : "the " + definition.label;
      }
      if (!definition.label.isEmpty()) {
        return "the " + definition.label + " of '" + path(world, lock.base) + "'";
      }
    }
    Path several = Elements.several(lock);
    if (several != null) {
      String rest = path(world, lock).substring(path(world, several).length());
      return (rest.isEmpty() ? "" : "'" + rest.substring(1) + "' of ")
          + (several.isDefinite() ? "every element of '" : "some elements of '")
          + path(world, several.base)
          + "'"
          + (several.isDefinite() ? below(world, Prefixes.bound(several)) : "");
    }
    return (isMonitorOfLock(lock) ? "the monitor of '" : "'") + path(world, lock) + "'";
  }

  private String below(World world, Path bound) {
    String index = bound == null ? null : number(world, bound);
    return bound == null ? "" : index == null ? " below an index" : " below " + index;
  }

  private String number(World world, Path number) {
    if (number.kind == Path.Kind.CONST) {
      return path(world, number);
    }
    String name = number.kind == Path.Kind.PARAM ? path(world, number) : localName(world, number);
    return name == null ? null : "'" + name + "'";
  }

  /** To synchronise on a lock object is not to take that lock, and no contract can name it. */
  private boolean isMonitorOfLock(Path lock) {
    return lock.kind == Path.Kind.MONITOR
        && lock.base.type != null
        && lockTypes.test(lock.base.type);
  }

  /** A path as an expression; without a world, as the method's head would write it. */
  String path(World world, Path path) {
    if (world != null) {
      for (ExpressionTree name : names.getOrDefault(path, List.of())) {
        Path named = objects.apply(world, name);
        if (named == null || named == path) {
          return name.toString();
        }
      }
    }
    String local = localName(world, path);
    if (local != null) {
      return local;
    }
    return switch (path.kind) {
      case THIS ->
          path.key == self || path.key == null
              ? "this"
              : ((TypeElement) path.key).getSimpleName() + ".this";
      case PARAM -> parameter((Integer) path.key);
      case RESULT -> "return";
      case LOCAL -> ((VariableElement) path.key).getSimpleName().toString();
      case VALUE -> value(world, path);
      case CLASS -> ((TypeElement) path.key).getSimpleName() + ".class";
      case CONST -> path.key instanceof String text ? "\"" + text + "\"" : String.valueOf(path.key);
      case NULL -> "null";
      case FIELD -> field(world, path);
      case GHOST -> path(world, path.base) + "." + path.key;
      case CALL -> call(world, path);
      case INDEX -> element(world, path);
      case EVERY -> "…";
      case READ_VIEW -> path(world, path.base) + ".readLock()";
      case WRITE_VIEW -> path(world, path.base) + ".writeLock()";
      case LOCK ->
          ((LockDefinition) path.key).isToken()
              ? path(world, path.base)
              : path(world, path.base) + "." + ((LockDefinition) path.key).name;
      case MONITOR -> path(world, path.base);
      case LAMBDA -> "lambda";
      case EQUAL -> path(world, path.base) + " == " + path(world, path.args.get(0));
      case INSTANCE_OF -> path(world, path.base) + " instanceof " + path.key;
      case ALL ->
          path.args.stream().map(part -> path(world, part)).collect(Collectors.joining(" && "));
    };
  }

  /**
   * A path as a contract of the method can name it, without {@code this} where that is clear; null
   * where it goes through something that the method's head does not show. {@code types} finds the
   * type that a name means in another.
   */
  String declared(Path path, BiFunction<TypeElement, String, TypeElement> types) {
    for (Path at = path; at != null; at = at.base) {
      boolean known =
          switch (at.kind) {
            case FIELD -> !isHidden(at);
            case MONITOR -> !isMonitorOfLock(at);
            case THIS, PARAM, CLASS, CONST, GHOST, LOCK, READ_VIEW, WRITE_VIEW -> true;
            case INDEX -> declared(at.args.get(0), types) != null;
            default -> false;
          };
      if (!known) {
        return null;
      }
    }
    String text = path(null, path);
    String member = text.startsWith("this.") ? text.substring("this.".length()) : text;
    boolean shadowed =
        method.getParameters().stream()
            .anyMatch(p -> p.getSimpleName().contentEquals(member.split("[.\\[]", 2)[0]));
    return shadowed ? text : inFull(member, path.root(), types);
  }

  /** What begins with the name of a type, with its full name where the simple one does not do. */
  private String inFull(
      String text, Path root, BiFunction<TypeElement, String, TypeElement> types) {
    TypeElement type =
        root.kind == Path.Kind.CLASS
            ? (TypeElement) root.key
            : root.kind == Path.Kind.FIELD
                ? (TypeElement) ((VariableElement) root.key).getEnclosingElement()
                : null;
    String name = type == null ? "" : type.getSimpleName().toString();
    boolean known =
        type == null
            || type.getQualifiedName().isEmpty()
            || type == types.apply((TypeElement) method.getEnclosingElement(), name);
    return known ? text : type.getQualifiedName() + text.substring(name.length());
  }

  /**
   * Whether the type that a field is reached through has another one of that name, so that the name
   * alone means that one.
   */
  private static boolean isHidden(Path field) {
    VariableElement variable = (VariableElement) field.key;
    return field.base != null
        && field.base.type instanceof DeclaredType through
        && through.asElement() != variable.getEnclosingElement()
        && through.asElement().getEnclosedElements().stream()
            .anyMatch(
                each ->
                    each.getKind().isField()
                        && each.getSimpleName().equals(variable.getSimpleName()));
  }

  private String field(World world, Path path) {
    VariableElement field = (VariableElement) path.key;
    if (path.base == null) {
      return field.getEnclosingElement().getSimpleName() + "." + field.getSimpleName();
    }
    if (path.base.kind == Path.Kind.THIS && isHidden(path)) {
      return (path.base.key == self ? "" : ((TypeElement) path.base.key).getSimpleName() + ".")
          + "super."
          + field.getSimpleName();
    }
    return path(world, path.base) + "." + field.getSimpleName();
  }

  private String element(World world, Path path) {
    Path index = path.args.get(0);
    if (index.key instanceof KeptLocks.Place place) {
      return path(world, place.object());
    }
    return index.key instanceof Sweep.Cursor cursor && cursor.form() == LoopHeads.Form.ELEMENT
        ? cursor.name()
        : path(world, path.base) + "[" + path(world, index) + "]";
  }

  private String call(World world, Path path) {
    String operator = path.key instanceof String name ? OPERATORS.get(name) : null;
    if (operator != null) {
      List<String> operands = path.args.stream().map(each -> operand(world, each)).toList();
      return operands.size() == 1
          ? operator + operands.get(0)
          : String.join(" " + operator + " ", operands);
    }
    StringBuilder text = new StringBuilder();
    if (path.base != null) {
      text.append(path(world, path.base)).append('.');
    }
    text.append(path.key instanceof Element element ? element.getSimpleName() : path.key)
        .append('(');
    List<String> args = new ArrayList<>();
    path.args.forEach(arg -> args.add(path(world, arg)));
    return text.append(String.join(", ", args)).append(')').toString();
  }

  private String operand(World world, Path path) {
    String text = path(world, path);
    return text.indexOf(' ') < 0 || path.kind == Path.Kind.VALUE ? text : "(" + text + ")";
  }

  private String parameter(int index) {
    if (index < 0) {
      return "this";
    }
    return method == null || index >= method.getParameters().size()
        ? "#" + (index + 1)
        : method.getParameters().get(index).getSimpleName().toString();
  }

  private String localName(World world, Path path) {
    if (path.kind == Path.Kind.THIS
        || path.kind == Path.Kind.CONST
        || path.kind == Path.Kind.NULL
        || world == null) {
      return null;
    }
    if (path.kind == Path.Kind.FIELD
        || path.kind == Path.Kind.PARAM
        || path.kind == Path.Kind.LOCK
        || path.kind == Path.Kind.MONITOR) {
      return null;
    }
    return world.vars.first(
        (index, value) -> {
          boolean isIt = value == path || world.equal.get(value.id) == path;
          VariableElement variable = isIt ? variables.apply(index) : null;
          return variable == null ? null : variable.getSimpleName().toString();
        });
  }

  private String value(World world, Path path) {
    if (path.key instanceof Renaming.Kept kept) {
      return kept.site() instanceof Path field
          ? path(world, field)
          : value(world, pool.value(kept.site(), path.type));
    }
    if (path.key instanceof Binder.Outer outer) {
      return path(world, outer.inner()) + "." + Binder.OUTER;
    }
    if (path.key instanceof NewClassTree creation) {
      Path field = fieldThatHas(world, path);
      if (field != null) {
        return path(world, field);
      }
      return "new " + creation.getIdentifier() + "(…)";
    }
    Object key = path.key instanceof Assignments.Before before ? before.operation() : path.key;
    if (key instanceof ExpressionTree tree) {
      String text = WHITE_SPACE.matcher(tree.toString()).replaceAll(" ");
      return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }
    if (path.key instanceof Sweep.Cursor cursor) {
      return cursor.name();
    }
    if (path.key instanceof VariableTree variable) {
      return variable.getName().toString();
    }
    if (path.key instanceof List<?> parts && parts.get(0) instanceof VariableTree copied) {
      return copied.getName().toString();
    }
    if (path.key instanceof List<?> parts && parts.contains(ARGUMENT)) {
      return ARGUMENT;
    }
    return path.key instanceof Tree ? "value" : "it";
  }

  /** The field of the object at hand that an object was stored in, if any was. */
  private Path fieldThatHas(World world, Path made) {
    return world.heap.fold(
        null,
        (found, field, value) -> {
          Path at = pool.byId(field);
          boolean has = value == made && at.base != null && at.base.kind == Path.Kind.THIS;
          return has ? at : found;
        });
  }

  /** The held locks of a world, in words, for messages. */
  List<String> held(World world) {
    List<String> result = new ArrayList<>();
    world.holds.forEach(
        (id, hold) -> result.add(lock(world, pool.byId(id)) + modeWords(pool.byId(id), hold)));
    return result;
  }

  private static String modeWords(Path lock, Hold hold) {
    boolean twoModes = lock.kind != Path.Kind.MONITOR && hold.read() > 0;
    return twoModes && hold.write() == 0 ? " " + Mode.READ.words() : "";
  }
}
