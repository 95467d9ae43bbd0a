package dev.holdfast.region;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two readers that enter and leave around a write cycle. */
public class ReadersInTurn {
  /** The writer's thread is also the second reader, before and after its cycle. */
  abstract static class TwiceRace extends Race {
    TwiceRace(ReaderExclusion protocol) {
      super(protocol);
    }

    /** So often that one of the reads meets the writer. */
    int readAgainAndAgain() {
      return Math.max(readTwice(), Math.max(readTwice(), readTwice()));
    }

    int writeAndRead() {
      write();
      return readTwice();
    }

    int readTwice() {
      if (protocol.tryStartRead(region, StressRegion.ADDRESS) != ReadAttempt.GRANTED) {
        return REFUSED;
      }
      int first = region.first;
      linger();
      int second = region.second;
      protocol.endRead(region);
      return verdict(first, second);
    }
  }

  /** Each reader looks again after it has left. */
  abstract static class LingeringRace extends TwiceRace {
    LingeringRace() {
      super(new ReaderExclusion());
    }

    @Override
    int readTwice() {
      if (protocol.tryStartRead(region, StressRegion.ADDRESS) != ReadAttempt.GRANTED) {
        return REFUSED;
      }
      int first = region.first;
      protocol.endRead(region);
      linger();
      return verdict(first, region.second);
    }
  }

  /** The protocol as it is. */
  @JCStressTest
  @JCStressMeta(TwoReadOutcomes.class)
  @State
  public static class Real extends TwiceRace {
    public Real() {
      super(new ReaderExclusion());
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = readAgainAndAgain();
    }

    @Actor
    public void secondAndWriter(II_Result r) {
      r.r2 = Math.max(readTwice(), writeAndRead());
    }
  }

  /** Release lost in the chain of readers that leave. */
  @JCStressTest
  @JCStressMeta(TwoReadOutcomes.class)
  @State
  public static class ReadAfterUnpinDefect extends LingeringRace {
    public ReadAfterUnpinDefect() {
      super();
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = readAgainAndAgain();
    }

    @Actor
    public void secondAndWriter(II_Result r) {
      r.r2 = Math.max(readTwice(), writeAndRead());
    }
  }

  /** Acquire lost in the chain of readers that enter. */
  @JCStressTest
  @JCStressMeta(TwoReadOutcomes.class)
  @State
  public static class CheckBeforePinDefect extends TwiceRace {
    public CheckBeforePinDefect() {
      super(new Defects.CheckBeforePin());
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = readAgainAndAgain();
    }

    @Actor
    public void secondAndWriter(II_Result r) {
      r.r2 = Math.max(readTwice(), writeAndRead());
    }
  }
}
