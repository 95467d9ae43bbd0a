package n12;

/** The mmap lock is dropped and taken again on every turn; what it protects is read in between. */
final class Regions {
  long sum(Vma r, int turns) {
    long sum = 0;
    r.space.lockRead();
    try {
      for (int i = 0; i < turns; i++) {
        sum += r.flags;
      }
    } finally {
      r.space.unlockRead();
    }
    return sum;
  }

  long oneTurnAtATime(Vma r, int turns) {
    long sum = 0;
    for (int i = 0; i < turns; i++) {
      r.space.lockRead();
      try {
        sum += r.flags;
      } finally {
        r.space.unlockRead();
      }
      sum += r.flags; // expect: UnguardedAccess "stability"
    }
    return sum;
  }
}
