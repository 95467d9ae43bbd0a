package c_class_files;

import dev.holdfast.annotations.Requires;
import shelves.Shelf;
import shelves.Sorting;

/** Contracts read from class files bind like those from source. */
final class Users {
  void notHeld(Shelf shelf) {
    shelf.add(3); // expect: LockNotHeld "shelf.lock"
    Shelf.clear(shelf); // expect: LockNotHeld "shelf.lock"
    Shelf.fill(shelf); // expect: LockNotHeld "shelf.lock"
    shelf.sort(); // expect: LockNotHeld "shelf.lock"
    shelf.books = 5; // expect: UnguardedAccess "shelf.lock"
  }

  void held(Shelf shelf) {
    shelf.lock.lock();
    try {
      shelf.add(3);
      Shelf.clear(shelf);
      Shelf.fill(shelf);
      shelf.sort();
      shelf.books = 5;
      shelf.inline(() -> shelf.books = 7);
    } finally {
      shelf.lock.unlock();
    }
  }

  void otherHeld(Shelf a, Shelf b) {
    a.begin();
    try {
      Shelf.clear(a);
      Shelf.clear(b); // expect: LockNotHeld "b.lock"
      Shelf.fill(b); // expect: LockNotHeld "b.lock"
    } finally {
      a.end();
    }
  }

  void attempted(Shelf shelf) {
    if (shelf.attempt()) {
      try {
        shelf.add(9);
      } finally {
        shelf.end();
      }
    }
    shelf.attempt(); // expect: UncheckedTryLock "shelf.lock"
  }

  void leaked(Shelf shelf) {
    shelf.begin();
  } // expect: LockLeak "shelf.lock"

  void notInline(Shelf shelf) {
    shelf.inline(() -> shelf.books = 11); // expect: UnguardedAccess "shelf.lock"
  }

  @Sorting("shelf")
  void alias(Shelf shelf) {
    shelf.sort();
  }

  static final class Oak extends Shelf {
    @Override
    public void add(int n) {
      books = n;
    }

    @Override
    @Requires({"lock", "polish"}) // expect: IncompatibleOverride "polish"
    public void sort() {}

    final Object polish = new Object();
  }
}
