// Who starts a new object lets others reach what it keeps.
package y51_kept_by_new_objects;

import dev.holdfast.annotations.GuardedBy;

class Starting {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private int size;

  private static class Poller extends Thread {
    private final Starting owner;

    Poller(Starting owner) {
      this.owner = owner;
    }

    private String title() {
      return "poller";
    }

    @Override
    public void run() {
      owner.grow();
    }
  }

  private Poller poller;

  Starting(Poller unused) {
    Poller made = new Poller(this);
    size = made.title().length();
    made.start();
    size++; // expect: UnguardedAccess "this.lock"
  }

  Starting(String name) {
    poller = new Poller(this);
    poller.start();
    size = name.length(); // expect: UnguardedAccess "this.lock"
  }

  Starting(int size) {
    Thread made =
        new Thread() {
          @Override
          public void run() {
            grow();
          }
        };
    this.size = size;
    made.start();
    this.size++; // expect: UnguardedAccess "this.lock"
  }

  Starting(boolean daemon) {
    Thread made =
        new Thread() {
          @Override
          public void run() {
            grow();
          }
        };
    made.setDaemon(daemon);
    made.setName("poller");
    size = 1;
    made.start();
  }

  private void grow() {
    synchronized (lock) {
      size++;
    }
  }
}
