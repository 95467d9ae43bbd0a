// A private helper that only constructors call needs no lock there.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class OnlyFromConstructor {
  @GuardedBy("this")
  private final Map<String, Integer> index = new HashMap<>();

  OnlyFromConstructor(List<String> names) {
    for (String name : names) {
      register(name);
    }
    names.forEach(this::register);
  }

  private void register(String name) {
    index.put(name, index.size());
  }
}
