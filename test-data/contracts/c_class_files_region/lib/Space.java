package shelves;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.MayRelease;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresMmapRead;

/** The space, read from a class file. */
@DefinesLock(name = "mmap", label = "mmap lock")
public abstract class Space {
  @Acquires("mmap.readLock()")
  public abstract void lockRead();

  @Releases("mmap.readLock()")
  public abstract void unlockRead();

  @Acquires("mmap.writeLock()")
  public abstract void lockWrite();

  @Releases("mmap.writeLock()")
  public abstract void unlockWrite();

  @Acquires("mmap.readLock()")
  public abstract Hold read();

  @RequiresMmapRead
  @RegionStabilised
  @SameObject({"return.space", "this"})
  public abstract Area find(long address);

  @AcquiresIf(value = "return.lock.readLock()", result = When.NON_NULL)
  @SameObject({"return.space", "this"})
  public abstract Area tryLockRegion(long address);

  @RequiresMmapRead
  @MayRelease("mmap")
  public abstract void faultIn(long address);

  /** A scope over the mmap lock. */
  @LockScope
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
