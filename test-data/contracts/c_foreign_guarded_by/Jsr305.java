package c_foreign_guarded_by;

/** The guard of javax.annotation.concurrent, on a field and on a method. */
final class Jsr305 {
  private final Object monitor = new Object();

  @javax.annotation.concurrent.GuardedBy("monitor")
  private int count;

  @javax.annotation.concurrent.GuardedBy("monitor")
  void set(int n) {
    count = n;
  }

  void held(int n) {
    synchronized (monitor) {
      count = n;
      set(n);
    }
  }

  void notHeld(int n) {
    count = n; // expect: UnguardedAccess "monitor"
    set(n); // expect: LockNotHeld "monitor"
  }
}
