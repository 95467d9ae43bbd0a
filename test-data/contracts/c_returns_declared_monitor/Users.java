package c_returns_declared_monitor;

import dev.holdfast.annotations.Requires;

final class Users {
  void layout(Component component) {
    synchronized (component.treeLock()) {
      component.layout();
      again(component);
    }
  }

  void again(Component component) {
    Object lock = component.treeLock();
    synchronized (lock) {
      synchronized (component.treeLock()) {
        component.layout();
      }
      component.layout();
    }
    component.layout(); // expect: LockNotHeld "the tree lock of 'component'"
  }

  void another(Component component, Component other) {
    synchronized (component.treeLock()) {
      other.layout(); // expect: LockNotHeld "the tree lock of 'other'"
    }
  }

  void waiting(Component component) throws InterruptedException {
    synchronized (component.treeLock()) {
      while (component.size() == 0) {
        component.treeLock().wait();
      }
      required(component);
      component.treeLock().notifyAll();
    }
    component.treeLock().notifyAll(); // expect: LockNotHeld "the tree lock of 'component'"
  }

  @Requires("#1.tree")
  void required(Component component) {
    assert Thread.holdsLock(component.treeLock());
    component.layout();
  }
}
