package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The words of a failed assertion. */
final class AccusationTest {
  @Test
  void namesWhatIsHeldHereAndWhoHoldsWhatIsMissing() {
    String message =
        accuse(
            Situation.OTHERS_READ_UNDER_MY_MMAP_READ,
            scene -> Checks.locked(scene.region(), AssertionMode.OWNERSHIP));
    assertThat(message)
        .contains("region [0xa, 0x14) of address space `s` is not locked by this thread")
        .contains("needed: its region lock, for reading or writing")
        .contains("this thread: `main` holds the mmap lock for reading since ")
        .contains("Situation")
        .contains("region lock: held for reading by thread `other` since ");
  }

  @Test
  void namesTheWriterWithoutTrackingToo() {
    String message =
        accuse(Situation.OTHERS_WRITE, scene -> Checks.locked(scene.region(), AssertionMode.STATE));
    assertThat(message)
        .contains("mmap lock: held for writing by thread `other`")
        .contains("region lock: held for writing by thread `other`");
  }

  @Test
  void saysThatAReadLockIsMissingRatherThanTheMmapWriteLock() {
    String message =
        accuse(
            Situation.MMAP_READ, scene -> Checks.locked(scene.region(), AssertionMode.OWNERSHIP));
    assertThat(message)
        .contains("needed: its region lock, for reading or writing")
        .contains("region lock: nobody holds it");
  }

  @Test
  void namesTheHolderOfTheMmapLock() {
    String message =
        accuse(
            Situation.OTHERS_HOLD_MMAP_WRITE,
            scene -> Checks.spaceWriteLocked(scene.space(), AssertionMode.OWNERSHIP));
    assertThat(message)
        .contains("the mmap lock of address space `s` is not held for writing by this thread")
        .contains("this thread: `main` holds neither")
        .contains("mmap lock: held for writing by thread `other` (`other` since ");
  }

  private static String accuse(
      Situation situation, java.util.function.Consumer<Situation.Scene> check) {
    AtomicReference<String> message = new AtomicReference<>();
    situation.stage(
        scene -> {
          try {
            check.accept(scene);
          } catch (AssertionError e) {
            message.set(e.getMessage());
          }
        });
    return message.get();
  }
}
