package c_flow_regions;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.When;

/** Walking regions: each turn has its own region, what the last turn held is gone or released. */
final class Walk {
  long sum(Mm mm, long end) {
    long sum = 0;
    mm.lockRead();
    try {
      for (long at = 0; at < end; at += 4096) {
        Vma r = mm.find(at);
        if (r == null) {
          continue;
        }
        sum += r.flags;
      }
    } finally {
      mm.unlockRead();
    }
    return sum;
  }

  long lockByLock(Mm mm, long end) {
    long sum = 0;
    for (long at = 0; at < end; at += 4096) {
      Vma r = mm.tryLockRegion(at);
      if (r == null) {
        continue;
      }
      try {
        sum += r.flags;
      } finally {
        r.unlockRead();
      }
    }
    return sum;
  }

  long oneBehind(Mm mm, long end) {
    long sum = 0;
    Vma last = null;
    for (long at = 0; at < end; at += 4096) {
      Vma r = mm.tryLockRegion(at);
      if (r == null) {
        continue;
      }
      r.unlockRead();
      last = r;
    }
    if (last != null) {
      sum = last.flags; // expect: UnguardedAccess "stability"
    }
    return sum;
  }

  void droppedOnTheWay(Mm mm, long end) {
    mm.lockRead();
    try {
      for (long at = 0; at < end; at += 4096) {
        Vma r = mm.find(at);
        if (r == null) {
          continue;
        }
        r.advise(3);
        mm.faultIn(at);
        r.advise(5); // expect: LockNotHeld "attached"
      }
    } finally {
      mm.unlockRead();
    }
  }

  void writeAll(Mm mm, long end) {
    mm.lockWrite();
    try {
      for (long at = 0; at < end; at += 4096) {
        Vma r = mm.find(at);
        if (r == null) {
          break;
        }
        r.lockWrite();
        r.setEnd(at + 4096);
        if (at == 8192) {
          return;
        }
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void moved(Mm from, Mm to) {
    if (from == to) {
      return;
    }
    from.lockWrite();
    try {
      Vma r = from.find(4096);
      if (r == null) {
        return;
      }
      to.lockWrite();
      try {
        r.lockWrite();
        r.flags = 3;
      } finally {
        to.unlockWrite();
      }
      r.flags = 5;
    } finally {
      from.unlockWrite();
    }
  }

  Vma handedOut(Mm mm) {
    mm.lockRead();
    try {
      return mm.find(4096);
    } finally {
      mm.unlockRead();
    }
  }

  long caller(Mm mm) {
    Vma r = handedOut(mm);
    return r == null ? 0 : r.flags; // expect: UnguardedAccess "stability"
  }

  @AcquiresIf(value = "return.lock.readLock()", result = When.NON_NULL)
  Vma pinned(Mm mm) {
    mm.lockRead();
    try {
      Vma r = mm.find(4096);
      if (r != null && r.tryLockRead()) {
        return r;
      }
      return null;
    } finally {
      mm.unlockRead();
    }
  }

  @AcquiresIf(value = "return.lock.readLock()", result = When.NON_NULL)
  Vma notPinned(Mm mm) {
    mm.lockRead();
    try {
      return mm.find(4096); // expect: BrokenContract "region lock"
    } finally {
      mm.unlockRead();
    }
  }

  long usesPinned(Mm mm) {
    Vma r = pinned(mm);
    if (r == null) {
      return 0;
    }
    try {
      return r.flags;
    } finally {
      r.unlockRead();
    }
  }
}
