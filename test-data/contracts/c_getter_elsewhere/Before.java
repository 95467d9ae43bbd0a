// Analysed before the file that declares the contracts.
package c_getter_elsewhere;

class Before {
  void declared(Ledger ledger) {
    ledger.known.lock();
    try {
      ledger.next();
    } finally {
      ledger.known().unlock();
    }
  }

  void undeclared(Ledger ledger) {
    ledger.lock.lock();
    try {
      ledger.sum++;
      ledger.add(1); // expect: LockNotHeld "@Returns"
    } finally {
      ledger.lock.unlock();
    }
  }

  void nothing(Ledger ledger) {
    ledger.next(); // expect: LockNotHeld "ledger.known"
  }
}
