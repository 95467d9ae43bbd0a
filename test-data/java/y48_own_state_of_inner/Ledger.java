// An inner object is guarded by a lock of the outer one. Until others can reach it, helpers that do nothing but write its own
// fields may be called without that lock; helpers that write what belongs to others may not.
package y48_own_state_of_inner;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Ledger {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int pages;

  @GuardedBy("lock")
  private final Map<String, Page> named = new HashMap<>();

  private class Page {
    @GuardedBy("Ledger.this.lock")
    private List<String> lines;

    @GuardedBy("lock")
    private int bytes;

    Page() {
      reset();
    }

    Page(List<String> lines) {
      write(this, lines);
    }

    Page(int bytes) {
      resetAndCount(); // expect: LockNotHeld "Ledger.this.lock"
      this.bytes = bytes;
    }

    Page(Page other) {
      write(other, new ArrayList<>()); // expect: LockNotHeld "Ledger.this.lock"
    }

    Page(String line) {
      named.put(line, this); // expect: UnguardedAccess "Ledger.this.lock"
      reset(); // expect: LockNotHeld "Ledger.this.lock"
    }

    private void reset() {
      lines = new ArrayList<>();
      resetBytes();
    }

    private void resetBytes() {
      bytes = 0;
    }

    private void resetAndCount() {
      resetBytes();
      pages++;
    }

    private void write(Page page, List<String> all) {
      page.lines = all;
    }
  }

  void fresh() {
    Page page = new Page();
    page.reset();
    page.write(page, new ArrayList<>());
  }

  void published() {
    Page page = new Page();
    page.reset();
    lock.lock();
    try {
      named.put("first", page);
      page.reset();
    } finally {
      lock.unlock();
    }
    page.reset(); // expect: LockNotHeld "released"
  }

  void writesAnother() {
    Page page = new Page();
    page.resetAndCount(); // expect: LockNotHeld "this.lock"
  }

  void readsFirst(boolean count) {
    Page page = new Page();
    page.reset();
    if (count) {
      lookAndCount(page); // expect: LockNotHeld "this.lock"
    } else {
      look(page);
    }
  }

  private int look(Page page) {
    return page.bytes;
  }

  private int lookAndCount(Page page) {
    int bytes = page.bytes;
    return bytes > 0 ? bytes : pages;
  }

  /** What another turn needs, the first does not show. */
  private void walk(Page page, int turns) {
    page.bytes = turns;
    if (turns > 0) {
      walk(named.get("next"), turns - 1);
    }
  }

  void walksAway() {
    Page page = new Page();
    walk(page, 2); // expect: LockNotHeld "this.lock"
  }
}
