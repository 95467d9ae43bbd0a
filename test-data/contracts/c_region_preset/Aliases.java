package c_region_preset;

import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresAttached;
import dev.holdfast.annotations.region.RequiresDetached;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionMutable;
import dev.holdfast.annotations.region.RequiresRegionRead;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/** Each alias of the region preset, on both sides. */
abstract class Aliases {
  @RequiresMmapRead("mm")
  Vma mmapRead(Mm mm) {
    mm.downgradeToRead(); // expect: LockNotHeld "mmap lock"
    return mm.find(4096);
  }

  @RequiresMmapWrite("mm")
  Vma mmapWrite(Mm mm) {
    return mm.find(4096);
  }

  long regionRead(@RequiresRegionRead Vma r) {
    r.advise(3);
    r.flags = 5; // expect: UnguardedAccess "region lock"
    return r.flags;
  }

  void regionWrite(@RequiresRegionWrite Vma r) {
    r.flags = 7;
    mmapWrite(r.space);
    r.advise(9); // expect: LockNotHeld "attached"
  }

  long stabilised(@RegionStabilised Vma r) {
    r.flags = 11; // expect: UnguardedAccess "region lock"
    return r.flags + r.start();
  }

  void attached(@RegionStabilised @RequiresAttached Vma r) {
    r.advise(13);
    r.free(); // expect: LockNotHeld "detached"
  }

  void detached(@RequiresDetached Vma r) {
    r.free();
    r.setFlags(15);
    r.advise(17); // expect: LockNotHeld "attached"
  }

  void mutable(@RequiresRegionMutable Vma r) {
    r.setFlags(19);
    r.setEnd(8192); // expect: LockNotHeld "region lock"
  }

  void callers(Mm mm, Vma r) {
    mmapRead(mm); // expect: LockNotHeld "mmap lock"
    mmapWrite(mm); // expect: LockNotHeld "mmap lock"
    regionRead(r); // expect: LockNotHeld "region lock"
    regionWrite(r); // expect: LockNotHeld "region lock"
    stabilised(r); // expect: LockNotHeld "stability"
    detached(r); // expect: LockNotHeld "detached"
    mutable(r); // expect: LockNotHeld "region lock"
  }

  @RequiresMmapRead("mm")
  void mmapForReading(Mm mm) {
    mmapRead(mm);
    mmapWrite(mm); // expect: LockNotHeld "for reading"
  }

  @RequiresMmapRead("r")
  void throughTheRegion(Vma r) {
    mmapRead(r.space);
    stabilised(r);
    regionRead(r); // expect: LockNotHeld "region lock"
  }

  void regionForReading(@RequiresRegionRead Vma r) {
    regionRead(r);
    stabilised(r);
    attached(r);
    regionWrite(r); // expect: LockNotHeld "for reading"
    mmapRead(r.space); // expect: LockNotHeld "mmap lock"
  }

  void regionForWriting(@RequiresRegionWrite Vma r) {
    regionRead(r);
    regionWrite(r);
    stabilised(r);
    mutable(r);
    mmapRead(r.space);
    attached(r); // expect: LockNotHeld "attached"
  }
}
