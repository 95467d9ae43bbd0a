package store;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

public class Shelf {
  @GuardedBy("this")
  private int books;

  @Requires("this")
  public void put(int more) {
    books += more;
  }
}
