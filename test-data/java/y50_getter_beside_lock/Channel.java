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
}
