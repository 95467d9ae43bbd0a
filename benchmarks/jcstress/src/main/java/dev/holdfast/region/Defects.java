package dev.holdfast.region;

/**
 * Wrong versions of the protocol. A missing acquire or release is planted as the program order that
 * it would permit, so that it shows on hardware that does not reorder by itself.
 */
final class Defects {
  private Defects() {}

  /** The main check comes before the pin, as without acquire on the pin. */
  static class CheckBeforePin extends ReaderExclusion {
    @Override
    boolean hintsWriteLock(RegionState region) {
      boolean locked = isWriteLocked(region);
      Race.linger();
      return locked;
    }

    @Override
    ReadAttempt identify(RegionState region, long address) {
      return region.covers(address) ? ReadAttempt.GRANTED : ReadAttempt.OUT_OF_RANGE;
    }
  }

  /** The range is checked before the pin. */
  static final class RangeBeforePin extends ReaderExclusion {
    @Override
    boolean hintsWriteLock(RegionState region) {
      boolean hopeless = super.hintsWriteLock(region) || !region.covers(StressRegion.ADDRESS);
      Race.linger();
      return hopeless;
    }

    @Override
    ReadAttempt identify(RegionState region, long address) {
      return isWriteLocked(region) ? ReadAttempt.WRITE_LOCKED : ReadAttempt.GRANTED;
    }
  }

  /** The payload is loaded before the main check, as without acquire on the number of the space. */
  static final class ReadBeforeCheck extends ReaderExclusion {
    private int loaded;

    @Override
    boolean hintsWriteLock(RegionState region) {
      boolean locked = super.hintsWriteLock(region);
      Race.linger();
      return locked;
    }

    @Override
    ReadAttempt identify(RegionState region, long address) {
      loaded = ((StressRegion) region).first;
      Race.linger();
      Race.linger();
      Race.linger();
      return super.identify(region, address);
    }

    int loaded() {
      return loaded;
    }
  }

  /** The gate opens before the number is stored. */
  static final class IncludeThenLock extends ReaderExclusion {
    @Override
    void lockThenInclude(RegionState region, Exclusion exclusion) {
      if (exclusion instanceof Exclusion.Excluded excluded) {
        excluded.token().close();
      }
      Race.linger();
      region.setSequence(sequence().hint());
    }
  }

  /** Readers are not kept out while the number is stored. */
  static final class NoExclusion extends ReaderExclusion {
    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      return Exclusion.AlreadyDetached.INSTANCE;
    }
  }

  /** New readers are kept out, present ones are not waited for. */
  static final class NoWait extends ReaderExclusion {
    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      return region.exclude()
          ? new Exclusion.Excluded(new Exclusion.Token(region))
          : Exclusion.AlreadyDetached.INSTANCE;
    }
  }

  /** A pin is enough. */
  static final class NoMainCheck extends ReaderExclusion {
    @Override
    boolean isWriteLocked(RegionState region) {
      return false;
    }

    @Override
    boolean hintsWriteLock(RegionState region) {
      return false;
    }
  }

  /** Nobody wakes the writer. */
  static final class NoWake extends ReaderExclusion {
    @Override
    void endRead(RegionState region) {
      region.unpin();
    }
  }

  /** The decision to wake is made on the count before the reader left. */
  static final class WakeOnOldValue extends ReaderExclusion {
    @Override
    void endRead(RegionState region) {
      int before = region.unpin() + 1;
      if (RegionState.mayEndWait(before)) {
        writerWait().wake();
      }
    }
  }

  /** A detacher that waits for the last reader is forgotten. */
  static final class WakeWriterOnly extends ReaderExclusion {
    @Override
    void endRead(RegionState region) {
      if (region.unpin() == RegionState.EXCLUDE + RegionState.ATTACHED) {
        writerWait().wake();
      }
    }
  }

  /** Readers that pinned a region before it was detached are not waited for. */
  static final class NoSlowPath extends ReaderExclusion {
    @Override
    void awaitDetached(RegionState region) {}
  }

  /** A detacher leaves when one reader is still there. */
  static final class DetachTargetOffByOne extends ReaderExclusion {
    @Override
    void awaitDetached(RegionState region) {
      int target = RegionState.EXCLUDE + RegionState.ATTACHED;
      if (excludeReaders(region, target, false) instanceof Exclusion.Excluded excluded) {
        excluded.token().close();
      }
    }
  }
}
