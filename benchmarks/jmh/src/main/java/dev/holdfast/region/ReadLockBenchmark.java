package dev.holdfast.region;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One thread that read-locks and unlocks, with nobody in its way. The floor is a compare-and-set
 * and an addition on one {@code int}, which is what any reader count must pay.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadLockBenchmark {
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(ReadLockBenchmark.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();
  private final StampedLock stampedLock = new StampedLock();
  private final AddressSpace space = AddressSpace.create();
  private Region region;
  private int count = 1;

  /** Maps one region and releases the mmap lock. */
  @Setup
  public void map() {
    space.lockWrite();
    region = space.map(0x1000, 0x2000);
    space.unlockWrite();
  }

  /** The floor. */
  @Benchmark
  public boolean bareAtomics() {
    int found = count;
    boolean taken = COUNT.compareAndSet(this, found, found + 1);
    COUNT.getAndAdd(this, -1);
    return taken;
  }

  /** The fast path of a region, its look-up apart: hint, pin, checks, release. */
  @Benchmark
  public Object region() {
    Object attempt = space.exclusion().tryStartRead(region, 0x1800);
    region.owner().endRead(region);
    return attempt;
  }

  /** The fast path as users call it, with a look-up in a space of one region. */
  @Benchmark
  public long regionByAddress() {
    Region found = space.tryLockRegion(0x1800);
    long flags = found.flags();
    found.unlockRead();
    return flags;
  }

  /** The read lock of the JDK's read/write lock. */
  @Benchmark
  public void reentrantReadWriteLock() {
    readWriteLock.readLock().lock();
    readWriteLock.readLock().unlock();
  }

  /** The read lock of the JDK's stamped lock. */
  @Benchmark
  public void stampedLock() {
    stampedLock.unlockRead(stampedLock.readLock());
  }
}
