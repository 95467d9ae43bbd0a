package c_lock_scope_promise;

import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.region.RegionStabilised;

/** A scope that keeps a region stable, by whatever lock it could get. No findings here. */
@LockScope
abstract class Stable implements AutoCloseable {
  @RegionStabilised
  abstract Vma region();

  @Override
  public abstract void close();
}
