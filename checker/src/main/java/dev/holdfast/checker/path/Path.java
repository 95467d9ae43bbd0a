package dev.holdfast.checker.path;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;

/**
 * An access path: a name for one object, lock or value, built from a root by fields, pure calls and
 * index steps. Paths are hash-consed by a {@link PathPool}: within one pool equal paths are
 * identical and {@link #id} is a dense key.
 */
public final class Path {
  /** What the last step of a path is. */
  public enum Kind {
    /** {@code this}, or an enclosing instance; the key is the type. */
    THIS,
    /** A parameter of the method at hand; the key is its index. */
    PARAM,
    /** The method's result, in effects only. */
    RESULT,
    /**
     * A local whose value is not known further: a captured local, a lambda's parameter, a caught
     * exception.
     */
    LOCAL,
    /**
     * The value that an expression or a join gave; the key is the tree, {@link #generation} tells
     * evaluations apart.
     */
    VALUE,
    /** A class object; the key is the type. */
    CLASS,
    /** A compile-time constant, {@code true} and {@code false} included. */
    CONST,
    /** {@code null}. */
    NULL,
    /** A field of the base, or a static field where there is no base; the key is the field. */
    FIELD,
    /** A field that exists only in contracts; the key is its name. */
    GHOST,
    /** The result of a call taken to be pure; the key is the method. */
    CALL,
    /** An element of the base: array element, or value kept for a key. */
    INDEX,
    /**
     * In place of an index: every element, or those below {@code args[0]}; where it is not
     * definite, some of them.
     */
    EVERY,
    /** The read view of a lock with two modes. */
    READ_VIEW,
    /** The write view of a lock with two modes. */
    WRITE_VIEW,
    /** A lock or state declared on the base's type; the key is its definition. */
    LOCK,
    /** The monitor of the base. */
    MONITOR,
    /** A lambda or method reference; the key is the tree. */
    LAMBDA,
    /** The truth of {@code base == args[0]}. */
    EQUAL,
    /** The truth of {@code base instanceof key}. */
    INSTANCE_OF,
    /** The truth of all arguments together. */
    ALL
  }

  /** The last step. */
  public final Kind kind;

  /** What the step is taken from, or null. */
  public final Path base;

  /** What tells steps of one kind apart; see {@link Kind}. */
  public final Object key;

  /** Arguments of a call or the index; empty otherwise. */
  public final List<Path> args;

  /** The static type of what is named, or null. */
  public final TypeMirror type;

  /**
   * For values: 0 the latest evaluation, 1 the one before; higher ones stand for any earlier
   * evaluation.
   */
  public final int generation;

  /** Dense within the pool; that of a part is less. */
  public final int id;

  private final boolean definite;

  Path(Kind kind, Path base, Object key, List<Path> args, TypeMirror type, int generation, int id) {
    this.kind = kind;
    this.base = base;
    this.key = key;
    this.args = args;
    this.type = type;
    this.generation = generation;
    this.id = id;
    this.definite = generation <= 1 && (base == null || base.definite) && areDefinite(args);
  }

  private static boolean areDefinite(List<Path> paths) {
    for (Path path : paths) {
      if (!path.definite) {
        return false;
      }
    }
    return true;
  }

  /** The first step: where the path starts. */
  public Path root() {
    Path path = this;
    while (path.base != null) {
      path = path.base;
    }
    return path;
  }

  /**
   * The object whose lock this is: views, monitors, declared locks and the lock field itself
   * stripped.
   */
  public Path owner() {
    Path path = object();
    return path.kind == Kind.FIELD && path.base != null ? path.base : path;
  }

  /** The object behind views, monitors and declared locks. */
  public Path object() {
    Path path = this;
    while (path.isLockStep()) {
      path = path.base;
    }
    return path;
  }

  /** Whether it is a view of a lock with two modes. */
  public boolean isView() {
    return kind == Kind.READ_VIEW || kind == Kind.WRITE_VIEW;
  }

  private boolean isLockStep() {
    return switch (kind) {
      case READ_VIEW, WRITE_VIEW, LOCK, MONITOR -> true;
      default -> false;
    };
  }

  /**
   * Whether two occurrences name one object for sure; false for values that stand for several
   * evaluations.
   */
  public boolean isDefinite() {
    return definite;
  }

  /**
   * Whether a step occurs in it more than once, as in {@code node.next.next}: what goes along it
   * again and again has ever longer names.
   */
  public boolean repeatsStep() {
    return repeatsStep(new HashSet<>());
  }

  private boolean repeatsStep(Set<Object> above) {
    boolean counts = kind == Kind.FIELD || kind == Kind.CALL;
    if (counts && !above.add(key)) {
      return true;
    }
    boolean below = base != null && base.repeatsStep(above);
    for (Path arg : args) {
      below = below || arg.repeatsStep(above);
    }
    if (counts) {
      above.remove(key);
    }
    return below;
  }

  /** Whether {@code part} is this path or a part of it. */
  public boolean contains(Path part) {
    // Parts are made before what they are part of.
    for (Path at = this; at != null && at.id >= part.id; at = at.base) {
      if (at == part) {
        return true;
      }
      for (int i = 0; i < at.args.size(); i++) {
        if (at.args.get(i).contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether some step of it, or of an argument in it, is such. */
  public boolean any(Predicate<Path> test) {
    for (Path at = this; at != null; at = at.base) {
      if (test.test(at)) {
        return true;
      }
      for (int i = 0; i < at.args.size(); i++) {
        if (at.args.get(i).any(test)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether it names the same object as a path in the terms of a subtype or supertype: receivers,
   * parameters and results correspond.
   */
  public boolean correspondsTo(Path other) {
    if (this == other) {
      return true;
    }
    if (other == null
        || kind != other.kind
        || args.size() != other.args.size()
        || kind != Kind.RESULT && !Objects.equals(key, other.key)) {
      return false;
    }
    for (int i = 0; i < args.size(); i++) {
      if (!args.get(i).correspondsTo(other.args.get(i))) {
        return false;
      }
    }
    return base == null ? other.base == null : base.correspondsTo(other.base);
  }

  @Override
  public String toString() {
    String text =
        switch (kind) {
          case FIELD -> (base == null ? "" : base + ".") + key;
          case GHOST -> base + ".<" + key + ">";
          case CALL -> (base == null ? "" : base + ".") + key + args;
          case INDEX -> base + "[" + args.get(0) + "]";
          case READ_VIEW -> base + ".readLock()";
          case WRITE_VIEW -> base + ".writeLock()";
          case LOCK -> base + ".{" + key + "}";
          case MONITOR -> "monitor(" + base + ")";
          case EQUAL -> base + "==" + args.get(0);
          case INSTANCE_OF -> base + " instanceof " + key;
          case ALL -> "all" + args;
          default -> kind + "(" + key + ")";
        };
    return generation == 0 ? text : text + "'" + generation;
  }
}
