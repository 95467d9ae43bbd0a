package dev.holdfast.region;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Region readers enter a downgraded space, writers do not. */
public class ReaderAfterDowngrade {
  /** A space with one region; its flags say who wrote last. */
  abstract static class Spaces {
    private final AddressSpace space = AddressSpace.create();
    private final Region region;
    private final boolean withoutGap;

    Spaces(boolean withoutGap) {
      this.withoutGap = withoutGap;
      space.lockWrite();
      region = space.map(0x1000, 0x2000);
      space.unlockWrite();
    }

    int downgrade() {
      space.lockWrite();
      region.lockWrite();
      region.setFlags(1);
      if (withoutGap) {
        space.downgradeToRead();
      } else {
        space.unlockWrite();
        space.lockRead();
      }
      long seen = region.flags();
      space.unlockRead();
      return seen == 1 ? 0 : 1;
    }

    int read() {
      Region found = space.tryLockRegion(0x1800);
      if (found == null) {
        return 0;
      }
      found.unlockRead();
      return 1;
    }

    void write() {
      space.lockWrite();
      region.lockWrite();
      region.setFlags(2);
      space.unlockWrite();
    }
  }

  /** The space as it is. */
  @JCStressTest
  @JCStressMeta(DowngradedOutcomes.class)
  @State
  public static class Real extends Spaces {
    public Real() {
      super(true);
    }

    @Actor
    public void downgrader(II_Result r) {
      r.r1 = downgrade();
    }

    @Actor
    public void readerAndWriter(II_Result r) {
      r.r2 = read();
      write();
    }
  }

  /** Release and retake. */
  @JCStressTest
  @JCStressMeta(DowngradedOutcomes.class)
  @State
  public static class GapDefect extends Spaces {
    public GapDefect() {
      super(false);
    }

    @Actor
    public void downgrader(II_Result r) {
      r.r1 = downgrade();
    }

    @Actor
    public void readerAndWriter(II_Result r) {
      r.r2 = read();
      write();
    }
  }
}
