package dev.holdfast.region;

/** Prints what assertions do in the JVM that it is started in. */
final class ModeProbe {
  private ModeProbe() {}

  public static void main(String[] args) {
    AddressSpace space = AddressSpace.create();
    Region region;
    try (WriteHold hold = space.write()) {
      region = space.map(10, 20);
    }
    String missing = outcome(region::assertLocked, "fails");
    String unlock = outcome(region::unlockRead, "refused");
    String change = outcome(() -> region.setFlags(1), "refused");
    Actor.run(() -> space.tryLockRegion(10));
    String outsider = outcome(region::assertLocked, "fails");
    System.out.println(
        "%s outsider=%s missing=%s unlock=%s change=%s stress=%s"
            .formatted(AssertionMode.current(), outsider, missing, unlock, change, stress()));
  }

  /**
   * The protocol as it is used, with the assertions of this mode and nothing recorded unless the
   * mode says so.
   */
  private static String stress() {
    AddressSpace space = AddressSpace.create();
    try (WriteHold hold = space.write()) {
      space.map(0, 100);
    }
    try (Actor one = Actor.start(() -> read(space));
        Actor two = Actor.start(() -> read(space))) {
      for (int i = 0; i < 1_000; i++) {
        write(space, i);
      }
    }
    LookupStats stats = space.stats();
    return stats.attempts() == stats.granted() + stats.aborted() ? "balanced" : stats.toString();
  }

  private static void read(AddressSpace space) {
    for (int i = 0; i < 5_000; i++) {
      try (Stabilised stabilised = space.stabilise(i % 100)) {
        Region region = stabilised.region();
        region.assertStabilised();
        if (region.flags() != region.end()) {
          Thread.yield();
        }
      }
    }
  }

  private static void write(AddressSpace space, int i) {
    try (WriteHold hold = space.write()) {
      Region region = space.find(i % 100);
      region.lockWrite();
      region.assertWriteLocked();
      region.setFlags(i);
      if (i % 2 == 0) {
        region.unlockWrite();
      }
    }
  }

  private static String outcome(Runnable action, String failed) {
    try {
      action.run();
      return "passes";
    } catch (AssertionError | IllegalMonitorStateException e) {
      return failed;
    }
  }
}
