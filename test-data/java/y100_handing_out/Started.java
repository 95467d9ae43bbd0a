// What initialisers, other constructors and own methods have made of the object leads to it.
package y100_handing_out;

import dev.holdfast.annotations.GuardedBy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Started {
  static Object known;
  private final Thread thread = new Thread(this::loop);
  private final Runnable loop = () -> loop();
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Runnable> view = Collections.unmodifiableList(tasks);
  private final Map<String, Runnable> table;
  private final Object lock = new Object();
  private final WeakReference<Started> self = new WeakReference<>(this);

  {
    table = new HashMap<>();
    table.put("loop", this::loop);
  }

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
    tasks.add(this::loop);
    state = 1;
    known = view;
    state = 2; // expect: UnguardedAccess
  }

  Started(char c) {
    state = c;
    known = lock;
    state = table.size();
    known = table.get("loop");
    state = 2; // expect: UnguardedAccess
  }

  Started(byte b) {
    begin();
    state = b; // expect: UnguardedAccess
  }

  private void begin() {
    thread.start();
  }

  Started(short s) {
    state = s;
    prepare();
    state = s;
    show(tasks);
    state = s; // expect: UnguardedAccess
  }

  private void prepare() {
    tasks.add(this::loop);
    reg("again", this::loop);
  }

  private void reg(String name, Runnable run) {
    table.put(name, run);
  }

  private static void show(List<Runnable> shown) {
    known = shown;
  }

  Started(float f) {
    this(1L, f);
    state = 1;
    tasks.get(0).run();
    state = 2;
    known = tasks;
    state = 3; // expect: UnguardedAccess
  }

  private Started(long n, float f) {
    tasks.add(this::loop);
  }

  Started(double d) {
    this();
    state = 1; // expect: UnguardedAccess
  }

  Started(boolean b) {
    reg("once", this::loop);
    state = 1;
    publish();
    state = 2; // expect: UnguardedAccess
  }

  private void publish() {
    known = table;
  }

  Started(int[] a) {
    state = 1;
    known = self;
    state = 2; // expect: UnguardedAccess
  }

  Started(long[] a) {
    for (Runnable each : table.values()) {
      state = 1; // expect: UnguardedAccess
      known = each;
    }
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
