package dev.holdfast.region;

import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A writer that waits for the last reader to leave. */
public class WakeUp {
  /** A reader that is in when the writer begins to wait. */
  abstract static class Waiting extends Race {
    private final Lifeguard guard;

    Waiting(ReaderExclusion protocol) {
      super(protocol);
      guard = new Lifeguard(region, RegionState.EXCLUDE + RegionState.ATTACHED);
      protocol.tryStartReadLocked(region);
    }

    void leave() {
      protocol.endRead(region);
      guard.readersGone();
    }

    int lock() {
      protocol.beginCycle();
      guard.watch(() -> protocol.startWrite(region));
      return guard.wasLost() ? 1 : 0;
    }
  }

  /**
   * A reader that is bound to fail, and may be the last one out of a region that is being detached.
   */
  abstract static class Detaching extends Race {
    private final Lifeguard guard;

    Detaching(ReaderExclusion protocol) {
      super(protocol);
      guard = new Lifeguard(region, RegionState.EXCLUDE);
      protocol.beginCycle();
      protocol.startWrite(region);
      region.pin();
    }

    void visit() {
      protocol.endRead(region);
      guard.readersGone();
    }

    int detach() {
      guard.watch(() -> protocol.detach(region));
      return guard.wasLost() || region.count() != RegionState.DETACHED ? 1 : 0;
    }
  }

  /** The slot is stored after the condition was read, and the condition is not read again. */
  static final class LateRegistration extends ReaderExclusion {
    private volatile Thread waiter;

    @Override
    Exclusion excludeReaders(RegionState region, int target, boolean interruptible) {
      region.exclude();
      if (region.count() != target) {
        waiter = Thread.currentThread();
        LockSupport.park(this);
      }
      return new Exclusion.Excluded(new Exclusion.Token(region));
    }

    @Override
    void endRead(RegionState region) {
      Thread writer = RegionState.mayEndWait(region.unpin()) ? waiter : null;
      if (writer != null) {
        LockSupport.unpark(writer);
      }
    }
  }

  /** The protocol as it is. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class WriterReal extends Waiting {
    public WriterReal() {
      super(new ReaderExclusion());
    }

    @Actor
    public void reader() {
      leave();
    }

    @Actor
    public void writer(I_Result r) {
      r.r1 = lock();
    }
  }

  /** Nobody wakes the writer. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class WriterNoWakeDefect extends Waiting {
    public WriterNoWakeDefect() {
      super(new Defects.NoWake());
    }

    @Actor
    public void reader() {
      leave();
    }

    @Actor
    public void writer(I_Result r) {
      r.r1 = lock();
    }
  }

  /** The count before the release decides. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class WriterWakeOnOldValueDefect extends Waiting {
    public WriterWakeOnOldValueDefect() {
      super(new Defects.WakeOnOldValue());
    }

    @Actor
    public void reader() {
      leave();
    }

    @Actor
    public void writer(I_Result r) {
      r.r1 = lock();
    }
  }

  /** The writer looks, and then makes itself known. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class WriterLateRegistrationDefect extends Waiting {
    public WriterLateRegistrationDefect() {
      super(new LateRegistration());
    }

    @Actor
    public void reader() {
      leave();
    }

    @Actor
    public void writer(I_Result r) {
      r.r1 = lock();
    }
  }

  /** The protocol as it is. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class DetacherReal extends Detaching {
    public DetacherReal() {
      super(new ReaderExclusion());
    }

    @Actor
    public void reader() {
      visit();
    }

    @Actor
    public void writer(I_Result r) {
      r.r1 = detach();
    }
  }

  /** A detacher is forgotten. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class DetacherWakeWriterOnlyDefect extends Detaching {
    public DetacherWakeWriterOnlyDefect() {
      super(new Defects.WakeWriterOnly());
    }

    @Actor
    public void reader() {
      visit();
    }

    @Actor
    public void writer(I_Result r) {
      r.r1 = detach();
    }
  }
}
