package dev.holdfast.region;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A reader that takes the fast path while a writer locks the region, changes it, and ends its
 * cycle.
 */
public class ReaderAgainstWriter {
  /** The first half is read before the main check. */
  abstract static class EagerRace extends Race {
    EagerRace() {
      super(new Defects.ReadBeforeCheck());
    }

    @Override
    int read() {
      if (protocol.tryStartRead(region, StressRegion.ADDRESS) != ReadAttempt.GRANTED) {
        return REFUSED;
      }
      int first = ((Defects.ReadBeforeCheck) protocol).loaded();
      int second = region.second;
      protocol.endRead(region);
      return verdict(first, second);
    }
  }

  /** The second half is stored after the cycle has ended. */
  abstract static class LateRace extends Race {
    LateRace() {
      super(new ReaderExclusion());
    }

    @Override
    void write() {
      protocol.beginCycle();
      protocol.startWrite(region);
      region.first = 1;
      protocol.endCycle();
      linger();
      region.second = 1;
    }
  }

  /** The protocol as it is. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class Real extends Race {
    public Real() {
      super(new ReaderExclusion());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** Acquire removed from the pin. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class CheckBeforePinDefect extends Race {
    public CheckBeforePinDefect() {
      super(new Defects.CheckBeforePin());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** Gate and number in the wrong order. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class IncludeThenLockDefect extends Race {
    public IncludeThenLockDefect() {
      super(new Defects.IncludeThenLock());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** No gate at all. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class NoExclusionDefect extends Race {
    public NoExclusionDefect() {
      super(new Defects.NoExclusion());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** A gate, but no wait. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class NoWaitDefect extends Race {
    public NoWaitDefect() {
      super(new Defects.NoWait());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** Main check removed. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class NoMainCheckDefect extends Race {
    public NoMainCheckDefect() {
      super(new Defects.NoMainCheck());
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** Acquire removed from the number of the space. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class ReadBeforeCheckDefect extends EagerRace {
    public ReadBeforeCheckDefect() {
      super();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** Release removed from the end of the cycle. */
  @JCStressTest
  @JCStressMeta(ReadOutcomes.class)
  @State
  public static class StoreAfterEndDefect extends LateRace {
    public StoreAfterEndDefect() {
      super();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = readOften();
    }

    @Actor
    public void writer() {
      write();
    }
  }
}
