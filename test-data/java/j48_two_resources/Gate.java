// A declared lock with two scoped ways in: one that waits, one that may answer null.
package j48_two_resources;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.When;

@DefinesLock(name = "passage")
interface Gate {
  @Acquires("passage")
  Pass enter();

  @AcquiresIf(value = "passage", result = When.NON_NULL)
  Pass tryEnter();

  @LockScope
  interface Pass extends AutoCloseable {
    @Override
    void close();
  }
}
