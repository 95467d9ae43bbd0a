package y71_kept_locks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import y71_kept_locks.Kept.Node;

/** What gives up the locks of all that a collection keeps may be a callback of any form. */
final class Callbacks {
  void reference(List<Lock> wanted) {
    List<Lock> held = new ArrayList<>();
    Consumer<Lock> release = Lock::unlock;
    try {
      for (Lock lock : wanted) {
        lock.lock();
        held.add(lock);
      }
    } finally {
      held.forEach(release);
    }
  }

  void lambda(List<Node> wanted) {
    Consumer<Node> release = node -> node.latch.unlock();
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      held.forEach(release);
    }
  }

  void anonymous(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      held.forEach(
          new Consumer<>() {
            @Override
            public void accept(Node node) {
              node.latch.unlock();
            }
          });
    }
  }

  void anonymousLocal(List<Node> wanted) {
    Consumer<Node> release =
        new Consumer<>() {
          @Override
          public void accept(Node node) {
            node.latch.unlock();
          }
        };
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      held.forEach(release);
    }
  }

  void twice(List<Lock> wanted) {
    List<Lock> held = new ArrayList<>();
    Consumer<Lock> release = Lock::unlock; // expect: ReleaseNotHeld
    for (Lock lock : wanted) {
      lock.lock();
      held.add(lock);
    }
    held.forEach(release);
    held.forEach(release);
  }

  void notTaken(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      held.add(node);
    }
    held.forEach(
        new Consumer<>() {
          @Override
          public void accept(Node node) {
            node.latch.unlock(); // expect: ReleaseNotHeld
          }
        });
  }

  void usedAfterwards(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    held.forEach(
        new Consumer<>() {
          @Override
          public void accept(Node node) {
            node.latch.unlock();
            node.size++; // expect: UnguardedAccess
          }
        });
  }

  void someLeft(List<Node> wanted, Node one) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    held.forEach(
        new Consumer<>() {
          @Override
          public void accept(Node node) {
            if (node != one) {
              node.latch.unlock();
            }
          }
        });
  } // expect: LockLeak
}
