package sample.bank;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** An account whose balance is read and written under its lock. */
public final class Account {

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private long balance;

  /** Adds to the balance. */
  @Requires("lock")
  void add(long amount) {
    balance += amount;
  }

  /** Pays money in. */
  public void deposit(long amount) {
    lock.lock();
    try {
      add(amount);
    } finally {
      lock.unlock();
    }
  }

  /** Moves money to another account, whose lock it forgets. */
  public void transfer(Account other, long amount) {
    lock.lock();
    try {
      add(-amount);
      other.add(amount); // expect: LockNotHeld
    } finally {
      lock.unlock();
    }
  }
}
