// A method that overrides may not require more: no fix tells it to. The place of a release that ends
// a synchronized block is the end of the block.
package y42_fixes;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

class Overriding implements Iterable<String> {
  interface Sized {
    int size();
  }

  static class Bits implements Sized {
    @GuardedBy("this")
    private int count;

    @Override
    public int size() {
      return count; // expect: UnguardedAccess
    }

    int own() {
      return count; // expect: UnguardedAccess "declare @Requires("
    }

    void twice() {
      synchronized (this) {
        count++;
      }
      count++; // expect: UnguardedAccess "it was released in line 31"
    }
  }

  @GuardedBy("this")
  private final Set<String> names = new HashSet<>();

  @Override
  public Iterator<String> iterator() {
    return names.iterator(); // expect: UnguardedAccess
  }

  Runnable later() {
    return new Runnable() {
      @Override
      public void run() {
        names.clear(); // expect: UnguardedAccess
      }
    };
  }
}
