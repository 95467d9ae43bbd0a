package c_foreign_guarded_by;

import dev.holdfast.annotations.GuardedBy;

/** Suppressing the foreign check does not silence what our own annotation demands. */
final class Ours {
  private final Object monitor = new Object();

  @GuardedBy("monitor")
  private int count;

  @SuppressWarnings("GuardedBy")
  void notSilenced(int n) {
    count = n; // expect: UnguardedAccess "monitor"
  }
}
