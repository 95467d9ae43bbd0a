// What a helper locks and keeps in a collection of its callers, or in one that it returns, they go
// on to call by their own name.
package y9b_kept_goes_by_its_name;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Filled {
  static final class Row {
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    int n;
  }

  private final Row own = new Row();

  private void one(Row row, Deque<Row> held) {
    row.lock.lock();
    held.push(row);
  }

  private void through(Row row, Deque<Row> held) {
    one(row, held);
  }

  private static void two(Row a, Row b, List<Row> held) {
    a.lock.lock();
    held.add(a);
    b.lock.lock();
    held.add(b);
  }

  private List<Row> locked(Row row) {
    List<Row> held = new ArrayList<>();
    row.lock.lock();
    held.add(row);
    return held;
  }

  private void ownOne(Deque<Row> held) {
    own.lock.lock();
    held.push(own);
  }

  private void perhaps(Row row, Deque<Row> held, boolean far) {
    if (far) {
      row.lock.lock();
      held.push(row);
    }
  }

  private void another(Row row, Row other, Deque<Row> held) {
    other.lock.lock();
    held.push(other);
    System.out.println(row);
  }

  private static void release(Deque<Row> held) {
    while (!held.isEmpty()) {
      held.pop().lock.unlock();
    }
  }

  // ---- right

  void direct(Row row) {
    Deque<Row> held = new ArrayDeque<>();
    one(row, held);
    row.n++;
    release(held);
  }

  void deeper(Row row) {
    Deque<Row> held = new ArrayDeque<>();
    through(row, held);
    row.n++;
    while (!held.isEmpty()) {
      held.pop().lock.unlock();
    }
  }

  void both(Row a, Row b) {
    List<Row> held = new ArrayList<>();
    two(a, b, held);
    a.n++;
    b.n = a.n;
    for (Row each : held) {
      each.lock.unlock();
    }
  }

  void oneByOne(Row a, Row b) {
    Deque<Row> held = new ArrayDeque<>();
    one(a, held);
    try {
      one(b, held);
      a.n++;
      b.n = a.n;
    } finally {
      release(held);
    }
  }

  void ofField() {
    Deque<Row> held = new ArrayDeque<>();
    one(own, held);
    own.n++;
    release(held);
  }

  void ownField() {
    Deque<Row> held = new ArrayDeque<>();
    ownOne(held);
    own.n++;
    release(held);
  }

  void returned(Row row) {
    List<Row> held = locked(row);
    row.n++;
    for (Row each : held) {
      each.lock.unlock();
    }
  }

  void looked(List<Row> rows) {
    for (Row row : rows) {
      Deque<Row> held = new ArrayDeque<>();
      one(row, held);
      row.n++;
      release(held);
    }
  }

  void inLoop(List<Row> rows) {
    Deque<Row> held = new ArrayDeque<>();
    try {
      for (Row row : rows) {
        one(row, held);
        row.n++;
      }
    } finally {
      release(held);
    }
  }

  void local(Row first, boolean far) {
    Row row = far ? first : own;
    Deque<Row> held = new ArrayDeque<>();
    one(row, held);
    row.n++;
    release(held);
  }

  // ---- wrong

  void tooLate(Row row) {
    Deque<Row> held = new ArrayDeque<>();
    one(row, held);
    release(held);
    row.n++; // expect: UnguardedAccess
  }

  void other(Row a, Row b) {
    Deque<Row> held = new ArrayDeque<>();
    one(a, held); // expect: LockLeakOnThrow
    b.n++; // expect: UnguardedAccess
    release(held);
  }

  void otherArgument(Row a, Row b) {
    Deque<Row> held = new ArrayDeque<>();
    another(a, b, held); // expect: LockLeakOnThrow
    a.n++; // expect: UnguardedAccess
    release(held);
  }

  void notAlways(Row row, boolean far) {
    Deque<Row> held = new ArrayDeque<>();
    perhaps(row, held, far); // expect: LockLeakOnThrow
    row.n++; // expect: UnguardedAccess
    release(held);
  }

  void assigned(Row row, Row other) {
    Deque<Row> held = new ArrayDeque<>();
    one(row, held); // expect: LockLeakOnThrow
    row = other;
    row.n++; // expect: UnguardedAccess
    release(held);
  }

  void neverReleased(Row row) {
    Deque<Row> held = new ArrayDeque<>();
    one(row, held);
    row.n++;
    if (row.n > 1) {
      return; // expect: LockLeak
    }
    release(held);
  }

  void returnedOther(Row row, Row other) {
    List<Row> held = locked(row); // expect: LockLeakOnThrow
    other.n++; // expect: UnguardedAccess
    for (Row each : held) {
      each.lock.unlock();
    }
  }
}
