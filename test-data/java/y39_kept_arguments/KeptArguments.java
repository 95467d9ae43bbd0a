// What a constructor keeps of its arguments is the same object under another name.
package y39_kept_arguments;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class KeptArguments {
  static final class Shard {
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    int n;
  }

  record Job(Shard shard, int k) {}

  record Checked(Shard shard, int k) {
    Checked {
      if (k < 0) throw new IllegalArgumentException();
    }
  }

  record Norm(Shard shard) {
    Norm {
      shard = shard == null ? new Shard() : shard;
    }
  }

  static final class Handle {
    private final Shard shard;

    Handle(Shard s) {
      this.shard = s;
    }

    Shard shard() {
      return shard;
    }
  }

  static final class Two {
    final Shard a;
    final Shard b;

    Two(Shard a, Shard b) {
      this.a = a;
      this.b = b;
    }

    Two(Shard a) {
      this(a, a);
    }
  }

  static class Up {
    final Shard s;

    Up(Shard s) {
      this.s = s;
    }
  }

  static class Down extends Up {
    final int k;

    Down(Shard s, int k) {
      super(s);
      this.k = k;
    }
  }

  static void record(Shard s) {
    s.lock.lock();
    try {
      new Job(s, 1).shard().n++;
      var j = new Job(s, 2);
      j.shard.n++;
    } finally {
      s.lock.unlock();
    }
  }

  static void checkedRecord(Shard s) {
    Checked c = new Checked(s, 2);
    c.shard().lock.lock();
    try {
      s.n++;
    } finally {
      s.lock.unlock();
    }
  }

  static void handle(Shard s, Shard t) {
    Handle h = new Handle(s);
    s.lock.lock();
    try {
      h.shard().n++;
      h.shard.n++;
    } finally {
      h.shard.lock.unlock();
    }
    Handle g = new Handle(t);
    s.lock.lock();
    try {
      g.shard().n++; // expect: UnguardedAccess
    } finally {
      s.lock.unlock();
    }
  }

  static void two(Shard s, Shard t) {
    Two x = new Two(s, t);
    t.lock.lock();
    try {
      x.b.n++;
      x.a.n++; // expect: UnguardedAccess
    } finally {
      x.b.lock.unlock();
    }
  }

  static void changed(Shard s, Shard t) {
    Norm n = new Norm(s);
    n.shard().lock.lock();
    try {
      s.n++; // expect: UnguardedAccess
    } finally {
      n.shard().lock.unlock();
    }
  }

  static void none(Shard s) {
    Handle h = new Handle(s);
    h.shard.n++; // expect: UnguardedAccess
    new Handle(s).shard().n++; // expect: UnguardedAccess
  }

  static void delegated(Shard s) {
    Two x = new Two(s);
    s.lock.lock();
    try {
      x.b.n++;
      x.a.n++;
    } finally {
      s.lock.unlock();
    }
    Down d = new Down(s, 3);
    s.lock.lock();
    try {
      d.s.n++;
    } finally {
      s.lock.unlock();
    }
  }
}
