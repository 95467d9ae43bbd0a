package c_returns;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a method's several overridden ones say of its result is all promised: its body keeps each,
 * and a caller may rely on each.
 */
final class SeveralPromises {
  static final ReentrantLock FIRST = new ReentrantLock();
  static final ReentrantLock SECOND = new ReentrantLock();
  static final ReentrantLock ALSO_FIRST = FIRST;

  @GuardedBy("FIRST")
  static int ofFirst;

  @GuardedBy("SECOND")
  static int ofSecond;

  interface GivesFirst {
    @Returns("SeveralPromises.FIRST")
    Lock give();
  }

  interface GivesSecond {
    @Returns("SeveralPromises.SECOND")
    Lock give();
  }

  interface GivesFirstByAnotherName {
    @Returns("SeveralPromises.ALSO_FIRST")
    Lock give();
  }

  abstract static class Base {
    @Returns("SeveralPromises.FIRST")
    abstract Lock give();
  }

  interface GivesBoth extends GivesFirst, GivesSecond {
    @Override
    Lock give();
  }

  static final class OneOfTwo implements GivesFirst, GivesSecond {
    @Override
    public Lock give() {
      return FIRST; // expect: BrokenContract "SECOND"
    }
  }

  static final class OtherOfTwo implements GivesFirst, GivesSecond {
    @Override
    public Lock give() {
      return SECOND; // expect: BrokenContract "FIRST"
    }
  }

  static final class OrderDoesNotMatter implements GivesSecond, GivesFirst {
    @Override
    public Lock give() {
      return FIRST; // expect: BrokenContract "SECOND"
    }
  }

  static final class SameByTwoNames implements GivesFirst, GivesFirstByAnotherName {
    @Override
    public Lock give() {
      return FIRST;
    }
  }

  static class FromSuperclass extends Base implements GivesSecond {
    @Override
    public Lock give() {
      return FIRST; // expect: BrokenContract "SECOND"
    }
  }

  static class PromisesLess extends Base {
    @Override
    @Returns("SECOND")
    Lock give() {
      return SECOND; // expect: BrokenContract "FIRST"
    }
  }

  static class PromisesMore extends Base {
    @Override
    @Returns("ALSO_FIRST")
    Lock give() {
      return ALSO_FIRST;
    }
  }

  static class SaysTwoThings {
    @Returns("FIRST")
    @Returns("SECOND")
    Lock give() {
      return SECOND; // expect: BrokenContract "FIRST"
    }
  }

  @DefinesLock(name = "gate")
  interface Gate {
    @Returns("gate")
    Lock gate();
  }

  interface SubGate extends Gate {
    @Override
    @Returns("gate")
    Lock gate();
  }

  abstract static class InheritedTwice implements Gate, SubGate {
    @GuardedBy("gate")
    int guarded;

    @Override
    public abstract Lock gate();

    void use() {
      gate().lock();
      guarded = 3;
      gate().unlock();
    }
  }

  static final class SaysWhichObject implements Gate {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("gate")
    int guarded;

    @Override
    @Returns("lock")
    public Lock gate() {
      return lock;
    }

    void use() {
      gate().lock();
      guarded = 15;
      lock.unlock();
      guarded = 17; // expect: UnguardedAccess
    }
  }

  static void eitherIsHeld(GivesBoth both) {
    both.give().lock();
    ofFirst = 5;
    ofSecond = 7;
    both.give().unlock();
    ofFirst = 9; // expect: UnguardedAccess "FIRST"
  }

  static void onlyOneIsHeld(GivesSecond second) {
    second.give().lock();
    ofFirst = 11; // expect: UnguardedAccess "FIRST"
    ofSecond = 13;
    second.give().unlock();
  }
}
