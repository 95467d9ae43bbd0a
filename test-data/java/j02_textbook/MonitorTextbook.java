// The structured form: synchronized methods and blocks on this, on a field and on the parameter of
// a call.
package j02_textbook;

import dev.holdfast.annotations.GuardedBy;

class MonitorTextbook {
  private final Object monitor = new Object();

  @GuardedBy("this")
  private int own;

  @GuardedBy("monitor")
  private int inner;

  synchronized int method() {
    return own++;
  }

  void blocks() {
    synchronized (this) {
      own++;
    }
    synchronized (monitor) {
      inner++;
    }
  }

  void wrongMonitor() {
    synchronized (this) {
      inner++; // expect: UnguardedAccess "monitor"
    }
    synchronized (monitor) {
      own++; // expect: UnguardedAccess "this"
    }
  }

  void afterBlock() {
    synchronized (monitor) {
      inner++;
    }
    inner++; // expect: UnguardedAccess "monitor"
  }

  int sum(MonitorTextbook other) {
    synchronized (other) {
      return other.own;
    }
  }

  int sumOfWrongObject(MonitorTextbook other) {
    synchronized (this) {
      return other.own; // expect: UnguardedAccess "other"
    }
  }

  int qualified(MonitorTextbook other) {
    synchronized (other.monitor) {
      return other.inner;
    }
  }

  int qualifiedWrong(MonitorTextbook other) {
    synchronized (monitor) {
      return other.inner; // expect: UnguardedAccess "other.monitor"
    }
  }
}
