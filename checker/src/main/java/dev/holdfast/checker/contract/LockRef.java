package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.Objects;
import javax.lang.model.type.TypeMirror;

/**
 * A resolved lock expression: a lock or state, and the mode if one was named.
 *
 * @param lock the lock; its roots are the parameters, the receiver (parameter -1), the result,
 *     static fields and enclosing instances
 * @param mode the view named, or null for the bare lock
 * @param text the expression as written
 */
public record LockRef(Path lock, Mode mode, String text) {

  /* Written out as the generated ones are slow to start. */

  @Override
  public int hashCode() {
    return Objects.hash(lock, mode);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof LockRef other
        && Objects.equals(lock, other.lock)
        && mode == other.mode
        && Objects.equals(text, other.text);
  }

  /** What a path names: a view is its lock in that mode, anything else the mode given. */
  static LockRef of(Path path, Mode otherwise, String text) {
    return switch (path.kind) {
      case READ_VIEW -> new LockRef(path.base, Mode.READ, text);
      case WRITE_VIEW -> new LockRef(path.base, Mode.WRITE, text);
      default -> new LockRef(path, otherwise, text);
    };
  }

  /** The object itself: the view of the lock if a mode is named, what the monitor belongs to. */
  Path asObject(PathPool pool, TypeMirror type) {
    Path object = lock.kind == Path.Kind.MONITOR ? lock.base : lock;
    if (mode == null) {
      return object;
    }
    return mode == Mode.READ ? pool.readView(object, type) : pool.writeView(object, type);
  }

  /** The mode that a requirement, an acquisition or a guard's write means. */
  public Mode exclusiveUnlessNamed() {
    return mode == null ? Mode.WRITE : mode;
  }

  /** A bare lock in a requirement is exclusive; a derived one has no mode to name. */
  public Mode requiredMode() {
    LockDefinition definition = definition();
    if (mode == null && definition != null && (definition.isDerived() || definition.state)) {
      return Mode.READ;
    }
    return exclusiveUnlessNamed();
  }

  /** The definition, where the lock or state was declared by one; else null. */
  public LockDefinition definition() {
    return lock.kind == Path.Kind.LOCK ? (LockDefinition) lock.key : null;
  }

  /** The same with another lock. */
  public LockRef at(Path other) {
    return other == lock ? this : new LockRef(other, mode, text);
  }
}
