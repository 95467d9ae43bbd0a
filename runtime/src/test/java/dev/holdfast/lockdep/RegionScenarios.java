package dev.holdfast.lockdep;

import dev.holdfast.region.AddressSpace;
import dev.holdfast.region.Region;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * What a program does with regions, one scenario a JVM, since the validator of a JVM tells each
 * mistake once.
 */
final class RegionScenarios {
  private static final int MANY = 10_000;

  private final AddressSpace space = AddressSpace.create();

  private RegionScenarios() {}

  /** Runs the scenario of that name and prints the kinds of reports, one a line. */
  public static void main(String[] args) throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    LockDep.onReport(
        report -> {
          System.out.println(report.kind() + " " + report.cycleLine());
          reported.countDown();
        });
    RegionScenarios scenarios = new RegionScenarios();
    scenarios.mapAndWriteLock();
    Map<String, Scenario> byName =
        Map.of(
            "readerWaitsForSpace", scenarios::readerWaitsForSpace,
            "readerTriesSpace", scenarios::readerTriesSpace,
            "readerOfSeveralRegions", scenarios::readerOfSeveralRegions,
            "bulkRelease", scenarios::bulkRelease,
            "fork", scenarios::fork,
            "twoSpacesWithoutLevel", scenarios::twoSpacesWithoutLevel,
            "recycledWhileHeld", scenarios::recycledWhileHeld,
            "threadEnd",
                () -> {
                  scenarios.threadEnd();
                  reported.await();
                });
    byName.get(args[0]).run();
  }

  private void mapAndWriteLock() {
    space.lockWrite();
    space.map(0x1000, 0x2000).lockWrite();
    space.map(0x2000, 0x3000).lockWrite();
    space.unlockWrite();
  }

  private void readerWaitsForSpace() {
    Region region = space.tryLockRegion(0x1000);
    space.lockRead();
    space.unlockRead();
    region.unlockRead();
  }

  private void readerTriesSpace() {
    Region region = space.tryLockRegion(0x1000);
    if (space.tryLockRead()) {
      space.unlockRead();
    }
    region.unlockRead();
  }

  private void readerOfSeveralRegions() {
    Region first = space.tryLockRegion(0x1000);
    Region second = space.tryLockRegion(0x2000);
    first.unlockRead();
    second.unlockRead();
  }

  private void bulkRelease() {
    space.lockWrite();
    for (long i = 1; i <= MANY; i++) {
      space.map(i << 32, (i << 32) + 1).lockWrite();
    }
    long nested = LockDep.held().stream().filter(hold -> hold.outer() == space).count();
    space.unlockWrite();
    System.out.println("nested " + nested + ", left " + LockDep.held().size());
  }

  private void fork() {
    AddressSpace child = AddressSpace.create();
    space.lockWrite();
    space.find(0x1000).lockWrite();
    child.lockWriteNested(1);
    space.find(0x2000).lockWrite();
    child.map(0x1000, 0x2000).lockWrite();
    child.unlockWrite();
    space.unlockWrite();
  }

  private void twoSpacesWithoutLevel() {
    AddressSpace other = AddressSpace.create();
    space.lockWrite();
    other.lockWrite();
    other.unlockWrite();
    space.unlockWrite();
  }

  private void recycledWhileHeld() {
    Tracking.recycled(space.tryLockRegion(0x1000));
  }

  private void threadEnd() throws InterruptedException {
    Thread thread = new Thread(() -> space.tryLockRegion(0x1000));
    thread.start();
    thread.join();
  }

  private interface Scenario {
    void run() throws Exception;
  }
}
