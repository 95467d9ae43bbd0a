// Callbacks that run later, or on other threads, do not see the lock.
package j50_streams;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

class LaterCallbacks {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Requires("mutex")
  void tasks(ExecutorService executor) throws Exception {
    CompletableFuture.supplyAsync(() -> count); // expect: UnguardedAccess "mutex"
    executor.submit(() -> count); // expect: UnguardedAccess "mutex"
    new Thread(() -> count++).start(); // expect: UnguardedAccess "mutex"
    Callable<Integer> task = () -> count; // expect: UnguardedAccess "mutex"
    executor.invokeAll(List.of(task));
  }

  @Requires("mutex")
  void kept(List<Integer> source) {
    Supplier<Integer> supplier = () -> count; // expect: UnguardedAccess "mutex"
    Iterator<Integer> lazy = source.stream().map(i -> count).iterator(); // expect: UnguardedAccess
    Comparator<Integer> order = (x, y) -> count; // expect: UnguardedAccess "mutex"
    Map<Integer, Integer> tree = new TreeMap<>((x, y) -> count); // expect: UnguardedAccess "mutex"
    ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> count); // expect: UnguardedAccess
    System.out.println(supplier.hashCode() + lazy.next() + order.hashCode() + tree.size() + local.get());
  }

  @Requires("mutex")
  void otherThreads(List<Integer> source) {
    source.parallelStream().forEach(i -> count++); // expect: UnguardedAccess "mutex"
    source.stream().parallel().forEach(i -> count++); // expect: UnguardedAccess "mutex"
  }
}
