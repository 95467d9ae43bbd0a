// Two resources: both are held in the body and neither afterwards; a scope that failed to open is
// null and guards nothing until it was tested.
package j48_two_resources;

import dev.holdfast.annotations.GuardedBy;

class TwoResources {
  private final Gate left;
  private final Gate right;

  @GuardedBy("left.passage")
  private int a;

  @GuardedBy("right.passage")
  private int b;

  TwoResources(Gate left, Gate right) {
    this.left = left;
    this.right = right;
  }

  void both() {
    try (Gate.Pass l = left.enter();
        Gate.Pass r = right.enter()) {
      a = b;
    }
    a++; // expect: UnguardedAccess "left.passage"
    b++; // expect: UnguardedAccess "right.passage"
  }

  void betweenTheTwo() {
    try (Gate.Pass l = left.enter()) {
      b = 1; // expect: UnguardedAccess "right.passage"
      try (Gate.Pass r = right.enter()) {
        b = a;
      }
      a++;
      b++; // expect: UnguardedAccess "right.passage"
    }
  }

  void secondNeedsFirst() {
    try (Gate.Pass l = left.enter();
        Gate.Pass r = choose(a)) {
      a++;
    }
  }

  private static Gate.Pass choose(int kind) {
    return null;
  }

  void closedEarly() {
    try (Gate.Pass l = left.enter()) {
      a++;
      l.close();
      a--; // expect: UnguardedAccess "left.passage"
    }
  }

  void escapes() {
    Gate.Pass kept;
    try (Gate.Pass l = left.enter()) {
      kept = l;
      a++;
    }
    System.out.println(kept);
    a++; // expect: UnguardedAccess "left.passage"
  }

  void untested() {
    try (Gate.Pass l = left.tryEnter()) {
      a++; // expect: UnguardedAccess "left.passage"
    }
  }

  void tested() {
    try (Gate.Pass l = left.tryEnter()) {
      if (l != null) {
        a++;
      } else {
        a--; // expect: UnguardedAccess "left.passage"
      }
    }
  }

  void testedByReturn() {
    try (Gate.Pass l = left.tryEnter()) {
      if (l == null) {
        return;
      }
      a++;
    }
  }

  void oneOfTwoTested() {
    try (Gate.Pass l = left.tryEnter();
        Gate.Pass r = right.tryEnter()) {
      if (l != null && r != null) {
        a = b;
      }
      if (l != null) {
        a++;
        b++; // expect: UnguardedAccess "right.passage"
      }
    }
  }

  void closedByHand() {
    Gate.Pass l = left.tryEnter();
    if (l != null) {
      a++;
      l.close();
    }
  }

  void leftOpen() {
    Gate.Pass l = left.tryEnter();
    if (l != null) {
      a++;
    }
  } // expect: LockLeak "left.passage"
}
