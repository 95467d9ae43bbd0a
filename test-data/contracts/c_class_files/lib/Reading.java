package shelves;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;

/** The constructor's contract names the parameter, which hides the field that keeps it. */
@LockScope
public class Reading implements AutoCloseable {
  private final Shelf shelf;

  @Acquires("shelf.lock")
  public Reading(Shelf shelf, int page) {
    this.shelf = shelf;
    shelf.lock.lock();
  }

  @Override
  public void close() {
    shelf.lock.unlock();
  }
}
