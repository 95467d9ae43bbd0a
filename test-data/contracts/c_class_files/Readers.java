package c_class_files;

import shelves.Reading;
import shelves.Shelf;

/** Uses a scope whose class file has no parameter names. */
final class Readers {
  void read(Shelf shelf) {
    try (Reading reading = new Reading(shelf, 3)) {
      shelf.books++;
    }
  }

  void readAnother(Shelf shelf, Shelf other) {
    try (Reading reading = new Reading(shelf, 3)) {
      other.books++; // expect: UnguardedAccess "'shelf.lock' is held, not 'other.lock'"
    }
  }
}
