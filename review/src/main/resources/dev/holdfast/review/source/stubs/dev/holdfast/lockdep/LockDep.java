package dev.holdfast.lockdep;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.Excludes;

public final class LockDep {
  @AssertsHeld("#1")
  public static native void assertHeld(Object lock);

  @AssertsHeld("#1.writeLock()")
  public static native void assertHeldForWrite(Object lock);

  @Excludes("#1")
  public static native void assertNotHeld(Object lock);
}
