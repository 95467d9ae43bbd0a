package dev.holdfast.region;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A reader that found a region before it was recycled. The payload says in which life it was read.
 */
public class Recycling {
  /** A region with two lives, which may be at different addresses. */
  abstract static class Lives extends Race {
    private final boolean moved;

    Lives(ReaderExclusion protocol, boolean moved) {
      super(protocol);
      this.moved = moved;
    }

    int readLife() {
      int life = read();
      return moved && life == NEW ? TORN : life;
    }

    void recycle() {
      protocol.beginCycle();
      protocol.startWrite(region);
      protocol.detach(region);
      if (moved) {
        region.move();
      }
      region.first = 1;
      linger();
      region.second = 1;
      protocol.attach(region);
      protocol.endCycle();
    }
  }

  /** The payload of the new life is complete only after its attachment. */
  abstract static class LateLives extends Lives {
    LateLives() {
      super(new ReaderExclusion(), false);
    }

    @Override
    void recycle() {
      protocol.beginCycle();
      protocol.startWrite(region);
      protocol.detach(region);
      region.first = 1;
      protocol.attach(region);
      protocol.endCycle();
      linger();
      region.second = 1;
    }
  }

  /** Recycled for other addresses. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class MovedReal extends Lives {
    public MovedReal() {
      super(new ReaderExclusion(), true);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readLife();
    }

    @Actor
    public void writer() {
      recycle();
    }
  }

  /** The range is checked before the pin. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class MovedRangeBeforePinDefect extends Lives {
    public MovedRangeBeforePinDefect() {
      super(new Defects.RangeBeforePin(), true);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readLife();
    }

    @Actor
    public void writer() {
      recycle();
    }
  }

  /** Recycled for the same addresses: the new life is as good as the old one. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class SameKeyReal extends Lives {
    public SameKeyReal() {
      super(new ReaderExclusion(), false);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readLife();
    }

    @Actor
    public void writer() {
      recycle();
    }
  }

  /** Release removed from the attachment. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class SameKeyLateStoreDefect extends LateLives {
    public SameKeyLateStoreDefect() {
      super();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readLife();
    }

    @Actor
    public void writer() {
      recycle();
    }
  }
}
