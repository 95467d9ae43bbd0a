package dev.holdfast.region;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads that take the mmap lock for writing and turn it into a read hold. */
public class Downgrade {
  /** Each thread stores its number while it writes, and looks for it while it reads. */
  abstract static class Holders {
    private final SpaceLock lock = new SpaceLock("stress");
    private final AtomicInteger numbers = new AtomicInteger();
    private final boolean withoutGap;
    private int value;

    Holders(boolean withoutGap) {
      this.withoutGap = withoutGap;
    }

    int downgrade() {
      int number = numbers.incrementAndGet();
      lock.lockWrite();
      value = number;
      if (withoutGap) {
        lock.downgrade();
      } else {
        lock.unlockWrite();
        lock.lockRead();
      }
      int seen = value;
      lock.unlockRead();
      return seen == number ? 0 : 1;
    }
  }

  /** The lock as it is. */
  @JCStressTest
  @JCStressMeta(DowngradeOutcomes.class)
  @State
  public static class Real extends Holders {
    public Real() {
      super(true);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = downgrade();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = downgrade();
    }
  }

  /** Release and retake. */
  @JCStressTest
  @JCStressMeta(DowngradeOutcomes.class)
  @State
  public static class GapDefect extends Holders {
    public GapDefect() {
      super(false);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = downgrade();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = downgrade();
    }
  }
}
