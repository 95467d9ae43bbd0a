package y46_clones;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What {@code clone} gives is new until others can reach it; what its fields refer to is not. */
class Clones implements Cloneable {
  static final class Part {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int count;
  }

  @GuardedBy("this")
  private int count;

  @GuardedBy("this")
  private List<String> names = new ArrayList<>();

  private Part part = new Part();

  static volatile Clones last;

  @Override
  public synchronized Object clone() throws CloneNotSupportedException {
    Clones copy = (Clones) super.clone();
    copy.count = 0;
    copy.names = new ArrayList<>(names);
    copy.names.add("copy");
    return copy;
  }

  /** Of a subclass's {@code clone} the same is true. */
  static final class More extends Clones {
    @GuardedBy("this")
    private int more;

    @Override
    public Object clone() throws CloneNotSupportedException {
      More copy = (More) super.clone();
      copy.more++;
      return copy;
    }
  }

  Clones copied() throws CloneNotSupportedException {
    Clones copy = (Clones) clone();
    copy.count++;
    last = copy;
    copy.count++; // expect: UnguardedAccess "copy"
    return copy;
  }

  Clones copyWithPart() throws CloneNotSupportedException {
    Clones copy = (Clones) super.clone();
    copy.part.count++; // expect: UnguardedAccess "copy.part.lock"
    copy.part = new Part();
    copy.part.count++;
    return copy;
  }

  Clones copyUnseen(Clones other) throws CloneNotSupportedException {
    Clones copy = (Clones) other.clone();
    copy.count = 1;
    other.count = 1; // expect: UnguardedAccess "other"
    return copy;
  }

  static int[] ofArray(int[] values) {
    int[] copy = values.clone();
    copy[0] = 1;
    return copy;
  }
}
