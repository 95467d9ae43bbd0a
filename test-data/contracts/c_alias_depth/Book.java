package c_alias_depth;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Aliases of one, two and three levels, on methods and parameters, with a value and without. */
class Book {
  final StampedLock lock = new StampedLock();
  final ReentrantLock other = new ReentrantLock();

  @GuardedBy("lock")
  int pages;

  @Touches
  void one() {
    pages = 3;
  }

  @Edits
  void two() {
    pages = 5;
  }

  @Rewrites
  void three() {
    pages = 7;
  }

  void onParameter(@Rewrites Book book) {
    book.pages = 9;
    pages = 11; // expect: UnguardedAccess "book.lock"
  }

  @Touches("book")
  void byValue(Book book) {
    book.pages = 13;
  }

  @Touches({"first", "second"})
  void byTwoValues(Book first, Book second) {
    first.pages = 15;
    second.pages = 17;
  }

  @Begins
  void begin() {
    lock.asWriteLock().lock();
  }

  @Finishes
  void finish() {
    lock.asWriteLock().unlock();
  }

  @Begins
  void brokenBegin() {} // expect: BrokenContract "lock"

  void notHeld() {
    one(); // expect: LockNotHeld "lock"
    two(); // expect: LockNotHeld "lock"
    three(); // expect: LockNotHeld "lock"
  }

  void held() {
    lock.asWriteLock().lock();
    try {
      one();
      two();
      three();
      onParameter(this);
      byValue(this);
    } finally {
      lock.asWriteLock().unlock();
    }
  }

  @Requires("lock")
  void excluded() {
    other.lock();
    try {
      one();
      two(); // expect: LockExcluded "other"
      three(); // expect: LockExcluded "other"
    } finally {
      other.unlock();
    }
  }

  static void others(Book a, Book b) {
    a.lock.asWriteLock().lock();
    try {
      a.byValue(a);
      a.byValue(b); // expect: LockNotHeld "b.lock"
      b.byTwoValues(a, b); // expect: LockNotHeld "b.lock"
      b.onParameter(b); // expect: LockNotHeld "b.lock"
    } finally {
      a.lock.asWriteLock().unlock();
    }
  }

  void effects() {
    other.lock();
    try {
      begin();
      pages = 19;
      finish();
      pages = 21; // expect: UnguardedAccess "lock"
    } finally {
      other.unlock();
    }
    begin(); // expect: LockNotHeld "other"
    finish();
  }
}
