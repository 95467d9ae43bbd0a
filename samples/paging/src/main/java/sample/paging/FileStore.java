package sample.paging;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.When;
import dev.holdfast.annotations.region.RegionStabilised;
import dev.holdfast.annotations.region.RequiresMmapWrite;
import dev.holdfast.annotations.region.RequiresRegionWrite;
import dev.holdfast.region.AddressSpace;
import dev.holdfast.region.Region;
import dev.holdfast.region.RegionPool;
import dev.holdfast.region.WriteHold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A file of which ranges are mapped, with permissions, and read and written byte by byte. An address is an offset in the
 * file; its page is mapped into memory at the first touch.
 *
 * <p>Touching a byte takes the lock of its region only, if that can be had at once, so that threads in different regions do
 * not meet. Changing what is mapped takes the mmap lock for writing.
 */
public final class FileStore implements AutoCloseable {
  /** The size of a page in bytes. */
  public static final int PAGE = 4096;

  /** The flag of a region that may be written. */
  public static final long WRITABLE = 1;

  /** The flag of a region that grows down to an address that is touched below it. */
  public static final long GROWS_DOWN = Region.GROWS_DOWN;

  private static final int FAST_TRIES = 2;

  private final AddressSpace space;
  private final RegionPool pool;
  private final FileChannel file;
  private final ConcurrentMap<Long, MappedByteBuffer> pages = new ConcurrentHashMap<>();

  private FileStore(String name, RegionPool pool, FileChannel file) {
    this.space = AddressSpace.create(name, pool);
    this.pool = pool;
    this.file = file;
  }

  /** Opens a file, with nothing mapped. */
  public static FileStore open(Path path) throws IOException {
    return open(path, RegionPool.create());
  }

  private static FileStore open(Path path, RegionPool pool) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new FileStore(path.getFileName().toString(), pool, file);
  }

  /** Maps a range that is not mapped yet. */
  public void map(long start, long end, long flags) {
    try (WriteHold hold = space.write()) {
      space.map(start, end, flags);
    }
  }

  /**
   * The byte at an address.
   *
   * @throws FaultException if nothing is mapped there
   */
  public byte read(long address) {
    Region region = lockFast(address);
    if (region != null) {
      try {
        return load(region, address);
      } finally {
        region.unlockRead();
      }
    }
    region = space.lockReadAndFind(address);
    if (region == null) {
      throw new FaultException(address, "nothing is mapped there");
    }
    try {
      return load(region, address);
    } finally {
      space.unlockRead();
    }
  }

  /**
   * Sets the byte at an address.
   *
   * @throws FaultException if nothing is mapped there, or not for writing
   */
  public void write(long address, byte value) {
    Region region = lockFast(address);
    if (region != null) {
      try {
        store(region, address, value);
      } finally {
        region.unlockRead();
      }
      return;
    }
    region = space.lockReadAndFind(address);
    if (region == null) {
      throw new FaultException(address, "nothing is mapped there");
    }
    try {
      store(region, address, value);
    } finally {
      space.unlockRead();
    }
  }

  /** The fast path, tried again once: a writer is often gone in a moment. */
  @AcquiresIf(value = "return.lock.readLock()", result = When.NON_NULL)
  private Region lockFast(long address) {
    Region region = space.tryLockRegion(address);
    for (int tries = 1; region == null && tries < FAST_TRIES; tries++) {
      Thread.onSpinWait();
      region = space.tryLockRegion(address);
    }
    return region;
  }

  private byte load(@RegionStabilised Region region, long address) {
    region.assertStabilised();
    return page(region, address).get(offset(address));
  }

  private void store(@RegionStabilised Region region, long address, byte value) {
    region.assertStabilised();
    if ((region.flags() & WRITABLE) == 0) {
      throw new FaultException(address, "it is mapped for reading only");
    }
    page(region, address).put(offset(address), value);
  }

  /** The page of an address. A region lock in any mode is enough to add one. */
  private ByteBuffer page(@RegionStabilised Region region, long address) {
    if (address < region.start() || region.end() <= address) {
      throw new FaultException(address, "the region does not cover it");
    }
    return pages.computeIfAbsent(Math.floorDiv(address, PAGE), this::mapPage);
  }

  private MappedByteBuffer mapPage(long page) {
    try {
      return file.map(FileChannel.MapMode.READ_WRITE, page * PAGE, PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int offset(long address) {
    return Math.floorMod(address, PAGE);
  }

  /** Sets the flags of all that is mapped in a range, splitting regions at its ends. */
  public void protect(long start, long end, long flags) {
    try (WriteHold hold = space.write()) {
      splitAt(start);
      splitAt(end);
      Region region = space.findNext(start);
      while (region != null && region.start() < end) {
        region.lockWrite();
        setFlags(region, flags);
        region = space.findNext(region.end());
      }
    }
  }

  private static void setFlags(@RequiresRegionWrite Region region, long flags) {
    region.assertWriteLocked();
    region.setFlags(flags);
  }

  @RequiresMmapWrite("space")
  private void splitAt(long address) {
    Region region = space.find(address);
    if (region != null && region.start() < address) {
      region.lockWrite();
      region.split(address);
    }
  }

  /** Unmaps a range. Pages that lie in it wholly are forgotten, which is safe since nobody can reach their regions. */
  public void unmap(long start, long end) {
    try (WriteHold hold = space.write()) {
      space.unmap(start, end);
      pages.keySet().removeIf(page -> start <= page * PAGE && (page + 1) * PAGE <= end);
    }
  }

  /** Moves the end of the region that covers an address. */
  public void grow(long address, long end) {
    try (WriteHold hold = space.write()) {
      Region region = space.find(address);
      if (region == null) {
        throw new FaultException(address, "nothing is mapped there");
      }
      region.lockWrite();
      region.setEnd(end);
    }
  }

  /**
   * Copies everything that is mapped, with its bytes, to another file. Every region is write-locked meanwhile: the mmap lock
   * alone would not keep out those who touch bytes under region locks.
   */
  public FileStore copy(Path path) throws IOException {
    FileStore child = open(path, pool);
    space.lockWrite();
    try {
      child.space.lockWriteNested(1);
      try {
        copyTo(child);
      } finally {
        child.space.unlockWrite();
      }
    } finally {
      space.unlockWrite();
    }
    return child;
  }

  @RequiresMmapWrite({"space", "child.space"})
  private void copyTo(FileStore child) throws IOException {
    Region region = space.findNext(Long.MIN_VALUE);
    while (region != null) {
      region.lockWrite();
      child.space.map(region.start(), region.end(), region.flags());
      region = space.findNext(region.end());
    }
    for (var page : pages.entrySet()) {
      child.file.write(page.getValue().duplicate().clear(), page.getKey() * PAGE);
    }
  }

  /** How many regions there are. */
  public int regionCount() {
    return space.regionCount();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
