package c_construction;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What stands for a constructor where serialisation makes an object: nobody else has it yet. */
final class Deserialised implements Serializable {
  private static final long serialVersionUID = 1;
  private static final List<Deserialised> ALL = new ArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private transient int count;

  @GuardedBy("lock")
  private int total;

  private void reset() {
    count = 1;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    count = 2;
    reset();
    Deserialised other = (Deserialised) in.readObject();
    other.count = 3; // expect: UnguardedAccess "other.lock"
    ALL.add(this);
    total = 4; // expect: UnguardedAccess "lock"
  }

  private void readObjectNoData() {
    count = 5;
  }

  private void writeObject(ObjectInputStream out) throws IOException {
    total = count; // expect: UnguardedAccess "total", UnguardedAccess "count"
  }

  static final class Public {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int count;

    void readObject(ObjectInputStream in) {
      count = 6; // expect: UnguardedAccess "lock"
    }

    private void readObject() {
      count = 7; // expect: UnguardedAccess "lock"
    }
  }
}
