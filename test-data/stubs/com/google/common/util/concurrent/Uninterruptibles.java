package com.google.common.util.concurrent;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** As much of Guava's class as the cases use. */
public final class Uninterruptibles {
  private Uninterruptibles() {}

  public static boolean awaitUninterruptibly(Condition condition, long timeout, TimeUnit unit) {
    return true;
  }

  public static boolean tryLockUninterruptibly(Lock lock, long timeout, TimeUnit unit) {
    return true;
  }

  public static boolean tryAcquireUninterruptibly(
      Semaphore semaphore, long timeout, TimeUnit unit) {
    return true;
  }
}
