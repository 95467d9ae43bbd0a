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
    Actor.run(() -> space.tryLockRegion(10));
    String outsider = outcome(region::assertLocked, "fails");
    System.out.println(
        AssertionMode.current()
            + " outsider="
            + outsider
            + " missing="
            + missing
            + " unlock="
            + unlock);
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
