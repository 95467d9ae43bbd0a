// What initialisers, other constructors and own methods have made of the object leads to it.
package y100_handing_out;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class Started {
  static Object known;
  private final Thread thread = new Thread(this::loop);
  private final Runnable loop = () -> loop();
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Runnable> view = Collections.unmodifiableList(tasks);

  @GuardedBy("this")
  private int state;

  private synchronized void loop() {
    state++;
  }

  Started() {
    state = 1;
    thread.setDaemon(true);
    state = 2;
    thread.start();
    state = 3; // expect: UnguardedAccess
  }

  Started(int n) {
    state = n;
    known = loop;
    state = n; // expect: UnguardedAccess
  }

  Started(long n) {
    known = view;
    tasks.add(this::loop);
    state = 2; // expect: UnguardedAccess
  }

  Started(byte b) {
    begin();
    state = b; // expect: UnguardedAccess
  }

  private void begin() {
    thread.start();
  }

  Started(double d) {
    this();
    state = 1; // expect: UnguardedAccess
  }

  static class Inner {
    private final class Pump extends Thread {
      @Override
      public void run() {
        pump();
      }
    }

    private final Pump pump = new Pump();

    @GuardedBy("this")
    private int state;

    private synchronized void pump() {
      state++;
    }

    Inner() {
      state = 1;
      pump.start();
      state = 2; // expect: UnguardedAccess
    }
  }

  static class Itself extends Thread {
    @GuardedBy("this")
    private int state;

    Itself() {
      state = 1;
      setName("itself");
      state = 2;
      start();
      state = 3; // expect: UnguardedAccess
    }

    Itself(int n) {
      state = n;
    }

    @Override
    public synchronized void run() {
      state++;
    }

    static void make() {
      Itself one = new Itself();
      one.state = 1; // expect: UnguardedAccess
      Itself other = new Itself(3);
      other.state = 1;
      other.start();
      other.state = 2; // expect: UnguardedAccess
    }
  }
}
