package dev.holdfast.region;

import java.util.concurrent.ThreadLocalRandom;

/**
 * One region, readers and a writer. The protocol is the real one, or one with a planted defect.
 *
 * <p>What a reader reports: {@link #REFUSED}, {@link #OLD}, {@link #NEW}, or {@link #TORN} if it
 * saw half of a write.
 */
abstract class Race {
  static final int REFUSED = 0;
  static final int OLD = 1;
  static final int NEW = 2;
  static final int TORN = 3;

  final ReaderExclusion protocol;
  final StressRegion region;

  Race(ReaderExclusion protocol) {
    this.protocol = protocol;
    this.region = new StressRegion(protocol);
  }

  /** Reads so often that one of the reads meets the writer; reports the worst. */
  int readOften() {
    return Math.max(read(), Math.max(read(), read()));
  }

  /** Reads both halves of the payload under a read lock. */
  int read() {
    if (protocol.tryStartRead(region, StressRegion.ADDRESS) != ReadAttempt.GRANTED) {
      return REFUSED;
    }
    int first = region.first;
    linger();
    int second = region.second;
    protocol.endRead(region);
    return verdict(first, second);
  }

  /** Writes both halves of the payload under a write lock. */
  void write() {
    protocol.beginCycle();
    protocol.startWrite(region);
    linger();
    region.first = 1;
    linger();
    region.second = 1;
    protocol.endCycle();
  }

  /**
   * Stays for up to about two microseconds where others should not be: a collision should not take
   * luck to be seen. The time varies, lest two threads linger in step.
   */
  static void linger() {
    for (int i = ThreadLocalRandom.current().nextInt(80); i > 0; i--) {
      Thread.onSpinWait();
    }
  }

  static int verdict(int first, int second) {
    if (first != second) {
      return TORN;
    }
    return first == 0 ? OLD : NEW;
  }
}
