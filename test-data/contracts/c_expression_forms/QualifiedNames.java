package c_expression_forms;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A name in full is a type, however many packages stand in front of it. */
class QualifiedNames {
  @GuardedBy("java.lang.String.class")
  private int ofTwo;

  @GuardedBy("java.util.concurrent.TimeUnit.class")
  private int ofThree;

  @GuardedBy("java.util.concurrent.locks.ReentrantReadWriteLock.class")
  private int ofFour;

  @GuardedBy("java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock.class")
  private int ofNested;

  @GuardedBy("c_expression_forms.TypeNames.Registry.LOCK")
  private int ofMember;

  @GuardedBy("dev.holdfast.annotations.Absent.class") // expect: InvalidContract "dev.holdfast.annotations.Absent"
  private int ofNone;

  @GuardedBy("c_expression_forms.absent.locks.Absent.class") // expect: InvalidContract
  private int ofNowhere;

  @Requires("java.util.concurrent.TimeUnit.class")
  private void needs() {
    ofThree++;
  }

  void held() {
    synchronized (String.class) {
      ofTwo++;
    }
    synchronized (java.util.concurrent.TimeUnit.class) {
      ofThree++;
      needs();
    }
    synchronized (ReentrantReadWriteLock.class) {
      ofFour++;
    }
    synchronized (ReentrantReadWriteLock.ReadLock.class) {
      ofNested++;
    }
    synchronized (TypeNames.Registry.LOCK) {
      ofMember++;
    }
  }

  void unheld() {
    ofTwo++; // expect: UnguardedAccess "String.class"
    ofThree++; // expect: UnguardedAccess "TimeUnit.class"
    synchronized (ReentrantReadWriteLock.ReadLock.class) {
      ofFour++; // expect: UnguardedAccess "ReentrantReadWriteLock.class"
    }
    synchronized (ReentrantReadWriteLock.class) {
      ofNested++; // expect: UnguardedAccess "ReadLock.class"
    }
    needs(); // expect: LockNotHeld "TimeUnit.class"
  }
}
