// Loops over all elements that count their index down as they test it.
package y35_every_element;

import java.util.List;
import java.util.concurrent.locks.Lock;

class CountedDown {
  void prefix(Lock[] locks) {
    for (int i = 0; i < locks.length; i++) {
      locks[i].lock();
    }
    try {
      locks.hashCode();
    } finally {
      for (int i = locks.length; --i >= 0; ) {
        locks[i].unlock();
      }
    }
  }

  void postfix(Lock[] locks) {
    for (int i = locks.length; i-- > 0; ) {
      locks[i].lock();
    }
    try {
      locks.hashCode();
    } finally {
      for (int i = locks.length; i-- >= 1; ) {
        locks[i].unlock();
      }
    }
  }

  void list(List<Lock> locks) {
    for (Lock each : locks) {
      each.lock();
    }
    try {
      locks.hashCode();
    } finally {
      for (int i = locks.size(); --i > -1; ) {
        locks.get(i).unlock();
      }
    }
  }

  void local(Lock[] locks) {
    int count = locks.length;
    for (int i = 0; i < count; i++) {
      locks[i].lock();
    }
    for (int i = count; i-- > 0; ) {
      locks[i].unlock();
    }
  }

  void notTheFirst(Lock[] locks) {
    for (Lock each : locks) {
      each.lock();
    }
    for (int i = locks.length; --i > 0; ) {
      locks[i].unlock();
    }
  } // expect: LockLeak "of 'locks'"

  void notTheFirstEither(Lock[] locks) {
    for (Lock each : locks) {
      each.lock();
    }
    for (int i = locks.length; i-- > 1; ) {
      locks[i].unlock();
    }
  } // expect: LockLeak "of 'locks'"

  void notTheLast(Lock[] locks) {
    for (Lock each : locks) {
      each.lock();
    }
    for (int i = locks.length - 1; --i >= 0; ) {
      locks[i].unlock();
    }
  } // expect: LockLeak "of 'locks'"

  void someOfThem(Lock[] locks, int from) {
    for (Lock each : locks) {
      each.lock();
    }
    for (int i = locks.length; --i >= 0; ) {
      if (i >= from) {
        locks[i].unlock();
      }
    }
  } // expect: LockLeak "of 'locks'"

  void inStepsOfTwo(Lock[] locks) {
    for (Lock each : locks) {
      each.lock();
    }
    for (int i = locks.length; --i >= 0; i--) {
      locks[i].unlock();
    }
  } // expect: LockLeak "of 'locks'"
}
