package dev.holdfast.region;

import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Assertions that look at the state must not accuse one who satisfies them. */
public class FalseAlarm {
  /** The mode of this JVM, or the weaker of the two where none is set. */
  private static final AssertionMode MODE =
      AssertionMode.current() == AssertionMode.OFF ? AssertionMode.STATE : AssertionMode.current();

  /** A space with one region. */
  abstract static class Asserting {
    private final AddressSpace space = AddressSpace.create();
    private final Region region;
    private final Consumer<Region> assertion;

    Asserting(Consumer<Region> assertion) {
      this.assertion = assertion;
      space.lockWrite();
      region = space.map(0x1000, 0x2000);
      space.unlockWrite();
    }

    static void countMeansReaders(Region region) {
      int count = region.count();
      if (count > RegionState.ATTACHED && !RegionState.mayEndWait(count)) {
        throw new AssertionError("the write owner has no read lock");
      }
    }

    static void flagMeansWriter(Region region) {
      int count = region.count();
      if (count <= RegionState.ATTACHED || RegionState.isExcluding(count)) {
        throw new AssertionError("the reader has no write lock");
      }
    }

    int own() {
      space.lockWrite();
      region.lockWrite();
      int alarm = alarm();
      space.unlockWrite();
      return alarm;
    }

    void visit() {
      for (int i = 0; i < 10; i++) {
        Region found = space.tryLockRegion(0x1800);
        if (found != null) {
          found.unlockRead();
        }
      }
    }

    int read() {
      Region found = space.tryLockRegion(0x1800);
      if (found == null) {
        return 0;
      }
      int alarm = alarm();
      found.unlockRead();
      return alarm;
    }

    void write() {
      space.lockWrite();
      region.lockWrite();
      space.unlockWrite();
    }

    private int alarm() {
      try {
        for (int i = 0; i < 10; i++) {
          assertion.accept(region);
        }
        return 0;
      } catch (AssertionError e) {
        return 1;
      }
    }
  }

  /** The write owner asserts while readers come and are refused. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class OwnerReal extends Asserting {
    public OwnerReal() {
      super(region -> Checks.locked(region, MODE));
    }

    @Actor
    public void owner(I_Result r) {
      r.r1 = own();
    }

    @Actor
    public void reader() {
      visit();
    }
  }

  /** Any count above one is taken for readers, who the owner is not among. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class OwnerCountDefect extends Asserting {
    public OwnerCountDefect() {
      super(Asserting::countMeansReaders);
    }

    @Actor
    public void owner(I_Result r) {
      r.r1 = own();
    }

    @Actor
    public void reader() {
      visit();
    }
  }

  /** A reader asserts while a writer waits. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class ReaderReal extends Asserting {
    public ReaderReal() {
      super(region -> Checks.locked(region, MODE));
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = read();
    }

    @Actor
    public void writer() {
      write();
    }
  }

  /** A count with the flag is not taken for readers. */
  @JCStressTest
  @JCStressMeta(WaitOutcomes.class)
  @State
  public static class ReaderFlagDefect extends Asserting {
    public ReaderFlagDefect() {
      super(Asserting::flagMeansWriter);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = read();
    }

    @Actor
    public void writer() {
      write();
    }
  }
}
