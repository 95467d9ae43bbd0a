package c_unstable_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock expression through something that can change: accepted, with a warning at the contract
 * that names it, else at the acquisition.
 */
class Unstable {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  ReentrantLock changing = new ReentrantLock();
  Node node = new Node();
  private final Node fixed = new Node();

  @GuardedBy("changing") // expect: UnstableLock "changing"
  int count;

  void underIt(int n) {
    changing.lock();
    count = n;
    changing.unlock();
    count = n; // expect: UnguardedAccess "changing"
  }

  void atTheAcquisition(int n) {
    node.lock.lock(); // expect: UnstableLock "node"
    try {
      node.value = n;
    } finally {
      node.lock.unlock();
    }
  }

  void reassignedMeanwhile(ReentrantLock other, int n) {
    changing.lock();
    ReentrantLock taken = changing;
    changing = other;
    count = n; // expect: UnguardedAccess "changing"
    taken.unlock();
  }

  void copied(int n) {
    Node local = node;
    local.lock.lock();
    try {
      local.value = n;
    } finally {
      local.lock.unlock();
    }
  }

  void stable(int n) {
    fixed.lock.lock();
    try {
      fixed.value = n;
    } finally {
      fixed.lock.unlock();
    }
  }
}
