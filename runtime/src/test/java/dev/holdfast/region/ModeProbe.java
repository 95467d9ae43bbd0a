package dev.holdfast.region;

import com.sun.management.ThreadMXBean;
import dev.holdfast.lockdep.Held;
import dev.holdfast.lockdep.LockDep;
import dev.holdfast.lockdep.Mode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Prints what assertions do in the JVM that it is started in. */
final class ModeProbe {
  /** How much is read while another thread writes. */
  private static final int READS = 5_000 * Integer.getInteger("holdfast.stress", 1);

  private ModeProbe() {}

  public static void main(String[] args) {
    LockDep.onReport(report -> {});
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
        "%s asked=%s outsider=%s missing=%s unlock=%s change=%s stress=%s read=%s misuse=%s"
            .formatted(
                AssertionMode.current(),
                asked(space, region),
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
      for (int i = 0; i < READS / 5; i++) {
        write(space, i);
      }
    }
    LookupStats stats = space.stats();
    return stats.attempts() == 2L * READS ? "balanced" : stats.toString();
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

  /**
   * What the validator answers about the mmap lock, the region write lock, the region read lock,
   * and a region that is not locked.
   */
  private static String asked(AddressSpace space, Region region) {
    List<Held> answers = new ArrayList<>();
    try (WriteHold hold = space.write()) {
      region.lockWrite();
      answers.add(LockDep.isHeld(space, Mode.EXCLUSIVE));
      answers.add(LockDep.isHeld(region, null));
    }
    space.tryLockRegion(10);
    answers.add(LockDep.isHeld(region, Mode.SHARED));
    region.unlockRead();
    answers.add(LockDep.isHeld(region, null));
    return answers.toString();
  }

  /** Which wrong calls are not refused, or leave something changed. */
  private static String misuse() {
    List<String> accepted = new ArrayList<>();
    for (WrongCall call : WrongCall.values()) {
      try {
        call.make();
      } catch (Exception | AssertionError e) {
        accepted.add(call + " " + e);
      }
    }
    return accepted.isEmpty() ? "refused" : accepted.toString();
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
