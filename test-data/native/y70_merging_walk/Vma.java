package y70;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.When;
import dev.holdfast.annotations.region.GuardedByRegion;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresAttached;
import dev.holdfast.annotations.region.RequiresDetached;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresRegionMutable;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/**
 * A region of an address space, declared as the region preset's documentation does. No findings.
 */
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
abstract class Vma {
  final Mm space;

  @GuardedByRegion long flags;

  Vma(Mm space) {
    this.space = space;
  }

  @Returns("space")
  final Mm owner() {
    return space;
  }

  @RequiresMmapRead
  @AcquiresIf(value = "lock.readLock()", result = When.TRUE)
  abstract boolean tryLockRead();

  @Releases("lock.readLock()")
  abstract void unlockRead();

  @Acquires(value = "lock", idempotent = true)
  abstract void lockWrite();

  @Releases("lock.writeLock()")
  abstract void unlockWrite();

  @RegionStabilised
  abstract long start();

  @RequiresRegionMutable
  abstract void setFlags(long flags);

  @RequiresRegionWrite
  abstract void setEnd(long end);

  @RequiresAttached
  abstract void advise(int advice);

  @RequiresDetached
  abstract void free();

  @RequiresRegionWrite
  @RequiresDetached
  @Establishes("attached")
  abstract void markAttached();

  @RequiresRegionWrite
  @RequiresAttached
  @Establishes("detached")
  abstract void markDetached();
}
