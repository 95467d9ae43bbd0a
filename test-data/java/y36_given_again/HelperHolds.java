// A private helper that holds the lock by the very name that is needed: it says so there, and asks nothing of its
// callers, who could not help.
package y36_given_again;

class HelperHolds {
  interface Session {
    Object subject();
  }

  private int logins;

  void relogin(Session session) {
    reloginHere(session);
  }

  void reloginAgain(Session session) {
    reloginHere(session);
  }

  private void reloginHere(Session session) {
    synchronized (session.subject()) {
      unprotected(session); // expect: LockNotHeld "another 'session.subject()' is held"
    }
  }

  private void unprotected(Session session) {
    assert Thread.holdsLock(session.subject());
    logins++;
  }

  private void passes(Session session) {
    unprotected(session);
  }

  void holdsForHelper(Session session) {
    synchronized (session.subject()) {
      passes(session); // expect: LockNotHeld "another 'session.subject()' is held"
    }
  }

  void holdsNothing(Session session) {
    passes(session); // expect: LockNotHeld "nothing is held"
  }
}
