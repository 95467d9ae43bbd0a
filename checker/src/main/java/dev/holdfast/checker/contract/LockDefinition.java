package dev.holdfast.checker.contract;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A lock or state that a type declares. Expressions are relative to an instance of the type
 * (parameter -1) and resolved on first use, since definitions may refer to each other.
 */
public final class LockDefinition {
  /** The declaring type. */
  public final TypeElement owner;

  /** The name; {@code this} where an instance itself is the lock; empty for a token. */
  public final String name;

  /** The noun in messages; empty if none was given. */
  public final String label;

  /** Whether it is a state and not a lock. */
  public final boolean state;

  /** Whether a thread may take it again while it holds it. */
  public final boolean reentrant;

  /** Whether it has a read mode. */
  public final boolean shared;

  /** A lock only where a guard or contract names it, such as a semaphore. */
  public final boolean onlyWhereNamed;

  /** Where it was declared. */
  public final Origin origin;

  List<LockRef> within = List.of();
  List<LockRef> after = List.of();
  List<LockRef> impliedBy = List.of();
  List<LockRef> needs = List.of();
  List<LockRef> excludes = List.of();
  LockRef sameAs;

  LockDefinition(
      TypeElement owner,
      String name,
      String label,
      boolean state,
      boolean reentrant,
      boolean shared,
      boolean onlyWhereNamed,
      Origin origin) {
    this.owner = owner;
    this.name = name;
    this.label = label;
    this.state = state;
    this.reentrant = reentrant;
    this.shared = shared;
    this.onlyWhereNamed = onlyWhereNamed;
    this.origin = origin;
  }

  /** The locks inside whose exclusive hold an exclusive hold of this one exists. */
  public List<LockRef> within() {
    return within;
  }

  /** The locks that come before this one. */
  public List<LockRef> after() {
    return after;
  }

  /** For a derived lock or a state: what implies it. */
  public List<LockRef> impliedBy() {
    return impliedBy;
  }

  /** For a state: it is forgotten when none of these is held. */
  public List<LockRef> needs() {
    return needs;
  }

  /** For a state: the states it ends. */
  public List<LockRef> excludes() {
    return excludes;
  }

  /** The lock that this is another name for, or null. */
  public LockRef sameAs() {
    return sameAs;
  }

  /** Whether it is never acquired itself but follows from others. */
  public boolean isDerived() {
    return !state && !impliedBy.isEmpty();
  }

  /** Whether it is named by its type's class literal. */
  public boolean isToken() {
    return name.isEmpty();
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + name;
  }
}
