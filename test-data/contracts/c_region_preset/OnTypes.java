package c_region_preset;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/** The aliases on methods of the region itself, and the promise about a returned region. */
final class OnTypes {
  abstract static class Area extends Vma {
    Area(Mm space) {
      super(space);
    }

    @RegionStabilised
    long readsItself() {
      return flags;
    }

    @RequiresRegionWrite
    void writesItself() {
      flags = 3;
    }

    @RequiresMmapWrite
    void locksItself() {
      lockWrite();
      flags = 5;
    }

    void needsNothing() {
      flags = 7; // expect: UnguardedAccess "region lock"
    }
  }

  abstract static class Lookup {
    @RegionStabilised
    @Requires("mm.mmap.readLock()")
    abstract Vma find(Mm mm, long address);

    @Requires("mm.mmap.readLock()")
    abstract Vma findWithoutPromise(Mm mm, long address);
  }

  @RequiresMmapRead("mm")
  long promised(Lookup lookup, Mm mm) {
    Vma r = lookup.find(mm, 4096);
    return r == null ? 0 : r.flags;
  }

  @RequiresMmapRead("mm")
  long notPromised(Lookup lookup, Mm mm) {
    Vma r = lookup.findWithoutPromise(mm, 4096);
    return r == null ? 0 : r.flags; // expect: UnguardedAccess "stability"
  }
}
