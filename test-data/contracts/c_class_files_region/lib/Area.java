package shelves;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.region.GuardedByRegion;
import dev.holdfast.annotations.region.RequiresAttached;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/** A region, read from a class file. */
@DefinesLock(name = "mmap", sameAs = "space.mmap")
@DefinesLock(name = "lock", label = "region lock", within = "space.mmap")
@DefinesLock(
    name = "stabilised",
    label = "stability",
    impliedBy = {"space.mmap", "lock"})
@DefinesState(
    name = "attached",
    needs = "stabilised",
    excludes = "detached",
    impliedBy = "lock.readLock()")
@DefinesState(name = "detached", excludes = "attached")
public abstract class Area {
  public final Space space;

  @GuardedByRegion public long flags;

  protected Area(Space space) {
    this.space = space;
  }

  @Returns("space")
  public Space space() {
    return space;
  }

  @Releases("lock.readLock()")
  public abstract void unlockRead();

  @Acquires(value = "lock", idempotent = true)
  public abstract void lockWrite();

  @RequiresRegionWrite
  public abstract void setEnd(long end);

  @RequiresAttached
  public abstract void advise(int advice);
}
