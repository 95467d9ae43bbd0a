package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Many threads that take many locks at once, in one order: nobody is accused, and nothing is left
 * on record. {@code -Dholdfast.stress=N} makes the runs N times as long.
 */
final class ValidatorStressTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 2_000 * Integer.getInteger("holdfast.stress", 1);

  private final Lab lab = new Lab();
  private final List<TrackedReadWriteLock> locks = new ArrayList<>();
  private final AtomicInteger leftHeld = new AtomicInteger();

  ValidatorStressTest() {
    for (int i = 0; i < 6; i++) {
      locks.add(lab.readWriteLock("lock" + i));
    }
  }

  @Test
  void accusesNobodyWhoKeepsTheOrder() throws InterruptedException {
    run(() -> {});

    lab.assertSilent();
    assertThat(leftHeld.get()).isZero();
  }

  @Test
  void accusesOneWhoBreaksTheOrderOnce() throws InterruptedException {
    TrackedLock last = locks.get(5).writeLock();
    TrackedLock first = locks.get(0).writeLock();
    run(
        () -> {
          last.lock();
          /* A try keeps the test from hanging; the validator is told as if it waited. */
          lab.validator().acquiring(first.key(), LockClass.of("lock0"), Mode.EXCLUSIVE);
          last.unlock();
        });

    assertThat(lab.reports()).extracting(Report::kind).contains(Kind.ORDER_CYCLE);
  }

  private void run(Runnable mistake) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      boolean careless = i == 0;
      threads.add(
          new Thread(
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  take(0, random);
                  if (careless && round == ROUNDS / 2) {
                    mistake.run();
                  }
                }
                leftHeld.addAndGet(lab.validator().held().size());
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Takes some of the locks from an index on, each inside the one before, and releases them. */
  private void take(int from, SplittableRandom random) {
    int index = from + random.nextInt(3);
    if (index >= locks.size()) {
      return;
    }
    TrackedReadWriteLock lock = locks.get(index);
    TrackedLock view = random.nextBoolean() ? lock.readLock() : lock.writeLock();
    boolean tries = random.nextInt(4) == 0;
    if (!tries) {
      view.lock();
    } else if (!view.tryLock()) {
      return;
    }
    try {
      take(index + 1, random);
    } finally {
      view.unlock();
    }
  }
}
