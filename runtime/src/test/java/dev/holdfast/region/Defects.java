package dev.holdfast.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The wrong versions behind {@link Mutant}. */
final class Defects {
  private Defects() {}

  /** Makes a finder. */
  interface FinderMaker {
    RegionFinder make(TestParts parts, LookupCounters counters);
  }

  /** Parts of which a test that depends on chance demands much. */
  private abstract static class DefectiveParts extends TestParts {
    @Override
    int rounds() {
      return 500;
    }
  }

  static Supplier<TestParts> exclusion(Supplier<ReaderExclusion> maker) {
    return () ->
        new DefectiveParts() {
          @Override
          ReaderExclusion exclusion() {
            return maker.get();
          }
        };
  }

  static Supplier<TestParts> finder(FinderMaker maker) {
    return () ->
        new DefectiveParts() {
          @Override
          RegionFinder finder(LookupCounters counters) {
            return maker.make(this, counters);
          }
        };
  }

  static Supplier<TestParts> lock(BiFunction<String, ReaderExclusion, SpaceLock> maker) {
    return () ->
        new DefectiveParts() {
          private ReaderExclusion exclusion;

          @Override
          ReaderExclusion exclusion() {
            exclusion = super.exclusion();
            return exclusion;
          }

          @Override
          SpaceLock lock(String name) {
            return maker.apply(name, exclusion);
          }
        };
  }

  // Readers.

  static class NoMainCheck extends ReaderExclusion {
    @Override
    boolean hintsWriteLock(RegionState region) {
      return false;
    }

    @Override
    ReadAttempt identify(RegionState region, long address) {
      if (region.owner() != this) {
        return ReadAttempt.FOREIGN_OWNER;
      }
      return region.covers(address) ? ReadAttempt.GRANTED : ReadAttempt.OUT_OF_RANGE;
    }
  }

  static final class CheckBeforePin extends NoMainCheck {
    @Override
    boolean hintsWriteLock(RegionState region) {
      return isWriteLocked(region);
    }

    @Override
    int pin(RegionState region) {
      Thread.yield();
      return super.pin(region);
    }
  }

  static final class NoOwnerCheck extends ReaderExclusion {
    @Override
    ReadAttempt identify(RegionState region, long address) {
      return region.owner().isWriteLocked(region)
          ? ReadAttempt.WRITE_LOCKED
          : region.covers(address) ? ReadAttempt.GRANTED : ReadAttempt.OUT_OF_RANGE;
    }
  }

  static final class NoRangeCheck extends ReaderExclusion {
    @Override
    ReadAttempt identify(RegionState region, long address) {
      ReadAttempt attempt = super.identify(region, address);
      return attempt == ReadAttempt.OUT_OF_RANGE ? ReadAttempt.GRANTED : attempt;
    }
  }

  /** The key is checked at the moment of the look-up, which the scenario puts before the pin. */
  static final class IdentityBeforePin extends ReaderExclusion {
    private boolean checked;

    @Override
    boolean hintsWriteLock(RegionState region) {
      checked = true;
      return super.hintsWriteLock(region);
    }

    @Override
    ReadAttempt identify(RegionState region, long address) {
      return checked ? ReadAttempt.GRANTED : super.identify(region, address);
    }
  }

  static final class Saturating extends ReaderExclusion {
    @Override
    int pin(RegionState region) {
      int found = region.count();
      if (found >= RegionState.LIMIT && !RegionState.isExcluding(found)) {
        /* Counts as pinned without a trace. */
        return RegionState.ATTACHED;
      }
      return super.pin(region);
    }
  }

  // Leaving.

  static final class NoWake extends ReaderExclusion {
    @Override
    void endRead(RegionState region) {
      region.unpin();
    }
  }

  static final class WakeOnOldValue extends ReaderExclusion {
    @Override
    void endRead(RegionState region) {
      if (RegionState.mayEndWait(region.unpin() + 1)) {
        writerWait().wake();
      }
    }
  }

