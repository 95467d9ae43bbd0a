// A constructor throws only if something that it runs does.
package y44_how_made;

import dev.holdfast.annotations.Acquires;
import java.util.concurrent.locks.ReentrantLock;

class HowMade {
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  record Counted(int count) {}

  record Checked(int count) {
    Checked {
      if (count < 0) {
        throw new IllegalArgumentException();
      }
    }
  }

  static class Plain implements Held {
    final int count;

    Plain(int count) {
      this.count = count;
    }

    @Override
    public void close() {}
  }

  static class OfPlain extends Plain {
    OfPlain() {
      super(3);
    }
  }

  static class ByDefault extends Base {}

  static class Base {
    int count = 3;
  }

  static class Picky implements Held {
    Picky(int count) {
      if (count < 0) {
        throw new IllegalArgumentException();
      }
    }

    @Override
    public void close() {}
  }

  static class OfPicky extends Picky {
    OfPicky() {
      super(3);
    }
  }

  static class PickyByDefault extends PickyBase {}

  static class PickyBase {
    final int length = make().hashCode();
  }

  static Object make() {
    throw new IllegalStateException();
  }

  private final ReentrantLock lock = new ReentrantLock();

  @Acquires("lock")
  Held anonymous() {
    lock.lock();
    return new Held() {
      @Override
      public void close() {}
    };
  }

  @Acquires("lock")
  Held anonymousWithFields() {
    lock.lock();
    return new Held() {
      int count = 3;

      {
        count = 4;
      }

      @Override
      public void close() {}
    };
  }

  @Acquires("lock")
  Held anonymousOfClass() {
    lock.lock();
    return new Plain(3) {};
  }

  @Acquires("lock")
  Held anonymousThatCalls() {
    lock.lock(); // expect: LockLeakOnThrow
    return new Held() {
      final Object made = make();

      @Override
      public void close() {}
    };
  }

  @Acquires("lock")
  Held anonymousOfPicky() {
    lock.lock(); // expect: LockLeakOnThrow
    return new Picky(3) {};
  }

  @Acquires("lock")
  Held plain() {
    lock.lock();
    return new Plain(3);
  }

  @Acquires("lock")
  Held ofPlain() {
    lock.lock();
    return new OfPlain();
  }

  @Acquires("lock")
  Object byDefault() {
    lock.lock();
    return new ByDefault();
  }

  @Acquires("lock")
  Object object() {
    lock.lock();
    return new Object();
  }

  @Acquires("lock")
  Object counted() {
    lock.lock();
    return new Counted(3);
  }

  @Acquires("lock")
  Object checked() {
    lock.lock(); // expect: LockLeakOnThrow
    return new Checked(3);
  }

  @Acquires("lock")
  Held picky() {
    lock.lock(); // expect: LockLeakOnThrow
    return new Picky(3);
  }

  @Acquires("lock")
  Held ofPicky() {
    lock.lock(); // expect: LockLeakOnThrow
    return new OfPicky();
  }

  @Acquires("lock")
  Object pickyByDefault() {
    lock.lock(); // expect: LockLeakOnThrow
    return new PickyByDefault();
  }

  @Acquires("lock")
  Object unknown() {
    lock.lock(); // expect: LockLeakOnThrow
    return new java.util.ArrayList<String>(-1);
  }
}
