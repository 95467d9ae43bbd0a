package c_alias_field;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Requires;

/** Fields guarded by an alias, of this object and, by its value, of another. */
@DefinesLock(name = "lock", label = "row lock")
@DefinesLock(name = "pinned", label = "pin", impliedBy = "lock")
abstract class Row {
  @GuardedByRow int cells;

  static final class Cursor {
    final Row row;

    @GuardedByRow("row")
    int position;

    Cursor(Row row) {
      this.row = row;
    }
  }

  void right(@Requires("row.lock") Cursor cursor, @Requires("lock") Row row) {
    cursor.position = 1;
    row.cells = 3;
  }

  @Requires("lock.readLock()")
  int reads() {
    return cells;
  }

  @Requires("lock.readLock()")
  void writes() {
    cells = 5; // expect: UnguardedAccess "row lock"
  }

  @Requires("cursor.row.lock")
  static void cursors(Cursor cursor, Cursor other) {
    cursor.position = 7;
    other.position = 9; // expect: UnguardedAccess "row lock"
  }
}
