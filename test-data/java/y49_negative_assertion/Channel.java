// A message quotes a leading assertion as it stands: what must not be held is not told as what must.
package y49_negative_assertion;

class Channel {
  private final Object readLock = new Object();

  void flush() {
    assert !Thread.holdsLock(readLock);
  }

  void close() {
    if (Thread.holdsLock(readLock)) {
      throw new IllegalStateException();
    }
  }

  void drain() {
    assert Thread.holdsLock(readLock);
  }

  void right() {
    flush();
    close();
    synchronized (readLock) {
      drain();
    }
  }

  void wrong() {
    drain(); // expect: LockNotHeld "assertion: Thread.holdsLock(readLock)"
    synchronized (readLock) {
      flush(); // expect: LockExcluded "assertion: !Thread.holdsLock(readLock)"
      close(); // expect: LockExcluded "assertion: !Thread.holdsLock(readLock)"
    }
  }
}
