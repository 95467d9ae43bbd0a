// A view of what was made for the object alone is its own as well.
package y100_own_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

class Views {
  static final List<Runnable> ALL = new ArrayList<>();
  static Object known;
  private final List<Runnable> tasks = new ArrayList<>();
  private final Set<Runnable> set = new LinkedHashSet<>();
  private final AtomicReference<Runnable> current = new AtomicReference<>();
  private final AtomicReference<Views> owner = new AtomicReference<>();
  private final List<Runnable> others = Collections.synchronizedList(ALL);
  private final Map<String, List<Runnable>> byName = new HashMap<>();

  @GuardedBy("this")
  private int count;

  private synchronized void tick() {
    count++;
  }

  Views() {
    tasks.add(this::tick);
    set.add(this::tick);
    current.set(this::tick);
    owner.set(this);
    byName.put("tick", List.of(this::tick));
    byName.get("tick");
    count = tasks.size();
  }

  Views(int n) {
    others.add(this::tick);
    count = n; // expect: UnguardedAccess
  }

  Views(long n) {
    tasks.add(this::tick);
    known = current;
    count = 1;
    current.set(tasks.get(0));
    count = 1; // expect: UnguardedAccess
  }

  Views(char c) {
    current.compareAndSet(null, this::tick);
    known = current.get();
    count = 1; // expect: UnguardedAccess
  }

  Views(byte b) {
    set.add(this::tick);
    ALL.addAll(set);
    count = 1; // expect: UnguardedAccess
  }

  Views(float f) {
    set.add(this::tick);
    set.stream().filter(each -> each != null).forEach(ALL::add);
    count = 1; // expect: UnguardedAccess
  }

  Views(double d) {
    tasks.add(this::tick);
    known = tasks.stream().findFirst().orElse(null);
    count = 1; // expect: UnguardedAccess
  }

  Views(boolean b) {
    known = owner.get();
    owner.set(this);
    count = 1;
    known = owner.get();
    count = 2; // expect: UnguardedAccess
  }

  Views(String name) {
    List<Runnable> mine = new ArrayList<>();
    byName.put(name, mine);
    mine.add(this::tick);
    known = byName.get(name);
    count = 2; // expect: UnguardedAccess
  }
}
