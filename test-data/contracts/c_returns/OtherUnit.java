package c_returns;

import java.util.concurrent.locks.Lock;

/** From another compilation unit: the declared getter names the lock, the plain one does not. */
final class OtherUnit {
  void declared(Getters g, int n) {
    g.lock().lock();
    try {
      g.count = n;
    } finally {
      g.lock().unlock();
    }
  }

  void plain(Getters g, int n) {
    Lock lock = g.inferred();
    lock.lock();
    try {
      g.count = n; // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
  }
}
