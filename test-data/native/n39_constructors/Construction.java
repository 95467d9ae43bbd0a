package n39;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A constructor writes its own guarded fields: right; another object's, or its own after leaking
 * itself: a finding.
 */
final class Construction {
  private static final List<Construction> ALL = new CopyOnWriteArrayList<>();

  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count = 3;

  @GuardedBy("this")
  private int other;

  {
    other = 5;
  }

  Construction() {
    count = 7;
    setUp();
  }

  Construction(Construction model) {
    count = model.count; // expect: UnguardedAccess "model.lock"
  }

  Construction(int n) {
    count = n;
    ALL.add(this);
    count = n; // expect: UnguardedAccess "lock"
  }

  Construction(Executor executor) {
    count = 9;
    executor.execute(() -> count = 11); // expect: UnguardedAccess "lock"
  }

  Construction(Construction partner, int n) {
    partner.count = n; // expect: UnguardedAccess "partner.lock"
    this.count = n;
  }

  private void setUp() {
    count = 13;
  }

  static Construction fresh(int n) {
    Construction made = new Construction();
    made.count = n;
    return made;
  }

  static Construction published(int n) {
    Construction made = new Construction();
    made.count = n;
    ALL.add(made);
    made.count = n; // expect: UnguardedAccess "made.lock"
    return made;
  }
}
