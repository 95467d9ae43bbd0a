package y22_hand_over_hand;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Down a tree whose children are kept by name: the lock of the child before that of the parent. */
class Directories {
  static final class Directory {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    final Map<String, Directory> children = new HashMap<>();

    @GuardedBy("lock")
    int files;
  }

  private final Directory root = new Directory();

  int down(List<String> path) {
    Directory at = root;
    at.lock.lock();
    try {
      for (String name : path) {
        Directory child = at.children.get(name);
        if (child == null) {
          return 0;
        }
        child.lock.lock();
        at.lock.unlock();
        at = child;
        at.files++;
      }
      return at.files;
    } finally {
      at.lock.unlock();
    }
  }

  int withoutTheChild(List<String> path) {
    Directory at = root;
    at.lock.lock();
    try {
      for (String name : path) {
        Directory child = at.children.get(name);
        if (child == null) {
          return 0;
        }
        child.files++; // expect: UnguardedAccess "child.lock"
      }
      return at.files;
    } finally {
      at.lock.unlock();
    }
  }

  void byIndex(List<Directory> all) {
    for (int i = 0; i < all.size(); i++) {
      Directory each = all.get(i);
      each.lock.lock();
      try {
        all.get(i).files++;
      } finally {
        all.get(i).lock.unlock();
      }
    }
  }
}
