package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21)
final class VirtualThreadTest {
  private final Lab lab = new Lab();
  private final TrackedLock index = lab.lock("index");
  private final TrackedLock shard = lab.lock("shard");

  @Test
  void learnsOrdersFromVirtualThreads() throws Exception {
    inVirtualThread(() -> lab.order(index, shard));
    inVirtualThread(() -> lab.order(shard, index));

    lab.assertReported(Kind.ORDER_CYCLE);
    assertThat(lab.onlyReport().thread()).startsWith("thread #");
  }

  @Test
  void keepsTheHoldsOfVirtualThreadsApart() throws Exception {
    inVirtualThread(
        () -> {
          index.lock();
          Thread.yield();
          assertThat(lab.holds(index)).containsExactly(true);
          index.unlock();
        });
    inVirtualThread(() -> assertThat(lab.holds(index)).containsExactly(false));
  }

  @Test
  void reportsAVirtualThreadThatEndsWithALockHeld() throws Exception {
    inVirtualThread(() -> index.lock());
    lab.validator().sweep();

    lab.assertReported(Kind.THREAD_ENDED);
  }

  /** The method is newer than the release that the tests are compiled for. */
  private static void inVirtualThread(Runnable body) throws Exception {
    Throwable[] failure = new Throwable[1];
    Runnable guarded =
        () -> {
          try {
            body.run();
          } catch (Throwable e) {
            failure[0] = e;
          }
        };
    Thread thread =
        (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, guarded);
    thread.join();
    assertThat(failure[0]).isNull();
  }
}
