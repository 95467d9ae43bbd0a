package shelves;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** Read from a class file without parameter names. */
public class Shelf {
  public final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  public int books;

  @Requires("lock")
  public void add(int n) {
    books += n;
  }

  @Requires("#1.lock")
  public static void clear(Shelf shelf) {
    shelf.books = 0;
  }

  public static void fill(@Requires("lock") Shelf shelf) {
    shelf.books = 9;
  }

  @Acquires("lock")
  public void begin() {
    lock.lock();
  }

  @Releases("lock")
  public void end() {
    lock.unlock();
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  public boolean attempt() {
    return lock.tryLock();
  }

  @Sorting
  public void sort() {
    books = 11;
  }

  public void inline(@RunsInline Runnable action) {
    action.run();
  }
}
