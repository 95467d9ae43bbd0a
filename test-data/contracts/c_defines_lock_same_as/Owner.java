package c_defines_lock_same_as;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;

/** Carries the lock that others name too. No findings here. */
@DefinesLock(name = "core", label = "core lock")
abstract class Owner {
  @Acquires("core")
  abstract void lock();

  @Releases("core")
  abstract void unlock();
}
