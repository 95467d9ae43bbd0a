package dev.holdfast.region;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Excludes;

@DefinesLock(name = "mmap", label = "mmap lock")
public final class AddressSpace {
  @AssertsHeld("mmap.readLock()")
  public native void assertLocked();

  @AssertsHeld("mmap.writeLock()")
  public native void assertWriteLocked();

  @Excludes("mmap")
  public native void assertNotLocked();
}
