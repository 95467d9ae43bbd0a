package dev.holdfast.lockdep;

import java.util.Objects;

/**
 * All locks of one kind: the unit for which an order is learnt.
 *
 * <p>Rules hold for classes, not for instances: that one shard was once locked before the index
 * says that shards are locked before the index. Two classes of the same name and level are equal.
 *
 * <ul>
 *   <li>Use one class for each declaration, for example each field that holds a lock.
 *   <li>Where locks of one class are nested on purpose (parent, then child), give each level its
 *       own {@linkplain #subclass(int) subclass}; the order between levels is then learnt like any
 *       other.
 *   <li>Where an outer lock serialises the taking of many of one class, take them nested in that
 *       lock instead: {@link TrackedLock#lockNestedIn(Object)}.
 * </ul>
 */
public final class LockClass {
  /** The highest subclass level; level 0 is the class itself. */
  public static final int MAX_LEVEL = 7;

  private final String name;
  private final int level;
  private final long hash;
  private final LockClass[] levels;

  private LockClass(String name, int level, LockClass[] levels) {
    this.name = name;
    this.level = level;
    this.hash = hash(name, level);
    this.levels = levels;
  }

  /**
   * The class of this name.
   *
   * @param name what the class is called in reports, for example {@code "cache.shard"}
   * @throws IllegalArgumentException if the name is blank
   */
  public static LockClass of(String name) {
    Objects.requireNonNull(name, "name");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a lock class needs a name that is not blank");
    }
    LockClass[] levels = new LockClass[MAX_LEVEL + 1];
    for (int level = 0; level <= MAX_LEVEL; level++) {
      levels[level] = new LockClass(name, level, levels);
    }
    return levels[0];
  }

  /** The class of the locks that a field holds; it is called {@code org.example.Owner.field}. */
  public static LockClass of(Class<?> owner, String field) {
    Objects.requireNonNull(field, "field");
    return of(owner.getName() + "." + field);
  }

  /**
   * The class of locks of this name that are taken at a nesting level.
   *
   * @throws IllegalArgumentException if the level is not between 0 and {@link #MAX_LEVEL}
   */
  public LockClass subclass(int level) {
    if (level < 0 || level > MAX_LEVEL) {
      throw new IllegalArgumentException(
          "the nesting level of `"
              + name
              + "` must be between 0 and "
              + MAX_LEVEL
              + ", not "
              + level);
    }
    return levels[level];
  }

  /** The name, without the level. */
  public String name() {
    return name;
  }

  /** The nesting level; 0 unless this is a subclass. */
  public int level() {
    return level;
  }

  /** A 64-bit hash that equal classes share; the chain cache relies on its width. */
  long longHash() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof LockClass that
            && hash == that.hash
            && level == that.level
            && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  /** The name, with the level behind a slash where it is not 0. */
  @Override
  public String toString() {
    return level == 0 ? name : name + "/" + level;
  }

  private static long hash(String name, int level) {
    long hash = level + 1;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash, name.charAt(i));
    }
    return hash;
  }

  /** Folds a value into a 64-bit hash; the order of the values matters. */
  static long mix(long hash, long value) {
    long z = hash * 0x9E3779B97F4A7C15L + value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
