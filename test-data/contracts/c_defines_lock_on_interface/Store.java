package c_defines_lock_on_interface;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/** A lock declared on a generic interface; its implementations have it as well. */
@DefinesLock(name = "rows", label = "row lock")
interface Store<K, V> {
  @Requires("rows.readLock()")
  V get(K key);

  @Requires("rows")
  void put(K key, V value);

  @Acquires("rows.readLock()")
  void lockRead();

  @Releases("rows.readLock()")
  void unlockRead();

  @Acquires("rows.writeLock()")
  void lockWrite();

  @Releases("rows.writeLock()")
  void unlockWrite();

  /** Reads under the lock. */
  default V read(K key) {
    lockRead();
    try {
      return get(key);
    } finally {
      unlockRead();
    }
  }

  /** Forgets the lock. */
  default V peek(K key) {
    return get(key); // expect: LockNotHeld "row lock"
  }
}
