// Callers take the locks of all elements for released, however the helper ends.
package y84_release_cut_short;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class CutShort {
  private final ReentrantLock[] locks = new ReentrantLock[16];
  private final List<ReentrantLock> more = List.of(new ReentrantLock(), new ReentrantLock());
  private int released;

  void log(String text) {
    System.out.println(text);
  }

  // ---- right

  private void unlockAll() {
    for (ReentrantLock lock : locks) lock.unlock();
  }

  private void unlockFirst(int count) {
    for (int i = 0; i < count; i++) locks[i].unlock();
    log("released");
  }

  private void finallyUnlock(int count) {
    try {
      log("to be released");
    } finally {
      for (int i = 0; i < count; i++) locks[i].unlock();
    }
  }

  private void unlockOnThrow() {
    try {
      log("to be released");
    } catch (Throwable e) {
      for (ReentrantLock lock : more) lock.unlock();
      throw e;
    }
    for (ReentrantLock lock : more) lock.unlock();
  }

  private void countAndUnlock() {
    released++;
    for (ReentrantLock lock : locks) lock.unlock();
  }

  private void meanwhile(int count) {
    if (count > 8) {
      throw new IllegalArgumentException("too many");
    }
    log("held");
  }

  // ---- wrong

  private void refuses(int count) {
    if (count > 8) {
      throw new IllegalArgumentException("too many"); // expect: LockLeakOnThrow
    }
    for (int i = 0; i < count; i++) locks[i].unlock();
  }

  private void logsBefore() {
    log("to be released"); // expect: LockLeakOnThrow
    for (ReentrantLock lock : locks) lock.unlock();
  }

  private void logsInBetween(int count) {
    for (int i = 0; i < count; i++) {
      log("to be released"); // expect: LockLeakOnThrow
      locks[i].unlock();
    }
  }

  private void catchesSome() {
    try {
      log("to be released"); // expect: LockLeakOnThrow
    } catch (IllegalStateException e) {
      for (ReentrantLock lock : more) lock.unlock();
      throw e;
    }
    for (ReentrantLock lock : more) lock.unlock();
  }

  // ---- all of them called

  void all(int which) {
    for (ReentrantLock lock : locks) lock.lock();
    if (which == 0) {
      unlockAll();
    } else if (which == 1) {
      countAndUnlock();
    } else {
      logsBefore();
    }
  }

  void first(int count, int which) {
    for (int i = 0; i < count; i++) locks[i].lock();
    if (which == 0) {
      unlockFirst(count);
    } else if (which == 1) {
      finallyUnlock(count);
    } else if (which == 2) {
      refuses(count);
    } else {
      logsInBetween(count);
    }
  }

  void others(int which) {
    for (ReentrantLock lock : more) lock.lock();
    if (which == 0) {
      unlockOnThrow();
    } else {
      catchesSome();
    }
  }

  void goesOn(int count) {
    for (ReentrantLock lock : locks) lock.lock();
    try {
      meanwhile(count);
    } finally {
      unlockAll();
    }
  }
}
