// Initialisers run first: what they publish is published in the constructor, and to whoever makes the
// object.
package y73_published;

import dev.holdfast.annotations.GuardedBy;

class Initialisers {
  static Initialisers latest;

  @GuardedBy("this")
  int count;

  {
    count = 1;
    latest = this;
  }

  int before = count; // expect: UnguardedAccess "this"

  Initialisers() {
    count++; // expect: UnguardedAccess "this"
  }

  static class Child extends Initialisers {
    @GuardedBy("this")
    int own;

    Child() {
      super();
      own++; // expect: UnguardedAccess "this"
    }
  }

  static class Plain {
    @GuardedBy("this")
    int count;

    {
      count = 1;
    }

    Plain() {
      count++;
    }
  }

  class Member {
    @GuardedBy("this")
    int count;

    Member() {
      join();
      count++; // expect: UnguardedAccess "this"
    }

    private void join() {
      member = this;
    }
  }

  Member member;

  void anonymous() {
    Plain quiet = new Plain() {};
    quiet.count++;
    Plain[] seen = new Plain[1];
    Initialisers loud = new Initialisers() {};
    loud.count++; // expect: UnguardedAccess "loud"
    Plain told =
        new Plain() {
          {
            last = this;
          }
        };
    told.count++; // expect: UnguardedAccess "told"
  }

  static Plain last;
}
