// What a helper gives the callback that it runs is known in the callback: often the object whose lock
// it has taken.
package y89_given_to_callbacks;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

class Given {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Given parent;
  private Given next;
  private final List<Given> others = new ArrayList<>();
  private Consumer<Given> last;

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int version;

  Given(Given parent) {
    this.parent = parent;
  }

  private <R> R read(Function<Given, R> f) {
    lock.lock();
    try {
      return f.apply(this);
    } finally {
      lock.unlock();
    }
  }

  private static void with(Given o, Consumer<Given> action) {
    o.lock.lock();
    try {
      action.accept(o);
    } finally {
      o.lock.unlock();
    }
  }

  private static void withAgain(Given o, Consumer<Given> action) {
    with(o, action);
  }

  private void both(Given a, Given b, BiConsumer<Given, Given> action) {
    a.lock.lock();
    try {
      b.lock.lock();
      try {
        action.accept(a, b);
      } finally {
        b.lock.unlock();
      }
    } finally {
      a.lock.unlock();
    }
  }

  private synchronized void onlyGiven(Consumer<Given> action) {
    action.accept(this);
  }

  private void withParent(Consumer<Given> action) {
    with(parent, action);
  }

  private void reading(Consumer<Given> action) {
    rw.readLock().lock();
    try {
      action.accept(this);
    } finally {
      rw.readLock().unlock();
    }
  }

  final void declared(@RunsInline Consumer<Given> action) {
    lock.lock();
    try {
      action.accept(this);
    } finally {
      lock.unlock();
    }
  }

  private static void withLast(Given o, Consumer<Given> action) {
    Given at = o;
    while (at.parent != null) {
      at = at.parent;
    }
    at.lock.lock();
    try {
      action.accept(at);
    } finally {
      at.lock.unlock();
    }
  }

  private void increment() {
    count++;
  }

  int right(Given other, Given third) {
    with(other, x -> x.count++);
    with(other, x -> other.count++);
    with(other, Given::increment);
    with(
        other,
        new Consumer<Given>() {
          @Override
          public void accept(Given x) {
            x.count++;
          }
        });
    Consumer<Given> incrementing = x -> x.count++;
    with(other, incrementing);
    withAgain(other, x -> x.count++);
    both(other, third, (a, b) -> a.count = b.count);
    withParent(x -> x.count++);
    withParent(x -> parent.count++);
    withLast(other, x -> x.count++);
    reading(x -> System.out.println(x.version));
    other.declared(x -> x.count++);
    lock.lock();
    try {
      onlyGiven(x -> x.count++);
      read(self -> self.count++);
      with(other, x -> x.count = count);
    } finally {
      lock.unlock();
    }
    return read(self -> self.count) + read(self -> count) + other.read(self -> self.count);
  }

  // The same with the mistake.

  private static void withOther(Given o, Given given, Consumer<Given> action) {
    o.lock.lock();
    try {
      action.accept(given);
    } finally {
      o.lock.unlock();
    }
  }

  private static void either(Given o, Given given, Consumer<Given> action) {
    o.lock.lock();
    try {
      action.accept(o);
      action.accept(given);
    } finally {
      o.lock.unlock();
    }
  }

  private void withNext(Consumer<Given> action) {
    lock.lock();
    try {
      action.accept(next);
    } finally {
      lock.unlock();
    }
  }

  private void afterwards(Consumer<Given> action) {
    lock.lock();
    lock.unlock();
    action.accept(this);
  }

  private void kept(Consumer<Given> action) {
    lock.lock();
    try {
      last = action;
      action.accept(this);
    } finally {
      lock.unlock();
    }
  }

  private void replaced(Given o, Consumer<Given> action) {
    o.lock.lock();
    try {
      Given at = o;
      at = o.next;
      action.accept(at);
    } finally {
      o.lock.unlock();
    }
  }

  private void each(Consumer<Given> action) {
    lock.lock();
    try {
      others.forEach(action);
    } finally {
      lock.unlock();
    }
  }

  private static void withLastButGiven(Given o, Consumer<Given> action) {
    Given at = o;
    while (at.parent != null) {
      at = at.parent;
    }
    at.lock.lock();
    try {
      action.accept(o);
    } finally {
      at.lock.unlock();
    }
  }

  void wrong(Given other, Given third, ExecutorService threads) {
    withLast(other, x -> other.count++); // expect: UnguardedAccess "other.lock"
    withLastButGiven(other, x -> x.count++); // expect: UnguardedAccess "other.lock"
    with(other, x -> count++); // expect: UnguardedAccess "this.lock"
    with(other, x -> third.count++); // expect: UnguardedAccess "third.lock"
    with(other, x -> x.parent.count++); // expect: UnguardedAccess "parent.lock"
    withAgain(other, x -> count++); // expect: UnguardedAccess "this.lock"
    both(other, third, (a, b) -> a.parent.count = b.count); // expect: UnguardedAccess "parent.lock"
    withOther(other, third, x -> x.count++); // expect: UnguardedAccess "third.lock"
    withOther(other, third, Given::increment); // expect: LockNotHeld "third.lock"
    either(other, third, x -> x.count++); // expect: UnguardedAccess "x.lock"
    withNext(x -> x.count++); // expect: UnguardedAccess "x.lock"
    withNext(x -> next.count++); // expect: UnguardedAccess "next.lock"
    afterwards(x -> x.count++); // expect: UnguardedAccess "this.lock"
    kept(x -> x.count++); // expect: UnguardedAccess "x.lock"
    replaced(other, x -> x.count++); // expect: UnguardedAccess "x.lock"
    each(x -> x.count++); // expect: UnguardedAccess "x.lock"
    reading(x -> x.version++); // expect: UnguardedAccess "for writing"
    onlyGiven(x -> x.count++); // expect: UnguardedAccess "this.lock"
    withParent(x -> count++); // expect: UnguardedAccess "this.lock"
    with(other, x -> threads.execute(() -> x.count++)); // expect: UnguardedAccess "x.lock"
    Consumer<Given> incrementing = x -> x.count++; // expect: UnguardedAccess "x.lock"
    with(other, incrementing);
    threads.execute(() -> incrementing.accept(third));
  }
}
