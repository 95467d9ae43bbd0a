package y85_recursive_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One of those that hand it to each other does more with it. */
final class Kept {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<Integer>> listeners = new ArrayList<>();
  private final Executor executor;

  @GuardedBy("lock")
  private int sum;

  Kept(Executor executor) {
    this.executor = executor;
  }

  private void stores(int depth, Consumer<Integer> action) {
    if (depth == 0) {
      listeners.add(action);
      return;
    }
    action.accept(depth);
    stores(depth - 1, action);
  }

  private void first(int depth, Consumer<Integer> action) {
    action.accept(depth);
    second(depth - 1, action);
  }

  private void second(int depth, Consumer<Integer> action) {
    if (depth > 0) {
      third(depth, action);
    }
    action.accept(depth);
  }

  private void third(int depth, Consumer<Integer> action) {
    first(depth - 1, action);
    executor.execute(() -> action.accept(depth));
  }

  private void asOther(int depth, Consumer<Integer> action, Object other) {
    action.accept(depth);
    if (depth > 0) {
      asOther(depth - 1, action, action);
    }
    listeners.remove(other);
  }

  private Runnable later(int depth, Consumer<Integer> action) {
    action.accept(depth);
    return depth == 0 ? null : () -> later(depth - 1, action);
  }

  private Consumer<Integer> swapped(int depth, Consumer<Integer> action, Consumer<Integer> other) {
    action.accept(depth);
    return depth == 0 ? other : swapped(depth - 1, other, action);
  }

  void held() {
    lock.lock();
    try {
      stores(3, each -> sum += each); // expect: UnguardedAccess "lock"
      second(3, each -> sum += each); // expect: UnguardedAccess "lock"
      first(3, each -> sum += each); // expect: UnguardedAccess "lock"
      third(3, each -> sum += each); // expect: UnguardedAccess "lock"
      asOther(3, each -> sum += each, null); // expect: UnguardedAccess "lock"
      later(3, each -> sum += each); // expect: UnguardedAccess "lock"
      swapped(3, each -> sum += each, each -> {}); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }
}
