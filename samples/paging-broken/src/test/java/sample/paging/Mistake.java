package sample.paging;

import dev.holdfast.lockdep.LockDep;
import dev.holdfast.lockdep.Report;
import dev.holdfast.region.AddressSpace;
import dev.holdfast.region.Region;
import dev.holdfast.region.RegionPool;
import dev.holdfast.region.WriteHold;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A mistake of {@link BrokenStore}.
 *
 * @param method the method that makes it
 * @param made how the method is called
 */
record Mistake(String method, Consumer<BrokenStore> made) {
  /** Every mistake, in the order of the source. */
  static List<Mistake> all() {
    return List.of(
        new Mistake("protectAfterDowngrade", store -> store.protectAfterDowngrade(0, 1)),
        new Mistake("protectWithoutRegionLock", store -> store.protectWithoutRegionLock(0, 1)),
        new Mistake("protectUnderReadLock", store -> store.protectUnderReadLock(0)),
        new Mistake("countWhileReading", store -> store.countWhileReading(0)),
        new Mistake("sizeAfterUnlock", store -> store.sizeAfterUnlock(0)),
        new Mistake("mapIntoOther", store -> store.mapIntoOther(space("other"), 20, 30)),
        new Mistake("mapUnderReadLock", store -> store.mapUnderReadLock(20, 30)),
        new Mistake("detachTwice", store -> store.detachTwice(0)),
        new Mistake("sizeWithoutNullCheck", store -> store.sizeWithoutNullCheck(99)),
        new Mistake("protectInTheNextCycle", store -> store.protectInTheNextCycle(0, 1)),
        new Mistake("sizeWithWrongRelease", store -> store.sizeWithWrongRelease(0)),
        new Mistake("countTwice", BrokenStore::countTwice),
        new Mistake("mapIfAbsent", store -> store.mapIfAbsent(20, 30)));
  }

  /**
   * Makes the mistake, on a thread of its own, and returns what the runtime says, in one line; or
   * {@link Findings#NOTHING}.
   */
  String make() throws InterruptedException {
    LockDep.onReport(
        report -> {
          /* Most of them end with a lock held, which is not the mistake. */
          if (report.kind() != Report.Kind.THREAD_ENDED) {
            throw new AssertionError(report.message());
          }
        });
    String[] outcome = new String[1];
    AddressSpace space = space("store");
    prepare(space);
    Thread thread = new Thread(() -> outcome[0] = outcome(new BrokenStore(space)), "sample");
    thread.start();
    thread.join();
    return Objects.requireNonNull(outcome[0], () -> method + " failed, but not for its mistake");
  }

  private String outcome(BrokenStore store) {
    try {
      made.accept(store);
      return Findings.NOTHING;
    } catch (AssertionError | IllegalMonitorStateException | NullPointerException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return e.getClass().getSimpleName() + ": " + message;
    }
  }

  /** Takes the two locks in the order of a writer, which a reader must not turn round. */
  private static void prepare(AddressSpace space) {
    try (WriteHold hold = space.write()) {
      Region region = space.map(0, 10);
      region.lockWrite();
    }
  }

  private static AddressSpace space(String name) {
    return AddressSpace.create(name, RegionPool.create());
  }
}
