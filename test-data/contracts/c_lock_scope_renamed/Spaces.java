package c_lock_scope_renamed;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.SameObject;

/** A scope whose lock goes by another name once an object is known to belong to the same space. */
@DefinesLock(name = "mmap", label = "mmap lock")
abstract class Space {
  @Acquires("mmap.writeLock()")
  abstract Scope write();

  @Requires("mmap.writeLock()")
  @SameObject({"return.space", "this"})
  abstract Part add();

  static Space create() {
    throw new UnsupportedOperationException();
  }

  static Space closed() {
    Space space = create();
    try (Scope scope = space.write()) {
      Part part = space.add();
      part.lock();
    }
    return space;
  }

  static Space usedAfterwards() {
    Space space = create();
    Part part;
    try (Scope scope = space.write()) {
      part = space.add();
      part.lock();
    }
    part.change(); // expect: LockNotHeld
    return space;
  }

  static Scope leftOpen() {
    Space space = create();
    Scope scope = space.write(); // expect: LockLeakOnThrow
    space.add();
    return null; // expect: LockLeak
  }
}

@LockScope
abstract class Scope implements AutoCloseable {
  @Override
  public abstract void close();
}

@DefinesLock(name = "lock", label = "part lock", within = "space.mmap")
abstract class Part {
  final Space space = null;

  @Acquires(value = "lock", idempotent = true)
  abstract void lock();

  @Requires("lock.writeLock()")
  abstract void change();
}
