package c_same_object;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.SameObject;

/**
 * Promises that lead from an object to others of its type, and in a circle: whichever name stands
 * first, and whether or not there is another object, all are under one lock.
 */
final class Chain {
  static final class Arena {
    final Object lock = new Object();
  }

  @SameObject({"next.arena", "arena"})
  @SameObject({"arena", "prev.arena"})
  @SameObject({"list.arena", "arena"})
  static final class Chunk {
    final Arena arena;

    @GuardedBy("arena.lock")
    Chunk next;

    @GuardedBy("arena.lock")
    Chunk prev;

    @GuardedBy("arena.lock")
    Chunks list;

    Chunk(Arena arena) {
      this.arena = arena;
    }

    int ofNeighbours() {
      synchronized (arena.lock) {
        if (next != null) {
          next.prev = this;
        }
        return prev == null ? 0 : prev.next == this ? 1 : 2;
      }
    }

    void ofNext() {
      next.prev = this; // expect: UnguardedAccess "next", UnguardedAccess "prev"
    }
  }

  @SameObject({"head.arena", "arena"})
  static final class Chunks {
    final Arena arena = new Arena();

    @GuardedBy("arena.lock")
    Chunk head;

    @Requires("arena.lock")
    @SameObject({"chunk.arena", "arena"})
    void add(Chunk chunk) {
      chunk.list = this;
      chunk.prev = null;
      if (head == null) {
        head = chunk;
        chunk.next = null;
      } else {
        chunk.next = head;
        head.prev = chunk;
        head = chunk;
      }
    }

    @SameObject({"chunk.arena", "arena"})
    void addLocked(Chunk chunk) {
      synchronized (arena.lock) {
        add(chunk);
      }
      add(chunk); // expect: LockNotHeld "it was released"
    }

    @Requires("arena.lock")
    void addOther(Chunk chunk) {
      chunk.list = this; // expect: UnguardedAccess "chunk.arena.lock"
    }
  }
}
