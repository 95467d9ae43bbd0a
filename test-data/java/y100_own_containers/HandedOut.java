// Who gets the container, or something out of it, can reach what was put in.
package y100_own_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

class HandedOut {
  static class Frame {
    final HandedOut pool;

    Frame(HandedOut pool) {
      this.pool = pool;
    }
  }

  static final List<Object> ALL = new CopyOnWriteArrayList<>();
  static Map<String, Runnable> known;
  static Object last;

  private final Frame[] frames = new Frame[8];
  private final Map<String, Runnable> handlers = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  @GuardedBy("this")
  private final Map<String, Frame> free = new HashMap<>();

  @GuardedBy("this")
  private int pins;

  private synchronized void tick() {
    pins++;
  }

  static void give(Object object) {
    last = object;
  }

  static <T> void giveAll(Collection<T> all) {
    last = all;
  }

  HandedOut(int n) {
    handlers.put("tick", this::tick);
    pins = 0;
    known = handlers;
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(long n) {
    known = handlers;
    pins = 0;
    handlers.put("tick", this::tick);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(char c) {
    handlers.put("tick", this::tick);
    last = handlers.get("tick");
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(byte b) {
    handlers.put("tick", this::tick);
    giveAll(handlers.values());
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(short s) {
    handlers.put("tick", this::tick);
    for (Map.Entry<String, Runnable> each : handlers.entrySet()) {
      give(each.getValue());
    }
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(float f) {
    listeners.add(this::tick);
    for (Runnable each : listeners) {
      ALL.add(each);
    }
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(double d) {
    listeners.add(this::tick);
    listeners.forEach(ALL::add);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(boolean b) {
    listeners.add(this::tick);
    Iterator<Runnable> iterator = listeners.iterator();
    ALL.add(iterator.next());
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(int[] a) {
    listeners.add(this::tick);
    ALL.addAll(listeners);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(long[] a) {
    frames[0] = new Frame(this);
    ALL.add(frames[0]);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(char[] a) {
    for (int i = 0; i < a.length; i++) {
      frames[i] = new Frame(this);
    }
    for (Frame each : frames) {
      give(each);
    }
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(byte[] a) {
    frames[0] = new Frame(this);
    Frame[] all = frames;
    last = all;
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(short[] a) {
    Map<String, Runnable> mine = handlers;
    mine.put("tick", this::tick);
    last = Collections.unmodifiableMap(handlers);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(float[] a) {
    free.put("one", new Frame(this));
    pins = 0;
    last = free.values();
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(boolean[] a) {
    listeners.add(this::tick);
    List<Runnable> copy = new ArrayList<>(listeners);
    last = copy;
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(Object[] a) {
    listeners.add(this::tick);
    Runnable later = () -> listeners.size();
    ALL.add(later);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(String[] a) {
    listeners.add(this::tick);
    List<Runnable> mine = listeners;
    Runnable later = () -> mine.size();
    ALL.add(later);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(Runnable[] a) {
    for (Runnable each : a) {
      pins = 1; // expect: UnguardedAccess
      ALL.addAll(listeners);
      listeners.add(this::tick);
    }
  }

  HandedOut(Frame[] a) {
    listeners.add(this::tick);
    for (Runnable each : listeners.toArray(new Runnable[0])) {
      give(each);
    }
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(List<List<Object>> others) {
    List<List<Object>> mine = new ArrayList<>(others);
    mine.get(0).add(this);
    pins = 1; // expect: UnguardedAccess
  }

  HandedOut(Map<String, Runnable> others) {
    others.put("tick", this::tick);
    pins = 1; // expect: UnguardedAccess
  }
}
