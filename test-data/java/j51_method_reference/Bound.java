// A method reference that is made for a guarded field uses the field when it is called.
package j51_method_reference;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

class Bound {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private final Set<String> names = new HashSet<>();

  @GuardedBy("own")
  private final List<String> own = new ArrayList<>();

  @GuardedBy("this")
  private List<String> replaced = new ArrayList<>();

  @GuardedBy("this")
  private Runnable listener;

  private final List<Predicate<String>> kept = new ArrayList<>();

  Bound(List<String> given) {
    given.forEach(names::add);
  }

  void read(List<String> given) {
    rw.readLock().lock();
    try {
      given.removeIf(names::contains);
      given.forEach(names::add); // expect: UnguardedAccess "writing 'this.names'"
      given.forEach(name -> names.add(name)); // expect: UnguardedAccess "writing 'this.names'"
      kept.add(names::contains); // expect: UnguardedAccess "reading 'this.names'"
    } finally {
      rw.readLock().unlock();
    }
    given.removeIf(this.names::contains); // expect: UnguardedAccess "reading 'this.names'"
  }

  void write(List<String> given, Executor executor) {
    rw.writeLock().lock();
    try {
      given.forEach(names::add);
      inline(names::clear);
      executor.execute(names::clear); // expect: UnguardedAccess "writing 'this.names'"
      Optional.of("").ifPresent(own::add); // expect: UnguardedAccess "writing 'this.own'"
      synchronized (own) {
        given.forEach((own)::add);
        executor.execute(own::clear); // expect: UnguardedAccess "writing 'this.own'"
      }
    } finally {
      rw.writeLock().unlock();
    }
  }

  private void inline(@RunsInline Runnable action) {
    action.run();
  }

  int madeBefore() {
    Supplier<Integer> size = names::size;
    rw.readLock().lock();
    try {
      return size.get();
    } finally {
      rw.readLock().unlock();
    }
  }

  Supplier<Integer> handedOut() {
    return names::size; // expect: UnguardedAccess "reading 'this.names'"
  }

  synchronized void replace(Executor executor, Runnable next) {
    executor.execute(replaced::clear);
    executor.execute(listener::run);
    replaced = new ArrayList<>();
    listener = next;
  }

  void unheld(Executor executor, List<String> given) {
    given.forEach(replaced::add); // expect: UnguardedAccess "reading 'this.replaced'"
    executor.execute(listener::run); // expect: UnguardedAccess "reading 'this.listener'"
  }
}
