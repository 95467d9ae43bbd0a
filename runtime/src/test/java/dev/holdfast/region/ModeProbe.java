package dev.holdfast.region;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Prints what assertions do in the JVM that it is started in. */
final class ModeProbe {
  private static final int READS = 5_000;

  private ModeProbe() {}

  public static void main(String[] args) {
    AddressSpace space = AddressSpace.create();
    Region region;
    try (WriteHold hold = space.write()) {
      region = space.map(10, 20);
    }
    String missing = outcome(region::assertLocked, "fails");
    String unlock = outcome(region::unlockRead, "refused");
    String change = outcome(() -> region.setFlags(1), "refused");
    String outsider = outsider(space, region);
    System.out.println(
        "%s outsider=%s missing=%s unlock=%s change=%s stress=%s read=%s misuse=%s"
            .formatted(
                AssertionMode.current(),
                outsider,
                missing,
                unlock,
                change,
                stress(),
                read(space, region),
                misuse()));
  }

  /**
   * The protocol as it is used, with the assertions of this mode and nothing recorded unless the
   * mode says so.
   */
  private static String stress() {
    AddressSpace space = AddressSpace.create();
    try (WriteHold hold = space.write()) {
      space.map(0, 100);
    }
    try (Actor one = Actor.start(() -> read(space));
        Actor two = Actor.start(() -> read(space))) {
      for (int i = 0; i < 1_000; i++) {
        write(space, i);
      }
    }
    LookupStats stats = space.stats();
    return stats.attempts() == 2 * READS ? "balanced" : stats.toString();
  }

  private static void read(AddressSpace space) {
    for (int i = 0; i < READS; i++) {
      try (Stabilised stabilised = space.stabilise(i % 100)) {
        Region region = stabilised.region();
        region.assertStabilised();
        if (region.flags() != region.end()) {
          Thread.yield();
        }
      }
    }
  }

  private static void write(AddressSpace space, int i) {
    try (WriteHold hold = space.write()) {
      Region region = space.find(i % 100);
      region.lockWrite();
      region.assertWriteLocked();
      region.setFlags(i);
      if (i % 2 == 0) {
        region.unlockWrite();
      }
    }
  }

  /** Whether locking and unlocking a region for reading allocates memory. */
  private static String read(AddressSpace space, Region region) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int rounds = 10_000;
    try (ReadHold hold = space.read()) {
      region.tryLockRead();
      region.unlockRead();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < rounds; i++) {
        if (region.tryLockRead()) {
          region.unlockRead();
        }
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      return bytes < rounds ? "free" : "allocates";
    }
  }

  /** How many of a number of wrong calls are refused, with everything as it was before. */
  private static String misuse() {
    AddressSpace space = AddressSpace.create();
    Region region;
    try (WriteHold hold = space.write()) {
      region = space.map(0, 100);
    }
    List<Runnable> wrong =
        List.of(
            () -> space.map(200, 300),
            () -> space.unmap(0, 100),
            () -> space.lockWriteNested(8),
            space::unlockRead,
            space::unlockWrite,
            space::downgradeToRead,
            region::lockWrite,
            region::unlockWrite,
            region::unlockRead,
            region::markAttached,
            region::markDetached,
            region::mergeWithNext,
            () -> region.split(50),
            () -> region.setEnd(50));
    long refused =
        wrong.stream().map(call -> outcome(call, "refused")).filter("refused"::equals).count();
    try (WriteHold hold = space.write()) {
      boolean same = region.count() == RegionState.ATTACHED && region.end() == 100;
      return refused + (same ? " of " : " with damage of ") + wrong.size();
    }
  }

  /** What an assertion says while another thread is the one that holds the lock. */
  private static String outsider(AddressSpace space, Region region) {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Actor reader =
        Actor.start(
            () -> {
              space.tryLockRegion(10);
              locked.countDown();
              asked.await();
              region.unlockRead();
            });
    try {
      locked.await();
      return outcome(region::assertLocked, "fails");
    } catch (InterruptedException e) {
      throw new AssertionError("the probe itself was interrupted", e);
    } finally {
      asked.countDown();
      reader.join();
    }
  }

  private static String outcome(Runnable action, String failed) {
    try {
      action.run();
      return "passes";
    } catch (AssertionError | IllegalMonitorStateException | IllegalArgumentException e) {
      return failed;
    }
  }
}
