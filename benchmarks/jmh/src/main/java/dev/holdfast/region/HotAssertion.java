package dev.holdfast.region;

/** Two methods that differ in one assertion, and what makes the compiler compile them. */
final class HotAssertion {
  private HotAssertion() {}

  /** The call of an assertion checks its receiver, so this does too. */
  static long without(Region region, long value) {
    region.getClass();
    return value + 1;
  }

  static long with(Region region, long value) {
    region.assertLocked();
    return value + 1;
  }

  public static void main(String[] args) {
    AddressSpace space = AddressSpace.create();
    space.lockWrite();
    space.map(0x1000, 0x2000);
    space.unlockWrite();
    Region region = space.tryLockRegion(0x1800);
    long value = 0;
    for (int i = 0; i < 100_000; i++) {
      value = with(region, without(region, value));
    }
    region.unlockRead();
    System.out.println(value);
  }
}
