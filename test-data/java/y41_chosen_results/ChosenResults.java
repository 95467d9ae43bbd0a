// A promise about a result that is chosen step by step: each choice has its own reason to keep it.
package y41_chosen_results;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Ensures;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class ChosenResults {
  static final class Part {
    final ChosenResults whole;
    final ReentrantLock lock = new ReentrantLock();

    Part(ChosenResults whole) {
      this.whole = whole;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final Map<Integer, Part> parts = new HashMap<>();

  // ---- which object

  @SameObject({"return.whole", "this"})
  Part foundOrNew(int k) {
    Part part = parts.get(k);
    if (part == null || part.whole != this) {
      part = new Part(this);
    }
    return part;
  }

  @SameObject({"return.whole", "this"})
  Part foundOrNull(int k) {
    Part result = null;
    Part found = parts.get(k);
    if (found != null && found.whole == this) {
      result = found;
    }
    return result;
  }

  @SameObject({"return.whole", "this"})
  Part bySwitch(int k) {
    return switch (k) {
      case 1 -> new Part(this);
      case 2 -> null;
      case 3 -> {
        Part found = parts.get(k);
        yield found != null && found.whole == this ? found : new Part(this);
      }
      default -> foundOrNull(k);
    };
  }

  @SameObject({"return.whole", "this"})
  Part bySwitchInto(int k) {
    Part part =
        switch (k) {
          case 1 -> new Part(this);
          default -> foundOrNull(k);
        };
    return part;
  }

  @SameObject({"return.whole", "this"})
  Part byCases(int k) {
    Part part = new Part(this);
    switch (k) {
      case 1:
        part = null;
        break;
      default:
        part = foundOrNull(k);
    }
    return part;
  }

  @SameObject({"return.whole", "this"})
  Part byChoice(int k) {
    Part part = k == 0 ? null : k == 1 ? new Part(this) : foundOrNew(k);
    return part;
  }

  @SameObject({"return.whole", "this"})
  Part inLoop() {
    Part result = null;
    for (Part found : parts.values()) {
      if (found.whole == this) {
        result = found;
      }
    }
    return result;
  }

  @SameObject({"return.whole", "this"})
  Part withFinally(int k) {
    Part result = null;
    try {
      Part found = parts.get(k);
      if (found != null && found.whole == this) {
        result = found;
      }
      return result;
    } finally {
      parts.remove(k);
    }
  }

  @SameObject({"return.whole", "this"})
  Part anyOther(int k, Part any) {
    Part part = new Part(this);
    if (k > 0) {
      part = any;
    }
    return part; // expect: BrokenContract "'any.whole' is not known to be 'this'"
  }

  @SameObject({"return.whole", "this"})
  Part anyOtherBySwitch(int k, Part any) {
    return switch (k) { // expect: BrokenContract
      case 1 -> new Part(this);
      default -> any;
    };
  }

  @SameObject({"return.whole", "this"})
  Part anyOtherBySwitchInto(int k, Part any) {
    Part part;
    part =
        switch (k) {
          case 1 -> new Part(this);
          default -> any;
        };
    return part; // expect: BrokenContract
  }

  @Returns("lock")
  Lock own(int k) {
    Lock result = lock;
    if (k > 0) {
      result = this.lock;
    }
    return result;
  }

  @Returns("lock")
  Lock ownOrOther(int k) {
    Lock result = lock;
    if (k > 0) {
      result = other;
    }
    return result; // expect: BrokenContract
  }

  // ---- which lock

  @Ensures("return.lock")
  @Requires("part.lock")
  Part wanted(Part part, boolean wanted) {
    Part result = null;
    if (wanted) {
      result = part;
    }
    return result;
  }

  @Ensures("return.lock")
  @Requires("part.lock")
  Part wantedBySwitch(Part part, int k) {
    return switch (k) {
      case 1 -> part;
      default -> null;
    };
  }

  @Ensures("return.lock")
  @Requires("part.lock")
  Part orAnother(Part part, Part another, boolean wanted) {
    Part result = another;
    if (wanted) {
      result = part;
    }
    return result; // expect: BrokenContract "'another.lock' is not held"
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  Part tried(Part a, Part b, boolean first) {
    Part result = null;
    if (first) {
      if (a.lock.tryLock()) {
        result = a;
      }
    } else if (b.lock.tryLock()) {
      result = b;
    }
    return result;
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  Part triedBySwitch(Part a, Part b, int k) {
    return switch (k) {
      case 0 -> a.lock.tryLock() ? a : null;
      case 1 -> b.lock.tryLock() ? b : null;
      default -> null;
    };
  }

  @Acquires("return")
  ReentrantLock taken(boolean first) {
    ReentrantLock result = lock;
    if (!first) {
      result = other;
    }
    result.lock();
    return result;
  }

  // ---- one fault is one finding

  @Acquires("return")
  ReentrantLock takenOfOne(boolean first) {
    ReentrantLock result = lock;
    if (!first) {
      result = other;
    }
    lock.lock();
    return result; // expect: BrokenContract
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  Part inverted(Part part) {
    return part.lock.tryLock() ? null : part; // expect: BrokenContract
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  Part invertedInto(Part part) {
    Part result = part;
    if (part.lock.tryLock()) {
      result = null;
    }
    return result; // expect: BrokenContract
  }

  @Acquires("return")
  ReentrantLock bothTaken(boolean first) {
    lock.lock();
    other.lock();
    return first ? lock : other; // expect: BrokenContract "although another object is returned"
  }

  @Acquires("return")
  ReentrantLock bothTakenAndOneFreed(boolean first) {
    lock.lock();
    other.lock();
    if (first) {
      other.unlock();
    } else {
      lock.unlock();
    }
    return first ? lock : other;
  }

  @AcquiresIf("lock")
  boolean invertedFlag() {
    return !lock.tryLock(); // expect: BrokenContract
  }

  @AcquiresIf(value = "lock", result = When.FALSE)
  boolean failed() {
    boolean failed = true;
    if (lock.tryLock()) {
      failed = false;
    }
    return failed;
  }
}
