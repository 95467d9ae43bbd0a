// The same for declared locks: one that is not reentrant, and one that is.
package j37_self_deadlock;

import dev.holdfast.annotations.GuardedBy;

class DeclaredTwice {
  private final Latch latch;
  private final ReentrantLatch chained;

  @GuardedBy("latch.bolt")
  private int count;

  @GuardedBy("chained.chain")
  private int links;

  DeclaredTwice(Latch latch, ReentrantLatch chained) {
    this.latch = latch;
    this.chained = chained;
  }

  void twice() {
    latch.close();
    try {
      latch.close(); // expect: DoubleAcquire "latch.bolt"
      count++;
      latch.open();
    } finally {
      latch.open();
    }
  }

  void tryAfterClose() {
    latch.close();
    latch.open();
    if (latch.tryClose()) {
      count++;
      latch.open();
    } else {
      count++; // expect: UnguardedAccess "latch.bolt"
    }
  }

  void reentrant() {
    chained.close();
    try {
      chained.close();
      links++;
      chained.open();
      links++;
    } finally {
      chained.open();
    }
    links++; // expect: UnguardedAccess "chained.chain"
  }

  void other(Latch another) {
    latch.close();
    try {
      another.close();
      count++;
      another.open();
    } finally {
      latch.open();
    }
  }
}
