package dev.holdfast.region;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A reader that is bound to fail leaves a region that is recycled meanwhile: the new life must stay
 * attached.
 */
public class LateRelease {
  /** A region that is detached and attached again around a late release. */
  abstract static class Reborn extends Race {
    private final Lifeguard guard;

    Reborn(ReaderExclusion protocol) {
      super(protocol);
      guard = new Lifeguard(region, RegionState.EXCLUDE + RegionState.ATTACHED);
      protocol.beginCycle();
      protocol.startWrite(region);
      region.pin();
    }

    void visit() {
      protocol.endRead(region);
      guard.readersGone();
    }

    void recycle() {
      guard.watch(() -> protocol.detach(region));
      protocol.attach(region);
    }

    int outcome() {
      return guard.wasLost() || region.count() != RegionState.ATTACHED ? 1 : 0;
    }
  }

  /** The protocol as it is. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class Real extends Reborn {
    public Real() {
      super(new ReaderExclusion());
    }

    @Actor
    public void reader() {
      visit();
    }

    @Actor
    public void writer() {
      recycle();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = outcome();
    }
  }

  /** Pins left behind are not waited for. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class NoSlowPathDefect extends Reborn {
    public NoSlowPathDefect() {
      super(new Defects.NoSlowPath());
    }

    @Actor
    public void reader() {
      visit();
    }

    @Actor
    public void writer() {
      recycle();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = outcome();
    }
  }

  /** One pin too many is left behind. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class TargetOffByOneDefect extends Reborn {
    public TargetOffByOneDefect() {
      super(new Defects.DetachTargetOffByOne());
    }

    @Actor
    public void reader() {
      visit();
    }

    @Actor
    public void writer() {
      recycle();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = outcome();
    }
  }
}
