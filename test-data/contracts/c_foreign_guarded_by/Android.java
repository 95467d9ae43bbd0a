package c_foreign_guarded_by;

/** AndroidX's guard, on fields and methods. */
final class Android {
  private final Object mLock = new Object();

  @androidx.annotation.GuardedBy("mLock")
  private int count;

  @androidx.annotation.GuardedBy("mLock")
  void updateLocked(int n) {
    count = n;
  }

  void held(int n) {
    synchronized (mLock) {
      updateLocked(n);
    }
  }

  void notHeld(int n) {
    updateLocked(n); // expect: LockNotHeld "mLock"
    count = n; // expect: UnguardedAccess "mLock"
  }
}
