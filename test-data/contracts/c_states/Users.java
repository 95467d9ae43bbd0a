package c_states;

import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Requires;

/** Users of the connection. */
final class Users {
  void right(Connection c) {
    c.connect();
    c.send(3);
    c.sendTwice(5);
    c.disconnect();
  }

  void notBegun(Connection c) {
    c.send(3); // expect: LockNotHeld "open"
    c.disconnect(); // expect: LockNotHeld "open"
  }

  void ended(Connection c) {
    c.connect();
    c.disconnect();
    c.send(5); // expect: LockNotHeld "open"
  }

  void excluded(Connection c) {
    c.connect();
    c.fail();
    c.repair();
    c.send(7); // expect: LockNotHeld "open"
  }

  void ofAnother(Connection a, Connection b) {
    a.connect();
    a.send(9);
    b.send(11); // expect: LockNotHeld "open"
  }

  void onOnePath(Connection c, int n) {
    if (n == 3) {
      c.connect();
    }
    c.send(13); // expect: LockNotHeld "open"
  }

  void requiredOfTheCaller(Connection c) {
    Users users = this;
    c.connect();
    users.parameter(c);
    c.fail();
    users.parameter(c); // expect: LockNotHeld "open"
  }

  void parameter(@Requires("open") Connection c) {
    c.send(15);
  }

  @Requires("c.open")
  @Establishes("c.broken")
  void overridesTheExitHalf(Connection c) {
    c.fail();
  }

  @Requires("c.open")
  void breaksIt(Connection c) {
    c.fail();
  } // expect: BrokenContract "open"
}
