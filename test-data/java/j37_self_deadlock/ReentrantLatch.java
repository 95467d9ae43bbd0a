// A declared lock that says it is reentrant.
package j37_self_deadlock;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;

@DefinesLock(name = "chain", reentrant = true, shared = false)
interface ReentrantLatch {
  @Acquires("chain")
  void close();

  @Releases("chain")
  void open();
}
