package sample.paging;

import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresRegionWrite;
import dev.holdfast.region.AddressSpace;
import dev.holdfast.region.ReadHold;
import dev.holdfast.region.Region;
import dev.holdfast.region.WriteHold;

/** A store with one mistake in each method. All but one were made in a kernel before. */
final class BrokenStore {
  private final AddressSpace space;

  BrokenStore(AddressSpace space) {
    this.space = space;
  }

  /** Downgrading ends the region write locks too. */
  void protectAfterDowngrade(long address, long flags) {
    try (WriteHold hold = space.write()) {
      Region region = space.find(address);
      if (region != null) {
        region.lockWrite();
        hold.downgrade();
        region.setFlags(flags); // expect: LockNotHeld
      }
    }
  }

  /** The mmap lock for writing does not keep out those who read under region locks. */
  void protectWithoutRegionLock(long address, long flags) {
    try (WriteHold hold = space.write()) {
      Region region = space.find(address);
      if (region != null) {
        region.setFlags(flags); // expect: LockNotHeld
      }
    }
  }

  /** A region write lock exists only inside the mmap lock held for writing. */
  void protectUnderReadLock(long address) {
    try (ReadHold hold = space.read()) {
      Region region = space.find(address);
      if (region != null) {
        region.lockWrite(); // expect: LockNotHeld
        region.unlockWrite();
      }
    }
  }

  /** Waiting for the mmap lock with a region read-locked closes a cycle with any writer of that region. */
  int countWhileReading(long address) {
    Region region = space.tryLockRegion(address);
    if (region == null) {
      return 0;
    }
    try {
      space.lockRead(); // expect: LockOrder
      try {
        return space.regionCount();
      } finally {
        space.unlockRead();
      }
    } finally {
      region.unlockRead();
    }
  }

  /** After the lock is released the region may be another one. */
  long sizeAfterUnlock(long address) {
    Region region;
    try (ReadHold hold = space.read()) {
      region = space.find(address);
    }
    return region == null ? 0 : size(region); // expect: LockNotHeld
  }

  /** The lock of one space is none of another. */
  void mapIntoOther(AddressSpace other, long start, long end) {
    try (WriteHold hold = space.write()) {
      other.map(start, end); // expect: LockNotHeld
    }
  }

  /** Changing what is mapped needs the lock for writing. */
  void mapUnderReadLock(long start, long end) {
    try (ReadHold hold = space.read()) {
      space.map(start, end); // expect: LockNotHeld
    }
  }

  /** A detached region is not detached again. */
  void detachTwice(long address) {
    try (WriteHold hold = space.write()) {
      Region region = space.find(address);
      if (region != null) {
        region.lockWrite();
        region.markDetached();
        region.markDetached(); // expect: LockNotHeld
      }
    }
  }

  /** The fast path may fail at any time. */
  long sizeWithoutNullCheck(long address) {
    Region region = space.tryLockRegion(address);
    try {
      return size(region); // expect: LockNotHeld
    } finally {
      if (region != null) {
        region.unlockRead();
      }
    }
  }

  /** The end of the mmap write lock is the end of all region write locks. */
  void protectInTheNextCycle(long address, long flags) {
    Region region;
    try (WriteHold hold = space.write()) {
      region = space.find(address);
      if (region == null) {
        return;
      }
      region.lockWrite();
    }
    protect(region, flags); // expect: LockNotHeld
  }

  /** The fallback holds the mmap lock, not the region lock. */
  long sizeWithWrongRelease(long address) {
    Region region = space.lockReadAndFind(address);
    if (region == null) {
      return 0;
    }
    try {
      return size(region);
    } finally {
      region.unlockRead(); // expect: ReleaseNotHeld
      space.unlockRead();
    }
  }

  /** The mmap lock is not reentrant: a waiting writer stops the second one for ever. */
  int countTwice() {
    try (ReadHold hold = space.read()) {
      space.lockRead(); // expect: DoubleAcquire
      try {
        return space.regionCount();
      } finally {
        space.unlockRead();
      }
    }
  }

  /** There is no way up from reading to writing. */
  void mapIfAbsent(long start, long end) {
    try (ReadHold reading = space.read()) {
      if (space.find(start) == null) {
        try (WriteHold writing = space.write()) { // expect: DoubleAcquire
          space.map(start, end);
        }
      }
    }
  }

  private static long size(@RegionStabilised Region region) {
    region.assertStabilised();
    return region.end() - region.start();
  }

  private static void protect(@RequiresRegionWrite Region region, long flags) {
    region.assertWriteLocked();
    region.setFlags(flags);
  }
}
