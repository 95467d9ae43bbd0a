package c_rules_one_finding;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A chain of calls on what a field holds is one access; what stands apart is another. */
class Chain {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<String, List<String>> tables = new HashMap<>();

  @GuardedBy("lock")
  private final List<String> names = new ArrayList<>();

  int inLoop() {
    int count = 0;
    for (List<String> each : tables.values()) { // expect: UnguardedAccess "lock"
      count++;
    }
    return count;
  }

  List<String> first() {
    return tables.values().iterator().next(); // expect: UnguardedAccess "lock"
  }

  List<String> last() {
    return tables.get(names.get(0)); // expect: UnguardedAccess "tables", UnguardedAccess "names"
  }

  List<String> twice() {
    return tables.isEmpty() // expect: UnguardedAccess "tables"
        ? null
        : tables.values().iterator().next(); // expect: UnguardedAccess "tables"
  }
}
