package dev.holdfast.region;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;

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
public final class Region {
  final AddressSpace space = null;

  public native AddressSpace space();

  @AssertsHeld("lock.readLock()")
  public native void assertLocked();

  @AssertsHeld("lock.writeLock()")
  public native void assertWriteLocked();

  @AssertsHeld("stabilised")
  public native void assertStabilised();

  @AssertsHeld("attached")
  public native void assertAttached();

  @AssertsHeld("detached")
  public native void assertDetached();

  @AssertsHeld(anyOf = {"lock.writeLock()", "detached"})
  public native void assertMutable();
}
