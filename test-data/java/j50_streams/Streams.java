// A stream pipeline that ends under the lock is guarded; one that is handed out runs later.
package j50_streams;

import dev.holdfast.annotations.GuardedBy;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Streams {
  @GuardedBy("this")
  private int offset;

  private final List<Integer> numbers = new CopyOnWriteArrayList<>();

  synchronized List<Integer> collected() {
    return numbers.stream().map(n -> n + offset).collect(Collectors.toList());
  }

  synchronized int reduced() {
    return numbers.stream().filter(n -> n > offset).mapToInt(n -> n - offset).sum();
  }

  synchronized void consumed() {
    numbers.stream().filter(n -> n > offset).forEach(n -> offset += n);
  }

  synchronized boolean matched() {
    return numbers.stream().anyMatch(n -> n == offset);
  }

  synchronized Stream<Integer> lazy() {
    return numbers.stream().map(n -> n + offset); // expect: UnguardedAccess "this"
  }

  synchronized Stream<Integer> lazyChain() {
    return numbers.stream()
        .filter(n -> n > 0)
        .map(n -> n + offset) // expect: UnguardedAccess "this"
        .distinct();
  }

  List<Integer> unlocked() {
    return numbers.stream()
        .map(n -> n + offset) // expect: UnguardedAccess "this"
        .collect(Collectors.toList());
  }

  synchronized Iterator<Integer> iterator() {
    int copy = offset;
    return numbers.stream().map(n -> n + copy).iterator();
  }

  synchronized Optional<Integer> optional() {
    return numbers.stream().findFirst().map(n -> n + offset);
  }

  synchronized Supplier<List<Integer>> deferred() {
    return () -> numbers.stream().map(n -> n + offset).toList(); // expect: UnguardedAccess "this"
  }
}
