// A field that is its own lock and may be replaced: to take the lock it has to be read. All else needs the lock.
package y41_guarded_by_itself;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.Map;

class Replaced {
  @GuardedBy("nonces") // expect: UnstableLock
  protected Map<String, String> nonces = new HashMap<>();

  void add(String name) {
    synchronized (nonces) {
      nonces.put(name, name);
    }
    synchronized ((this.nonces)) {
      nonces.remove(name);
    }
  }

  int read() {
    return nonces.size(); // expect: UnguardedAccess "reading 'this.nonces'"
  }

  void change(String name) {
    nonces.put(name, name); // expect: UnguardedAccess "writing 'this.nonces'"
  }

  void replace() {
    nonces = new HashMap<>(); // expect: UnguardedAccess "writing 'this.nonces'"
  }

  Map<String, String> handOut() {
    return nonces; // expect: UnguardedAccess "reading 'this.nonces'"
  }

  void readToo(Replaced other) {
    synchronized (other.nonces) {
      nonces.clear(); // expect: UnguardedAccess "writing 'this.nonces'"
    }
    synchronized (nonces.keySet()) { // expect: UnguardedAccess "reading 'this.nonces'"
    }
  }
}
