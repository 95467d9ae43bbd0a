package c_foreign_checker_framework;

import org.checkerframework.checker.lock.qual.GuardedBy;

/** A guard that names no lock says what is so anyway; one that means to name a lock has to. */
class Nothing {
  @GuardedBy({})
  int open;

  @GuardedBy()
  int empty;

  @GuardedBy int bare;

  @GuardedBy("") // expect: InvalidContract "names no lock"
  int blank;

  @GuardedBy("<lock>") // expect: InvalidContract
  int unknown;

  void use() {
    open++;
    empty++;
    bare++;
  }
}
