// An index that is counted names another element from then on; what the operation gives is the
// number before or after.
package y73_first_elements;

import java.util.concurrent.locks.ReentrantLock;

class Indices {
  void wrong(ReentrantLock[] locks, int i) {
    locks[i++].lock();
    locks[i].unlock(); // expect: ReleaseNotHeld
  }

  void right(ReentrantLock[] locks, int i) {
    locks[i++].lock();
    locks[i - 1].unlock();
  }

  void right2(ReentrantLock[] locks, int i) {
    int j = i++;
    locks[j].lock();
    locks[j].unlock();
  }

  void right3(ReentrantLock[] locks, int i) {
    int j = i;
    locks[i++].lock();
    locks[j].unlock();
  }

  void right4(ReentrantLock[] locks, int i) {
    locks[++i].lock();
    locks[i].unlock();
  }

  void wrong2(ReentrantLock[] locks, int i) {
    int j = i;
    locks[i++].lock();
    locks[i].unlock(); // expect: ReleaseNotHeld
  }

  void handOverHand(ReentrantLock[] all) {
    all[0].lock(); // expect: LockLeakOnThrow
    int i = 0;
    while (i + 1 < all.length) {
      all[i + 1].lock(); // expect: LockLeakOnThrow
      all[i].unlock();
      i++;
    }
    all[i].unlock();
  }

  void handOverHandMissed(ReentrantLock[] all) {
    all[0].lock(); // expect: LockLeakOnThrow
    int i = 0;
    while (i + 1 < all.length) {
      all[i + 1].lock();
      i++;
      all[i].unlock();
    }
    all[i].unlock(); // expect: ReleaseNotHeld
  }
}