  static final class WakeOnlyWriter extends ReaderExclusion {
    @Override
    void endRead(RegionState region) {
      if (region.unpin() == RegionState.EXCLUDE + RegionState.ATTACHED) {
        writerWait().wake();
      }
    }
  }

  static final class WrongWakeTarget extends ReaderExclusion {
    @Override
    void backOut(RegionState region) {
      endRead(region);
    }
  }

  // The writer.

  static final class NoExclusion extends ReaderExclusion {
    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      return Exclusion.AlreadyDetached.INSTANCE;
    }
  }

  static final class NoWait extends ReaderExclusion {
    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      return region.exclude()
          ? new Exclusion.Excluded(new Exclusion.Token(region))
          : Exclusion.AlreadyDetached.INSTANCE;
    }
  }

  static final class FlagRemovedFirst extends ReaderExclusion {
    @Override
    void lockThenInclude(RegionState region, Exclusion exclusion) {
      if (exclusion instanceof Exclusion.Excluded excluded) {
        excluded.token().close();
      }
      Thread.yield();
      region.setSequence(sequence().hint());
    }
  }

  static final class NoUndo extends ReaderExclusion {
    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      Exclusion exclusion = super.excludeReaders(region, target, interruptible);
      if (exclusion instanceof Exclusion.Interrupted) {
        region.exclude();
      }
      return exclusion;
    }
  }

  static final class StaleEarlyReturn extends ReaderExclusion {
    private final Set<RegionState> locked = new HashSet<>();

    @Override
    boolean isAlreadyLocked(RegionState region) {
      return !locked.add(region) || super.isAlreadyLocked(region);
    }
  }

  static final class RepeatedExclusion extends ReaderExclusion {
    @Override
    boolean isAlreadyLocked(RegionState region) {
      return false;
    }
  }

  static class NoBulkRelease extends ReaderExclusion {
    private boolean writing;

    @Override
    void beginCycle() {
      if (!writing) {
        super.beginCycle();
      }
      writing = true;
    }

    @Override
    void endCycle() {}
  }

  static final class DowngradeWithoutEnd extends ReaderExclusion {
    @Override
    void endCycle() {
      if (!isDowngrade()) {
        super.endCycle();
      }
    }

    private static boolean isDowngrade() {
      return StackWalker.getInstance()
          .walk(frames -> frames.anyMatch(f -> f.getMethodName().equals("downgradeToRead")));
    }
  }

  static final class NoEndWrite extends ReaderExclusion {
    @Override
    void endWrite(RegionState region) {}
  }

  static final class DetachWithoutWait extends ReaderExclusion {
    @Override
    ReadAttempt identify(RegionState region, long address) {
      Thread.yield();
      return super.identify(region, address);
    }

    @Override
    void awaitDetached(RegionState region) {}
  }

  static final class DetachTargetOffByOne extends ReaderExclusion {
    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      int wrong = target == RegionState.EXCLUDE ? target + RegionState.ATTACHED : target;
      return super.excludeReaders(region, wrong, interruptible);
    }
  }

  /** Clears the number of a new region only to put the old one back. */
  static final class KeptNumber extends ReaderExclusion {
    private final Map<RegionState, Long> former = new HashMap<>();

    @Override
    void lockThenInclude(RegionState region, Exclusion exclusion) {
      former.put(region, region.sequence());
      super.lockThenInclude(region, exclusion);
    }

    @Override
    void endWrite(RegionState region) {
      region.setSequence(former.getOrDefault(region, RegionState.UNLOCKED));
    }
  }

  // Waiting.

  static final class SlotAfterCheck extends WriterWait {
    private volatile Thread slot;

    @Override
    boolean await(RegionState region, int target, boolean interruptible) {
      if (region.count() == target) {
        return true;
      }
      Thread.yield();
      beforeSlot();
      slot = Thread.currentThread();
      LockSupport.park(this);
      slot = null;
      return true;
    }

    /** Gives a reader the time to leave between the look and the slot. */
    private static void beforeSlot() {
      LockSupport.parkNanos(50_000_000);
    }

    @Override
    void wake() {
      Thread writer = slot;
      if (writer != null) {
        LockSupport.unpark(writer);
      }
    }
  }

  static final class LostInterrupt extends WriterWait {
    @Override
    boolean await(RegionState region, int target, boolean interruptible) {
      boolean done = super.await(region, target, interruptible);
      if (!interruptible) {
        Thread.interrupted();
      }
      return done;
    }
  }

  // Look-ups.

  static final class RetryLost extends TestParts.Finder {
    RetryLost(TestParts parts, LookupCounters counters) {
      super(parts, counters);
    }

    @Override
    boolean isRetried(ReadAttempt attempt, int retries) {
      return false;
    }
  }

  static final class RetryWithoutReset extends TestParts.Finder {
    private final Map<Long, RegionMap.Mapping> first = new HashMap<>();

    RetryWithoutReset(TestParts parts, LookupCounters counters) {
      super(parts, counters);
    }

    @Override
    RegionMap.Mapping lookUp(AddressSpace space, long address) {
      RegionMap.Mapping found = super.lookUp(space, address);
      return first.computeIfAbsent(address, key -> found);
    }
  }

  /** Takes only a region that is the very object, in the very place, that was found before. */
  static final class StrictIdentity extends TestParts.Finder {
    StrictIdentity(TestParts parts, LookupCounters counters) {
      super(parts, counters);
    }

    @Override
    RegionMap.Mapping lookUp(AddressSpace space, long address) {
      RegionMap.Mapping found = super.lookUp(space, address);
      return space.regionMap().at(address) == found ? found : null;
    }
  }

  static final class StaleAfterUpgrade extends TestParts.Finder {
    StaleAfterUpgrade(TestParts parts, LookupCounters counters) {
      super(parts, counters);
    }

    @Override
    RegionMap.Mapping revalidate(AddressSpace space, RegionMap.Mapping candidate, long address) {
      return candidate;
    }
  }

  static final class NoGapCheck extends TestParts.Finder {
    NoGapCheck(TestParts parts, LookupCounters counters) {
      super(parts, counters);
    }

    @Override
    boolean isStillNext(AddressSpace space, RegionMap map, long position, Region candidate) {
      return true;
    }
  }

  static final class LookUpOffByOne extends TestParts.Finder {
    LookUpOffByOne(TestParts parts, LookupCounters counters) {
      super(parts, counters);
    }

    @Override
    RegionMap.Mapping lookUp(AddressSpace space, long address) {
      return super.lookUp(space, address - 1);
    }
  }

  // The mmap lock.

  static final class IncrementOnFailure extends SpaceLock {
    private final ReaderExclusion exclusion;

    IncrementOnFailure(String name, ReaderExclusion exclusion) {
      super(name);
      this.exclusion = exclusion;
    }

    @Override
    void lockWriteInterruptibly() throws InterruptedException {
      try {
        super.lockWriteInterruptibly();
      } catch (InterruptedException e) {
        exclusion.beginCycle();
        throw e;
      }
    }
  }

  static final class LeakOnFailure extends SpaceLock {
    LeakOnFailure(String name) {
      super(name);
    }

    @Override
    void unlockRead() {
      if (!isSlowPath()) {
        super.unlockRead();
      }
    }

    private static boolean isSlowPath() {
      return StackWalker.getInstance()
          .walk(frames -> frames.anyMatch(f -> f.getMethodName().equals("lockReadAndFind")));
    }
  }

  static final class GapInDowngrade extends SpaceLock {
    GapInDowngrade(String name) {
      super(name);
    }

    @Override
    void downgrade() {
      unlockWrite();
      lockRead();
    }
  }
}
