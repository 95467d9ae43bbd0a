// A list whose first elements' locks are held is asked for its size, and for the next one, without fear.
package y73_first_elements;

import java.util.List;
import java.util.concurrent.locks.Lock;

class Lists {
  private final List<Lock> list;

  Lists(List<Lock> list) {
    this.list = list;
  }

  // ---- right

  boolean rollback() {
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).tryLock()) {
        for (int j = 0; j < i; j++) list.get(j).unlock();
        return false;
      }
    }
    for (Lock lock : list) lock.unlock();
    return true;
  }

  boolean rollbackByHelper() {
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).tryLock()) {
        release(i);
        return false;
      }
    }
    release(list.size());
    return true;
  }

  private void release(int n) {
    for (int i = 0; i < n; i++) list.get(i).unlock();
  }

  // ---- wrong

  boolean ofAnother(List<Lock> other) {
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).tryLock()) { // expect: LockLeakOnThrow
        System.out.println(other.get(i));
        for (int j = 0; j < i; j++) list.get(j).unlock();
        return false;
      }
    }
    for (Lock lock : list) lock.unlock();
    return true;
  }
}
