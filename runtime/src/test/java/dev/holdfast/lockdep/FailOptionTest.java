package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What a program sees that does not consume reports. */
final class FailOptionTest {
  @Test
  void throwsIfToldTo() throws Exception {
    assertThat(run("-Dholdfast.lockdep.fail=true"))
        .startsWith("thrown: possible deadlock: `a` is waited for while `b` is held")
        .endsWith("free: true");
  }

  @Test
  void logsOtherwise() throws Exception {
    assertThat(run("-Dholdfast.lockdep.fail=false"))
        .contains("SEVERE: possible deadlock: `a` is waited for while `b` is held")
        .containsOnlyOnce("SEVERE")
        .endsWith("free: false");
  }

  @Test
  void namesTheAcceptedValues() throws Exception {
    assertThat(run("-Dholdfast.lockdep.fail=maybe"))
        .contains("`holdfast.lockdep.fail` must be `true` or `false`, not `maybe`");
  }

  private static String run(String option) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }

  /** Takes two locks in both orders, twice. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      ReentrantLock plain = new ReentrantLock();
      Lock a = Tracked.lock(plain, LockClass.of("a"));
      Lock b = Tracked.lock(new ReentrantLock(), LockClass.of("b"));
      a.lock();
      b.lock();
      b.unlock();
      a.unlock();
      b.lock();
      try {
        a.lock();
        a.lock();
      } catch (LockDepException e) {
        System.out.println("thrown: " + e.getMessage());
      }
      System.out.println("free: " + !plain.isLocked());
      while (plain.isLocked()) {
        a.unlock();
      }
      b.unlock();
    }
  }
}
