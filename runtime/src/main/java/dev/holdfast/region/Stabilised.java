package dev.holdfast.region;

import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.region.RegionStabilised;

/**
 * A region that stays as it is until this is closed, whether by its own lock or by the mmap lock of
 * its space. To be closed by the thread that obtained it.
 */
@LockScope
public final class Stabilised implements AutoCloseable {
  private enum Held {
    REGION,
    SPACE,
    NOTHING
  }

  private final Region region;
  private Held held;

  private Stabilised(Region region, Held held) {
    this.region = region;
    this.held = held;
  }

  /** Over a hole: nothing is held. */
  static Stabilised hole() {
    return new Stabilised(null, Held.NOTHING);
  }

  /** With the region read-locked. */
  static Stabilised byRegion(Region region) {
    return new Stabilised(region, Held.REGION);
  }

  /** With the mmap lock of the region's space held for reading. */
  static Stabilised bySpace(Region region) {
    return new Stabilised(region, Held.SPACE);
  }

  /** The region, or null over a hole. Not to be asked for after this was closed. */
  @RegionStabilised
  public Region region() {
    if (region != null) {
      region.assertStabilised();
    }
    return region;
  }

  /**
   * Releases what is held; does nothing the second time.
   *
   * @throws IllegalMonitorStateException if this thread does not hold it
   */
  @Override
  public void close() {
    switch (held) {
      case REGION -> region.unlockRead();
      case SPACE -> region.space().unlockRead();
      case NOTHING -> {
        /* A hole, or closed before. */
      }
    }
    held = Held.NOTHING;
  }
}
