// Contracts of an interface bind every implementation.
package j55_overrides;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

class Interfaces {
  interface Store {
    @Requires("this")
    void put(int value);

    int get(@Requires("this") Store source);
  }

  static class Plain implements Store {
    @GuardedBy("this")
    private int value;

    @Override
    public void put(int value) {
      this.value = value;
    }

    @Override
    public int get(Store source) {
      source.put(1);
      return value; // expect: UnguardedAccess "this"
    }
  }

  static class Synchronized implements Store {
    @GuardedBy("this")
    private int value;

    @Override
    @Requires({})
    public synchronized void put(int value) {
      this.value = value;
    }

    @Override
    public synchronized int get(Store source) {
      return value;
    }
  }

  void callers(Store store, Synchronized free) {
    store.put(1); // expect: LockNotHeld "store"
    synchronized (store) {
      store.put(2);
    }
    free.put(3);
  }
}
