package y70;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.MayRelease;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresMmapRead;

/** An address space: its mmap lock guards the map of its regions. No findings here. */
@DefinesLock(name = "mmap", label = "mmap lock")
abstract class Mm {
  @Acquires("mmap.readLock()")
  abstract void lockRead();

  @AcquiresIf(value = "mmap.readLock()", result = When.TRUE)
  abstract boolean tryLockRead();

  @Releases("mmap.readLock()")
  abstract void unlockRead();

  @Acquires("mmap.writeLock()")
  abstract void lockWrite();

  @Releases("mmap.writeLock()")
  abstract void unlockWrite();

  /** Gives up the lock in whatever mode it is held. */
  @Releases("mmap")
  abstract void unlock();

  @Downgrades("mmap")
  abstract void downgradeToRead();

  /** The region at the address, or null; stable as long as the mmap lock is held. */
  @RequiresMmapRead
  @RegionStabilised
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  abstract Vma find(long address);

  /** The fast path: a read-locked region, or null. */
  @AcquiresIf(value = "return.lock.readLock()", result = When.NON_NULL)
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  abstract Vma tryLockRegion(long address);

  /** The slow path: the mmap lock is held for reading if and only if the result is not null. */
  @AcquiresIf(value = "mmap.readLock()", result = When.NON_NULL, blocking = true)
  @SameObject({"return.space", "this"})
  @Establishes("return.attached")
  abstract Vma lockReadAndFind(long address);

  /** Brings the page in; may drop the mmap lock while it waits for the disk. */
  @RequiresMmapRead
  @MayRelease("mmap")
  abstract void faultIn(long address);
}
