package dev.holdfast.region;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints how much memory the lock state of a region takes, next to the locks of the JDK, and how
 * much a space of many regions takes.
 */
public final class Footprint {
  private static final long SIZE = 0x1000;

  private Footprint() {}

  /**
   * Prints to standard output; the arguments are numbers of regions, by default up to a million.
   */
  public static void main(String[] args) {
    List<Integer> sizes =
        args.length == 0
            ? List.of(1_000, 10_000, 100_000, 1_000_000)
            : Arrays.stream(args).map(Integer::valueOf).toList();
    new Footprint().print(System.out, sizes);
  }

  private void print(PrintStream out, List<Integer> sizes) {
    out.printf("lock state of a region: %d bytes%n", lockState());
    out.printf("a region, its lock state included: %d bytes%n", deep(new Region()));
    out.printf("the same with a ReentrantReadWriteLock: %d bytes%n", deep(Ranges.readWriteLock()));
    out.printf("the same with a StampedLock: %d bytes%n", deep(Ranges.stampedLock()));
    for (int size : sizes) {
      long bytes = deep(space(size));
      out.printf(
          "a space of %,d regions: %,d bytes, %.1f a region%n", size, bytes, bytes / (double) size);
    }
  }

  /** The fields of a region, with a lock object for each in place of the lock state. */
  private record Ranges(Object space, Object lock, long start, long end, long flags) {
    static Ranges readWriteLock() {
      return new Ranges(null, new ReentrantReadWriteLock(), 0, 0, 0);
    }

    static Ranges stampedLock() {
      return new Ranges(null, new StampedLock(), 0, 0, 0);
    }
  }

  /**
   * The bytes of the fields that make up the lock, without the alignment that objects need anyway.
   */
  private static long lockState() {
    return ClassLayout.parseClass(RegionState.class).fields().stream()
        .mapToLong(FieldLayout::size)
        .sum();
  }

  private static long deep(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }

  private static AddressSpace space(int regions) {
    AddressSpace space = AddressSpace.create();
    space.lockWrite();
    for (long i = 0; i < regions; i++) {
      space.map(i * SIZE, (i + 1) * SIZE);
    }
    space.unlockWrite();
    return space;
  }
}
