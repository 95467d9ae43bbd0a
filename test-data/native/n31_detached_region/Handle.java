package n31;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/** A life cycle without regions: a handle must be open to be locked or written. */
@DefinesLock(name = "handle", label = "handle lock")
@DefinesState(name = "open", excludes = "closed")
@DefinesState(name = "closed", excludes = "open")
abstract class Handle {
  @GuardedBy("handle")
  long position;

  @Requires("closed")
  @Establishes("open")
  abstract void open();

  @Requires("open")
  @Establishes("closed")
  abstract void close();

  @Requires("open")
  @Acquires("handle")
  abstract void lock();

  @Releases("handle")
  abstract void unlock();

  @Requires("open")
  abstract void write(int value);
}
