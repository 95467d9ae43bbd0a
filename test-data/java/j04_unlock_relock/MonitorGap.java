// The same gap between two synchronized blocks.
package j04_unlock_relock;

import dev.holdfast.annotations.GuardedBy;

class MonitorGap {
  @GuardedBy("this")
  private int count;

  int gap() {
    int seen;
    synchronized (this) {
      seen = count;
    }
    seen += count; // expect: UnguardedAccess "this"
    synchronized (this) {
      return seen + count;
    }
  }

  synchronized int noGap() {
    int seen = count;
    synchronized (this) {
      seen += count;
    }
    return seen + count;
  }
}
