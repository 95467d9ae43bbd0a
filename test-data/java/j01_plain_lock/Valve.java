// A declared lock, known only by its contracts.
package j01_plain_lock;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.Releases;

@DefinesLock(name = "gate", label = "valve gate")
interface Valve {
  @Acquires("gate")
  void shut();

  @Releases("gate")
  void open();
}
