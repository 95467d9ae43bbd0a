package c_defines_lock_derived;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;

/** The parent of the cells. No findings here. */
@DefinesLock(name = "tree", label = "tree lock")
abstract class Parent {
  @Acquires("tree.readLock()")
  abstract void lockRead();

  @Releases("tree.readLock()")
  abstract void unlockRead();
}
