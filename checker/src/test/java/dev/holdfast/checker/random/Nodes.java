package dev.holdfast.checker.random;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects with locks that the locals of a program are: nodes with a lock of their own, and
 * areas, of which only the owner counts, whose lock is that of all its areas.
 *
 * @param locals the number of each local's object, or {@link #NULL}; objects are numbered in the
 *     order of the locals, so that states differ only where it matters
 * @param holds whether the lock of each object is held, by its number
 * @param lost whether a lock is held of an object that no local leads to any more
 */
record Nodes(long locals, long holds, boolean lost) {
  static final int NULL = 0;

  /** The local that stands for {@code this}, which is the owner of some areas. */
  static final int THIS = 0;

  /** The locals that are nodes. */
  static final List<Integer> NODES = List.of(1, 2, 3);

  /** The locals that are areas. */
  static final List<Integer> AREAS = List.of(4, 5);

  /** What a lock is called that is left held, by whichever local it was taken. */
  static final String LOCK_OF_ANY = "lock of a node";

  private static final int COUNT = 6;

  /** Each number is kept in so many bits. */
  private static final int BITS = 4;

  /** When a method begins, its parameters are objects that nobody has locked. */
  static Nodes start() {
    long locals = 0;
    for (int local = 0; local < COUNT; local++) {
      locals = put(locals, local, local + 1);
    }
    return new Nodes(locals, 0, false);
  }

  /** All beginnings: any of the parameters may be null. */
  static Set<Nodes> starts() {
    Set<Nodes> result = new LinkedHashSet<>(Set.of(start()));
    for (int local = THIS + 1; local < COUNT; local++) {
      for (Nodes each : List.copyOf(result)) {
        result.add(each.cleared(local));
      }
    }
    return result;
  }

  private static int get(long numbers, int index) {
    return (int) (numbers >>> index * BITS) & (1 << BITS) - 1;
  }

  private static long put(long numbers, int index, int number) {
    return numbers & ~((1L << BITS) - 1 << index * BITS) | (long) number << index * BITS;
  }

  static boolean isArea(int local) {
    return AREAS.contains(local);
  }

  /** A local as it is written. */
  static String name(int local) {
    return local == THIS ? "this" : isArea(local) ? "w" + (local - AREAS.get(0)) : "n" + local;
  }

  /** The lock of a local's object as it is written. */
  static String lock(int local) {
    return name(local) + (isArea(local) ? ".space.lock" : ".lock");
  }

  boolean isNull(int local) {
    return get(locals, local) == NULL;
  }

  boolean isHeld(int local) {
    return get(holds, get(locals, local)) > 0;
  }

  boolean isAnyHeld() {
    return lost || holds != 0;
  }

  boolean areSame(int local, int other) {
    return get(locals, local) == get(locals, other);
  }

  /** The same with the object of one local in another. */
  Nodes copied(int from, int to) {
    return with(to, get(locals, from));
  }

  Nodes cleared(int local) {
    return with(local, NULL);
  }

  /** The same with a new object in a local. */
  Nodes made(int local) {
    return with(local, COUNT + 1);
  }

  private Nodes with(int local, int object) {
    return new Nodes(put(locals, local, object), holds, lost).numbered();
  }

  private Nodes numbered() {
    long numbers = 0;
    long next = 0;
    long held = 0;
    long left = holds;
    int count = 0;
    for (int local = 0; local < COUNT; local++) {
      int object = get(locals, local);
      if (object != NULL && get(numbers, object) == 0) {
        numbers = put(numbers, object, ++count);
        held = put(held, count, get(holds, object));
        left = put(left, object, 0);
      }
      next = put(next, local, get(numbers, object));
    }
    return new Nodes(next, held, lost || left != 0);
  }

  /** The same with the lock of a local's object taken or given up. */
  Nodes with(int local, boolean taken) {
    return new Nodes(locals, put(holds, get(locals, local), taken ? 1 : 0), lost);
  }
}
