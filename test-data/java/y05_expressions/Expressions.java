// Every form in which a field is read or written, and evaluation order inside one expression.
package y05_expressions;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

class Expressions {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("mutex")
  private int[] slots = new int[4];

  @GuardedBy("mutex")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("mutex")
  private String text = "";

  @Acquires("mutex")
  int begin() {
    mutex.lock();
    return 1;
  }

  @Releases("mutex")
  int end() {
    mutex.unlock();
    return 2;
  }

  int leftToRight() {
    return begin() + count + end();
  }

  int rightToLeft() {
    return count + begin() + end(); // expect: UnguardedAccess "mutex"
  }

  int afterEnd() {
    return begin() + end() + count; // expect: UnguardedAccess "mutex"
  }

  void argumentOrder() {
    System.out.println(Math.max(begin(), Math.max(count, end())));
  }

  void compound() {
    count += 1; // expect: UnguardedAccess "mutex"
  }

  void prefix() {
    --count; // expect: UnguardedAccess "mutex"
  }

  void parenthesised() {
    (count) = 1; // expect: UnguardedAccess "mutex"
  }

  void qualified() {
    this.count = 1; // expect: UnguardedAccess "mutex"
  }

  void qualifiedByClass() {
    Expressions.this.count = 1; // expect: UnguardedAccess "mutex"
  }

  void inCondition() {
    if (count == 0) { // expect: UnguardedAccess "mutex"
      System.out.println("zero");
    }
  }

  void inWhile() {
    while (count > 0) { // expect: UnguardedAccess "mutex"
      Thread.yield();
    }
  }

  void inForEach() {
    for (String name : names) { // expect: UnguardedAccess "mutex"
      System.out.println(name);
    }
  }

  void inArgument() {
    System.out.println(count); // expect: UnguardedAccess "mutex"
  }

  int inIndex(int[] other) {
    return other[count]; // expect: UnguardedAccess "mutex"
  }

  void arrayLength() {
    System.out.println(slots.length); // expect: UnguardedAccess "mutex"
  }

  void inSwitch() {
    switch (text) { // expect: UnguardedAccess "mutex"
      case "a":
        System.out.println("a");
        break;
      default:
        break;
    }
  }

  void inThrow() {
    throw new IllegalStateException(text); // expect: UnguardedAccess "mutex"
  }

  void inAssert() {
    System.out.println("asserting");
    assert count == 0; // expect: UnguardedAccess "mutex"
  }

  boolean inInstanceof(Object o) {
    return o instanceof String s && s.length() > count; // expect: UnguardedAccess "mutex"
  }

  void inLocalInitialiser() {
    var copy = names; // expect: UnguardedAccess "mutex"
    System.out.println(copy);
  }

  void inSynchronized() {
    synchronized (names) { // expect: UnguardedAccess "mutex"
      System.out.println("locked the list");
    }
  }

  void inNewArray() {
    System.out.println(new int[count]); // expect: UnguardedAccess "mutex"
  }

  void inLambdaBody(Executor executor) {
    executor.execute(() -> System.out.println(count)); // expect: UnguardedAccess "mutex"
  }

  int held() {
    mutex.lock();
    try {
      count += slots[count & 3]++;
      names.add(text + count);
      for (String name : names) {
        count += name.length();
      }
      return count > 0 ? slots[0] : names.size();
    } finally {
      mutex.unlock();
    }
  }
}
