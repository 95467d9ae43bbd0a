// Default methods of interfaces, bridges and intersection bounds.
package j56_generics;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.List;

class Interfaces {
  interface Counter {
    @Requires("this")
    void increment();

    default void incrementSafely() {
      synchronized (this) {
        increment();
      }
    }

    default void incrementTwice() {
      increment(); // expect: LockNotHeld "this"
      incrementSafely();
    }

    @Requires("this")
    default void incrementUnderContract() {
      increment();
    }
  }

  interface Handler<T> {
    @Requires("this")
    void handle(T item);

    @Requires("this")
    default void handleAll(List<T> items) {
      items.forEach(item -> handle(item));
      items.forEach(this::handle);
    }
  }

  static class StringHandler implements Handler<String> {
    @GuardedBy("this")
    private int length;

    @Override
    public void handle(String item) {
      length += item.length();
    }
  }

  void bridge(StringHandler handler, Handler<String> general) {
    handler.handle("a"); // expect: LockNotHeld "handler"
    general.handle("b"); // expect: LockNotHeld "general"
    synchronized (handler) {
      handler.handle("c");
    }
    synchronized (general) {
      general.handle("d");
      general.handleAll(List.of("e"));
    }
  }

  static <T extends Object & Counter> void intersection(T counter) {
    counter.increment(); // expect: LockNotHeld "counter"
    synchronized (counter) {
      counter.increment();
    }
  }

  static <H extends Handler<? super String>> void bounded(H handler) {
    synchronized (handler) {
      handler.handle("f");
    }
    handler.handle("g"); // expect: LockNotHeld "handler"
  }

  static class Counted implements Counter {
    @GuardedBy("this")
    private int count;

    @Override
    public void increment() {
      count++;
    }

    void callsDefault() {
      incrementUnderContract(); // expect: LockNotHeld "this"
      Counter.super.incrementSafely();
    }
  }
}
