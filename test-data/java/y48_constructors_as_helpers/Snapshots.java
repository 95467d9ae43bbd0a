// What the initialisers of an anonymous class need is held where the object is made, or it is
// missing where they need it.
package y48_constructors_as_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Snapshots {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("this")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("table")
  private int version;

  synchronized Iterator<String> copied() {
    return new Iterator<String>() {
      private final Iterator<String> copy = new ArrayList<>(names).iterator();

      @Override
      public boolean hasNext() {
        return copy.hasNext();
      }

      @Override
      public String next() {
        return copy.next();
      }
    };
  }

  Iterator<String> copiedOutside() {
    synchronized (this) {
      names.add("");
    }
    return new Iterator<String>() {
      private final Iterator<String> copy =
          new ArrayList<>(names).iterator(); // expect: UnguardedAccess "Snapshots.this"

      @Override
      public boolean hasNext() {
        return copy.hasNext();
      }

      @Override
      public String next() {
        return copy.next();
      }
    };
  }

  synchronized Iterator<String> seenLater() {
    return new Iterator<String>() {
      private int left = names.size();

      @Override
      public boolean hasNext() {
        return left > 0;
      }

      @Override
      public String next() {
        left--;
        return names.get(left); // expect: UnguardedAccess "Snapshots.this"
      }
    };
  }

  int block() {
    table.writeLock().lock();
    try {
      Object counter =
          new Object() {
            private final int before;

            {
              before = version;
              version++;
            }

            @Override
            public int hashCode() {
              return before;
            }
          };
      return counter.hashCode();
    } finally {
      table.writeLock().unlock();
    }
  }

  int blockUnderRead() {
    table.readLock().lock();
    try {
      Object counter =
          new Object() {
            {
              version++; // expect: UnguardedAccess "for writing"
            }
          };
      return counter.hashCode();
    } finally {
      table.readLock().unlock();
    }
  }

  Object oneOfTwo() {
    synchronized (this) {
      return new Object() {
        private final int size = names.size();
        private final int seen = version; // expect: UnguardedAccess "Snapshots.this.table"

        @Override
        public int hashCode() {
          return size + seen;
        }
      };
    }
  }

  private Object made() {
    return new Object() {
      private final int first = names.size();

      @Override
      public int hashCode() {
        return first;
      }
    };
  }

  synchronized Object madeByHelper() {
    return made();
  }

  Object madeByHelperOutside() {
    return made(); // expect: LockNotHeld "this"
  }

  Runnable madeInCallback() {
    return () -> names(new Object() {}.hashCode());
  }

  private synchronized void names(int count) {
    names.subList(count, names.size()).clear();
  }
}
