// A lock that is taken by a copy of a field that can change, for what is then done by the field's name.
package j58_non_final_lock;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class ByACopy {
  static class Segment {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;

    @GuardedBy("this")
    int uses;

    @Requires("lock")
    void touch() {
      size++;
    }
  }

  private final Segment fixed = new Segment();
  private Segment once;
  private volatile Segment active = new Segment();
  volatile Segment other = new Segment();
  volatile Segment third = new Segment();
  volatile Segment fourth = new Segment();
  static Segment shared = new Segment();

  @GuardedBy("this")
  private Segment guarded = new Segment();

  ByACopy() {
    once = new Segment();
  }

  void roll() {
    active = new Segment();
  }

  // ---- right

  void byTheCopy() {
    Segment s = active;
    s.lock.lock();
    try {
      s.size++;
      s.touch();
    } finally {
      s.lock.unlock();
    }
    synchronized (s) {
      s.uses++;
    }
  }

  void ofFinal() {
    Segment s = fixed;
    s.lock.lock();
    try {
      fixed.size++;
    } finally {
      s.lock.unlock();
    }
    Segment t = once;
    synchronized (t) {
      once.uses++;
    }
  }

  synchronized void ofGuarded() {
    Segment s = guarded;
    s.lock.lock();
    try {
      guarded.size++;
      guarded.touch();
    } finally {
      s.lock.unlock();
    }
  }

  // ---- wrong

  void byTheField() {
    Segment s = active;
    s.lock.lock();
    try {
      active.size++; // expect: UnstableLock "active"
    } finally {
      s.lock.unlock();
    }
  }

  void byTheFieldOfMonitor() {
    Segment s = other;
    synchronized (s) {
      other.uses++; // expect: UnstableLock "'other' is a field that can change"
    }
  }

  void call() {
    Segment s = third;
    s.lock.lock();
    try {
      third.touch(); // expect: UnstableLock "third"
    } finally {
      s.lock.unlock();
    }
  }

  void lockAlone() {
    Lock l = fourth.lock;
    l.lock();
    try {
      fourth.size++; // expect: UnstableLock "fourth"
    } finally {
      l.unlock();
    }
  }

  static void ofClass() {
    Segment s = shared;
    synchronized (s) {
      shared.uses++; // expect: UnstableLock "shared"
    }
  }
}
