package dev.holdfast.region.model;

/** A wrong step of the abstract machine. Lost orderings appear as steps in the wrong order. */
enum Defect {
  NONE("the protocol as it is"),
  CHECK_BEFORE_PIN("the reader compares numbers before the pin: no acquire on the pin"),
  KEY_BEFORE_PIN("the reader checks the range before the pin: no acquire on the pin"),
  READ_BEFORE_CHECK("the reader reads a field before it compares: no acquire on the number"),
  STORE_AFTER_END("a field store moves past the end of the cycle: no release on the number"),
  NUMBER_AFTER_FLAG("the writer removes the flag before it stores its number"),
  NO_EXCLUSION("the writer does not exclude readers"),
  NO_WAIT("the writer sets the flag and does not wait"),
  NO_MAIN_CHECK("the reader does not compare numbers"),
  NO_KEY_CHECK("the reader does not check the range"),
  WAKE_ON_OLD_VALUE("the wake-up looks at the count before the put"),
  NO_WAKE("the last reader does not wake"),
  WAKE_ONLY_WRITER("the wake-up knows flag + 1 only"),
  SLOT_AFTER_CHECK("the writer looks at the count before it takes the slot: no store-load order"),
  DETACH_WITHOUT_WAIT("the detacher does not wait"),
  DETACH_TARGET_OFF_BY_ONE("the detacher waits for flag + 1"),
  NO_UNDO("an interrupted writer leaves the flag set"),
  INCREMENT_ON_FAILURE("a failed mmap lock moves the number"),
  NO_BULK_RELEASE("the end of the cycle does not move the number"),
  EVEN_SENTINEL("the explicit end stores a small even number"),
  STALE_EARLY_RETURN("a second write lock in a cycle trusts the first, though it was ended"),
  NARROW_SEQUENCE("the number comes round after four, and the region was locked one round ago");

  private final String words;

  Defect(String words) {
    this.words = words;
  }

  /** What is wrong, in words. */
  String words() {
    return words;
  }
}
