// A declared lock; it is not reentrant unless it says so.
package j37_self_deadlock;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.When;

@DefinesLock(name = "bolt")
interface Latch {
  @Acquires("bolt")
  void close();

  @AcquiresIf(value = "bolt", result = When.TRUE)
  boolean tryClose();

  @Releases("bolt")
  void open();
}
