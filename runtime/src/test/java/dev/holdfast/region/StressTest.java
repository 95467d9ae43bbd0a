package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads at random, in bounded numbers of steps. {@code -Dholdfast.stress=N} makes the runs N
 * times as long; the seed is fixed. The planted defects strike in moments that a few thousand steps
 * meet.
 */
final class StressTest {
  private static final int FACTOR = Integer.getInteger("holdfast.stress", 1);
  private static final long SEED = 20261121;

  /** So few addresses that a recycled region is likely to come back where it was looked up. */
  private static final int ADDRESSES = 16;

  /** Here a defect must show in what is read, and not as a hang, so the time does not matter. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final AtomicInteger written = new AtomicInteger();
  private volatile boolean done;

  /** A region word with two fields that are only ever changed together. */
  private static final class Fixture {
    final ReaderExclusion exclusion;
    final FakeRegion region;
    volatile boolean owned;

    Fixture(TestParts parts) {
      exclusion = parts.exclusion();
      region = FakeRegion.attached(exclusion);
    }

    void read(Random random) {
      if (exclusion.tryStartRead(region, 0) != ReadAttempt.GRANTED) {
        return;
      }
      pause(random);
      boolean ownedBefore = owned;
      int first = region.first;
      pause(random);
      int second = region.second;
      boolean ownedAfter = owned;
      exclusion.endRead(region);
      assertThat(ownedBefore || ownedAfter).as("a reader is in with the writer").isFalse();
      assertThat(first).as("the fields are of one version").isEqualTo(second);
    }

    void write(Random random) {
      exclusion.beginCycle();
      exclusion.startWrite(region);
      owned = true;
      region.first++;
      pause(random);
      region.second++;
      owned = false;
      if (random.nextInt(4) == 0) {
        replace();
      }
      exclusion.endCycle();
    }

    private void replace() {
      exclusion.detach(region);
      assertThat(region.count()).as("nobody pins a detached region").isZero();
      region.first++;
      region.second++;
      exclusion.attach(region);
    }
  }

  @Kills({
    Mutant.NO_MAIN_CHECK,
    Mutant.CHECK_BEFORE_PIN,
    Mutant.NO_EXCLUSION,
    Mutant.NO_WAIT,
    Mutant.FLAG_REMOVED_FIRST,
    Mutant.DETACH_WITHOUT_WAIT
  })
  void readersAndAWriterNeverMeet(TestParts parts) {
    Actor.setPatience(PATIENCE);
    for (int round = 0; round < parts.rounds(); round++) {
      Fixture fixture = new Fixture(parts);
      race(2_000, fixture::write, fixture::read);
      assertThat(fixture.region.count()).isEqualTo(RegionState.ATTACHED);
      assertThat(fixture.exclusion.writerWait().isWaiting()).isFalse();
    }
  }

  /**
   * The whole of it: look-ups, changes of the map, recycling between two spaces, and every
   * assertion.
   */
  @Kills({Mutant.NO_OWNER_CHECK, Mutant.NO_RANGE_CHECK})
  void lookUpsAndChangesAccuseNobodyAndLoseNothing(TestParts parts) {
    Actor.setPatience(PATIENCE);
    parts.afterLookUps(this::letTheWriterGoOn);
    for (int round = 0; round < parts.rounds(); round++) {
      RegionPool pool = RegionPool.create(1);
      AddressSpace[] spaces = {parts.space("a", pool), parts.space("b", pool)};
      race(
          2_000,
          random -> change(spaces[random.nextInt(2)], random),
          random -> lookUp(spaces, random));
      for (AddressSpace space : spaces) {
        assertQuiet(space);
      }
    }
  }

  private static void assertQuiet(AddressSpace space) {
    LookupStats stats = space.stats();
    assertThat(stats.misses()).isLessThanOrEqualTo(stats.retries());
    try (ReadHold hold = space.read()) {
      for (Region region : space.regions(0, ADDRESSES)) {
        assertThat(region.count()).isEqualTo(RegionState.ATTACHED);
      }
    }
  }

  private static void lookUp(AddressSpace[] spaces, Random random) {
    AddressSpace space = spaces[random.nextInt(2)];
    long address = random.nextInt(ADDRESSES);
    switch (random.nextInt(8)) {
      case 0 -> underMmap(space, address);
      case 1 -> walk(space, address);
      case 2 -> stabilise(space, address);
      default -> fast(space, address);
    }
  }

