package dev.holdfast.checker.path;

import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Makes and keeps the paths of one body, or of all contracts: equal paths are one object. Not for
 * several threads.
 */
public final class PathPool {
  /** Parameters and results of different methods are told apart by their types. */
  private record Key(
      Kind kind, int base, Object key, List<Path> args, int generation, TypeMirror type) {

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      int hash = kind.ordinal() * 31 + base;
      hash = hash * 31 + Objects.hashCode(key);
      hash = hash * 31 + args.hashCode();
      return (hash * 31 + generation) * 31 + Objects.hashCode(type);
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Key other
          && kind == other.kind
          && base == other.base
          && generation == other.generation
          && Objects.equals(key, other.key)
          && args.equals(other.args)
          && Objects.equals(type, other.type);
    }
  }

  private final Map<Key, Path> paths = new HashMap<>();
  private final List<Path> byId = new ArrayList<>();
  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  private Path make(
      Kind kind, Path base, Object key, List<Path> args, TypeMirror type, int generation) {
    TypeMirror own = kind == Kind.PARAM || kind == Kind.RESULT ? type : null;
    Key id = new Key(kind, base == null ? -1 : base.id, key, args, generation, own);
    Path found = paths.get(id);
    if (found == null) {
      found = new Path(kind, base, key, args, type, generation, byId.size());
      byId.add(found);
      paths.put(id, found);
      kinds.add(kind);
    }
    return found;
  }

  /** The path with this id. */
  public Path byId(int id) {
    return byId.get(id);
  }

  /** How many paths there are. */
  public int size() {
    return byId.size();
  }

  /** {@code this}, or the enclosing instance of that type. */
  public Path self(TypeElement type) {
    return make(Kind.THIS, null, type, List.of(), type.asType(), 0);
  }

  /** The parameter at an index. */
  public Path param(int index, TypeMirror type) {
    return make(Kind.PARAM, null, index, List.of(), type, 0);
  }

  /** The method's result. */
  public Path result(TypeMirror type) {
    return make(Kind.RESULT, null, null, List.of(), type, 0);
  }

  /** A local of unknown value. */
  public Path local(VariableElement variable) {
    return make(Kind.LOCAL, null, variable, List.of(), variable.asType(), 0);
  }

  /**
   * The value that {@code site} gives; {@code site} is a tree, or any key with identity or value
   * equality.
   */
  public Path value(Object site, TypeMirror type) {
    return make(Kind.VALUE, null, site, List.of(), type, 0);
  }

  /**
   * The value as it was one evaluation earlier; from the second on, all earlier ones are one
   * indefinite value.
   */
  public Path older(Path path) {
    return make(
        path.kind, path.base, path.key, path.args, path.type, Math.min(path.generation + 1, 2));
  }

  /** The path with the latest evaluation in place of each earlier one. */
  public Path latest(Path path) {
    if (!path.any(step -> step.generation > 0)) {
      return path;
    }
    List<Path> args = new ArrayList<>();
    path.args.forEach(arg -> args.add(latest(arg)));
    Path base = path.base == null ? null : latest(path.base);
    return make(path.kind, base, path.key, List.copyOf(args), path.type, 0);
  }

  /** A class object. */
  public Path classObject(TypeElement type) {
    return make(Kind.CLASS, null, type, List.of(), null, 0);
  }

  /** A constant. */
  public Path constant(Object value) {
    return make(Kind.CONST, null, value, List.of(), null, 0);
  }

  /** {@code null}. */
  public Path nullValue() {
    return make(Kind.NULL, null, null, List.of(), null, 0);
  }

  /** A field; {@code base} is null for a static one. */
  public Path field(Path base, VariableElement field) {
    return make(Kind.FIELD, base, field, List.of(), field.asType(), 0);
  }

  /** A field that exists only in contracts. */
  public Path ghost(Path base, String name) {
    return make(Kind.GHOST, base, name, List.of(), null, 0);
  }

  /** Whether that field, which exists only in contracts, was ever made. */
  public boolean hasGhost(Path base, String name) {
    return paths.containsKey(new Key(Kind.GHOST, base.id, name, List.of(), 0, null));
  }

  /** A pure call; {@code base} is null for a static one. */
  public Path call(Path base, Object method, List<Path> args, TypeMirror type) {
    return make(Kind.CALL, base, method, List.copyOf(args), type, 0);
  }

  /** An element of {@code base}. */
  public Path index(Path base, Path index, TypeMirror type) {
    return make(Kind.INDEX, base, null, List.of(index), type, 0);
  }

  /** The element of {@code base} at that index, if anything has named it so far; else null. */
  public Path knownIndex(Path base, Path index) {
    return paths.get(new Key(Kind.INDEX, base.id, null, List.of(index), 0, null));
  }

  /** All elements of {@code base} at one index each that anything has named so far. */
  public List<Path> knownElements(Path base) {
    return byId.stream()
        .filter(each -> each.kind == Kind.INDEX && each.base == base && each.generation == 0)
        .filter(each -> each.args.get(0).kind != Kind.EVERY)
        .toList();
  }

  /** What stands for every index. */
  public Path every() {
    return make(Kind.EVERY, null, null, List.of(), null, 0);
  }

  /** What stands for every index below one. */
  public Path below(Path bound) {
    return make(Kind.EVERY, null, null, List.of(bound), null, 0);
  }

  /** What stands for some indices, nobody knows which. */
  public Path some() {
    return older(older(every()));
  }

  /** Whether there is any path of that kind. */
  public boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  /** The read view. */
  public Path readView(Path lock, TypeMirror type) {
    return make(Kind.READ_VIEW, lock, null, List.of(), type, 0);
  }

  /** The write view. */
  public Path writeView(Path lock, TypeMirror type) {
    return make(Kind.WRITE_VIEW, lock, null, List.of(), type, 0);
  }

  /** A declared lock or state. */
  public Path lock(Path base, Object definition) {
    return make(Kind.LOCK, base, definition, List.of(), null, 0);
  }

  /** The monitor of an object. */
  public Path monitor(Path object) {
    return make(Kind.MONITOR, object, null, List.of(), null, 0);
  }

  /** A lambda or method reference. */
  public Path lambda(Object tree, TypeMirror type) {
    return make(Kind.LAMBDA, null, tree, List.of(), type, 0);
  }

  /** The truth of a comparison; symmetric, with a literal on the right. */
  public Path equal(Path left, Path right) {
    boolean swap = !isLiteral(right) && (isLiteral(left) || left.id < right.id);
    Path a = swap ? right : left;
    Path b = swap ? left : right;
    return make(Kind.EQUAL, a, null, List.of(b), null, 0);
  }

  private static boolean isLiteral(Path path) {
    return path.kind == Kind.NULL || path.kind == Kind.CONST;
  }

  /** The truth of a type test. */
  public Path instanceOf(Path object, String type) {
    return make(Kind.INSTANCE_OF, object, type, List.of(), null, 0);
  }

  /** The opposite of a truth. */
  public Path not(Path truth) {
    if (truth.kind == Kind.CONST) {
      return constant(Boolean.FALSE.equals(truth.key));
    }
    return truth.kind == Kind.EQUAL && truth.args.get(0) == constant(false)
        ? truth.base
        : equal(truth, constant(false));
  }

  /** The truth of all of them together; in whatever order and however grouped. */
  public Path all(List<Path> truths) {
    SortedMap<Integer, Path> parts = new TreeMap<>();
    for (Path truth : truths) {
      for (Path part : truth.kind == Kind.ALL ? truth.args : List.of(truth)) {
        parts.put(part.id, part);
      }
    }
    return make(Kind.ALL, null, null, List.copyOf(parts.values()), null, 0);
  }

  /**
   * The same steps from another root: {@code replace} answers the new path for a root, or null to
   * keep it. Also carries a path over into this pool.
   */
  public Path substitute(Path path, UnaryOperator<Path> replace) {
    if (path.base == null && path.args.isEmpty()) {
      Path replaced = replace.apply(path);
      return replaced != null
          ? replaced
          : make(path.kind, null, path.key, path.args, path.type, path.generation);
    }
    Path base = path.base == null ? null : substitute(path.base, replace);
    return rebuild(path, base, substituteAll(path.args, replace));
  }

  /**
   * A contract's path with the call's receiver, arguments and result in place of its roots; null
   * where one of them is unknown.
   */
  public Path bind(Path path, Path receiver, List<Path> args, Path result) {
    boolean[] unknown = {false};
    Path bound =
        substitute(
            path,
            root -> {
              Path to =
                  switch (root.kind) {
                    case PARAM -> argument((Integer) root.key, receiver, args);
                    case RESULT -> result;
                    default -> root;
                  };
              if (to == null) {
                unknown[0] = true;
              }
              return to == root ? null : to;
            });
    return unknown[0] ? null : bound;
  }

  private static Path argument(int index, Path receiver, List<Path> args) {
    if (index < 0) {
      return receiver;
    }
    return args == null || index >= args.size() ? null : args.get(index);
  }

  private List<Path> substituteAll(List<Path> paths, UnaryOperator<Path> replace) {
    if (paths.isEmpty()) {
      return paths;
    }
    List<Path> result = new ArrayList<>(paths.size());
    for (Path path : paths) {
      result.add(substitute(path, replace));
    }
    return List.copyOf(result);
  }

  /** The step of {@code path} taken from another base, with other arguments. */
  public Path rebuild(Path path, Path base, List<Path> args) {
    if (path.kind == Kind.EQUAL) {
      return equal(base, args.get(0));
    }
    if (path.kind == Kind.ALL) {
      return all(args);
    }
    return make(path.kind, base, path.key, args, path.type, path.generation);
  }

  /** {@code path} with every occurrence of {@code part} replaced. */
  public Path replace(Path path, Path part, Path by) {
    if (path == part) {
      return by;
    }
    if (!path.contains(part)) {
      return path;
    }
    Path base = path.base == null ? null : replace(path.base, part, by);
    List<Path> args = new ArrayList<>();
    for (Path arg : path.args) {
      args.add(replace(arg, part, by));
    }
    return rebuild(path, base, List.copyOf(args));
  }
}
