// The leading assertion binds callers in other files as well, on the object they call.
package j05_entry_assert;

class OtherFile {
  void unheld(AssertedEntry entry) {
    entry.asserted(); // expect: LockNotHeld "entry.mutex"
  }

  void held(AssertedEntry entry) {
    entry.mutex.lock();
    try {
      entry.asserted();
      entry.thrownUnless();
    } finally {
      entry.mutex.unlock();
    }
  }

  void heldOnOther(AssertedEntry entry, AssertedEntry other) {
    other.mutex.lock();
    try {
      entry.asserted(); // expect: LockNotHeld "entry.mutex"
    } finally {
      other.mutex.unlock();
    }
  }

  void monitor(AssertedEntry entry) {
    synchronized (entry) {
      entry.monitorAsserted();
    }
    entry.monitorAsserted(); // expect: LockNotHeld "entry"
  }
}
