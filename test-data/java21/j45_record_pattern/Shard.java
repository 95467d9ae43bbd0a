// A lock and what it guards; used through the bindings of record patterns.
package j45_record_pattern;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

final class Shard {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int value;
}