  private static void fast(AddressSpace space, long address) {
    Region region = space.tryLockRegion(address);
    if (region != null) {
      try {
        examine(space, region, address);
      } finally {
        region.unlockRead();
      }
    }
  }

  private static void stabilise(AddressSpace space, long address) {
    try (Stabilised stabilised = space.stabilise(address)) {
      Region region = stabilised.region();
      if (region != null) {
        assertStable(space, region, address);
      }
    }
  }

  private static void underMmap(AddressSpace space, long address) {
    Region region = space.lockReadAndFind(address);
    if (region == null) {
      return;
    }
    boolean locked = region.tryLockRead();
    space.unlockRead();
    assertThat(locked).isTrue();
    try {
      examine(space, region, address);
    } finally {
      region.unlockRead();
    }
  }

  private static void walk(AddressSpace space, long from) {
    long last = Long.MIN_VALUE;
    try (RegionCursor cursor = space.cursor(from, ADDRESSES)) {
      while (cursor.next() == RegionCursor.Step.LOCKED) {
        Region region = cursor.region();
        examine(space, region, region.end() - 1);
        assertThat(region.end()).isGreaterThan(last);
        last = region.end();
      }
    }
  }

  private static void examine(AddressSpace space, Region region, long address) {
    assertStable(space, region, address);
    Checks.locked(region, AssertionMode.STATE);
    Checks.locked(region, AssertionMode.OWNERSHIP);
  }

  /** Flags are a function of the end, so that a change in the making would show. */
  private static void assertStable(AddressSpace space, Region region, long address) {
    Checks.stabilised(region, AssertionMode.STATE);
    Checks.stabilised(region, AssertionMode.OWNERSHIP);
    assertThat(region.space()).isSameAs(space);
    long flags = region.flags();
    Thread.yield();
    assertThat(region.covers(address)).isTrue();
    assertThat(flags).isEqualTo(region.end());
  }

  private static void change(AddressSpace space, Random random) {
    long at = random.nextInt(ADDRESSES);
    try (WriteHold hold = space.write()) {
      Region region = space.find(at);
      if (region == null) {
        fill(space, at);
        return;
      }
      region.lockWrite();
      Checks.locked(region, AssertionMode.STATE);
      Checks.writeLocked(region, AssertionMode.OWNERSHIP);
      if (random.nextBoolean()) {
        space.unmap(region.start(), region.end());
      } else if (region.end() - region.start() > 1) {
        region.setEnd(region.end() - 1);
        Thread.yield();
        region.setFlags(region.end());
      }
      if (random.nextInt(4) == 0) {
        hold.downgrade();
        space.assertLocked();
      }
    }
  }

  private static void fill(AddressSpace space, long at) {
    long end = at + 1;
    while (end < at + 6 && space.find(end) == null) {
      end++;
    }
    space.map(at, end, end);
  }

  private interface Step {
    void run(Random random) throws Exception;
  }

  /** A writer makes so many steps, and two readers go on for as long as it does. */
  private void race(int steps, Step write, Step read) {
    done = false;
    try (Actor one = readUntilDone(1, read);
        Actor two = readUntilDone(2, read)) {
      Random random = new Random(SEED);
      try {
        for (int i = 0; i < steps * FACTOR && !done; i++) {
          write.run(random);
          written.incrementAndGet();
        }
      } catch (Exception e) {
        throw new AssertionError("the writer failed", e);
      } finally {
        done = true;
      }
    }
  }

  private Actor readUntilDone(int salt, Step read) {
    return Actor.start(
        "reader-" + salt,
        () -> {
          Random random = new Random(SEED + salt);
          try {
            while (!done) {
              read.run(random);
            }
          } finally {
            done = true;
          }
        });
  }

  /** Now and then as much is changed as it takes for a region to be recycled. */
  private void letTheWriterGoOn() {
    int until = written.get();
    if (until % 4 == 0) {
      until += 4;
    }
    while (!done && written.get() < until) {
      Thread.yield();
    }
  }

  private static void pause(Random random) {
    if (random.nextInt(8) == 0) {
      Thread.yield();
    }
  }
}
