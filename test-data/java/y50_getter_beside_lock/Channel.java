package y50_getter_beside_lock;

class Channel {
  private final Engine engine;

  Channel(Engine engine) {
    this.engine = engine;
  }

  Object other() {
    return engine;
  }

  void right() {
    synchronized (engine.writeLock()) {
      engine.write();
    }
    synchronized (engine.readBuffer) {
      engine.read();
    }
  }

  void wrong() {
    synchronized (engine.readLock()) {
      engine.read(); // expect: LockNotHeld "declare @Returns on what gives it"
    }
    engine.write(); // expect: LockNotHeld "nothing is held"
  }

  // ---- in a private method: the caller may hold the lock that the getter does not give

  private void readInside() {
    synchronized (engine.readLock()) {
      engine.read();
    }
  }

  private void writeInside() {
    synchronized (engine.writeLock()) {
      engine.write();
    }
  }

  void rightOutside() {
    synchronized (engine.readBuffer) {
      readInside();
    }
    writeInside();
  }

  void wrongOutside() {
    readInside(); // expect: LockNotHeld "needed here, where 'engine.readLock()' is held, not 'engine.readBuffer'; if it is the same"
  }
}
