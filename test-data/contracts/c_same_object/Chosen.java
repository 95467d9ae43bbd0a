package c_same_object;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Ensures;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** A promise about a result that is chosen from two holds for each by its own reason. */
final class Chosen {
  static final class Part {
    final Chosen whole;
    final ReentrantLock lock = new ReentrantLock();

    Part(Chosen whole) {
      this.whole = whole;
    }
  }

  private final Map<Long, Part> parts = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  @SameObject({"return.whole", "this"})
  Part found(long key) {
    Part part = parts.get(key);
    return part != null && part.whole == this ? part : null;
  }

  @SameObject({"return.whole", "this"})
  Part foundOrNew(long key) {
    Part part = parts.get(key);
    return (part == null ? new Part(this) : part.whole != this ? null : part);
  }

  @SameObject({"return.whole", "this"})
  Part either(Part part) {
    return part.whole == this ? part : new Part(this);
  }

  @SameObject({"return.whole", "this"})
  Part untested(Part part, boolean wanted) {
    return wanted ? part : new Part(this); // expect: BrokenContract "'part.whole' is not known"
  }

  @SameObject({"return.whole", "this"})
  Part otherWay(Part part) {
    return part.whole != this ? part : null; // expect: BrokenContract "'part.whole' is not known"
  }

  @Ensures("return.lock")
  @Requires("part.lock")
  Part ifWanted(Part part, boolean wanted) {
    return wanted ? part : null;
  }

  @Ensures("return.lock")
  @Requires("part.lock")
  Part orAnother(Part part, Part other, boolean wanted) {
    return wanted ? part : other; // expect: BrokenContract "'other.lock' is not held"
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  Part tried(Part part) {
    return part != null && part.lock.tryLock() ? part : null;
  }

  @Returns("lock")
  ReentrantLock own(boolean wanted) {
    return wanted ? lock : this.lock;
  }

  @Returns("lock")
  ReentrantLock ownOrNew(boolean wanted) {
    return wanted ? lock : new ReentrantLock(); // expect: BrokenContract "is not what is returned"
  }
}
