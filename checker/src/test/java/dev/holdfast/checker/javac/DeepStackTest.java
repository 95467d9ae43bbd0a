package dev.holdfast.checker.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class DeepStackTest {
  private final DeepStack stack = new DeepStack();

  @Test
  void goesDeeperThanTheCallerCould() {
    int depth = 500_000;

    assertThatThrownBy(() -> descend(depth)).isInstanceOf(StackOverflowError.class);
    assertThat(stack.call(() -> descend(depth))).isEqualTo(depth);
  }

  private static int descend(int depth) {
    return depth == 0 ? 0 : 1 + descend(depth - 1);
  }

  @Test
  void worksOnOneThreadAsLongAsThereIsWork() {
    Thread first = stack.call(Thread::currentThread);
    Thread second = stack.call(Thread::currentThread);
    Thread nested = stack.call(() -> stack.call(Thread::currentThread));

    assertThat(first).isNotSameAs(Thread.currentThread()).isSameAs(second).isSameAs(nested);
  }

  @Test
  void startsAnotherThreadWhenTheFirstHasEnded() throws InterruptedException {
    Thread first = stack.call(Thread::currentThread);
    first.join();

    assertThat(stack.call(() -> 7)).isEqualTo(7);
  }

  @Test
  void throwsWhatTheWorkThrows() {
    assertThatThrownBy(() -> stack.call(() -> fail(new IllegalStateException("no"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stack.call(() -> fail(new LinkageError("no"))))
        .isInstanceOf(LinkageError.class);
    assertThat(stack.call(() -> "goes on")).isEqualTo("goes on");
  }

  private static String fail(RuntimeException e) {
    throw e;
  }

  private static String fail(Error e) {
    throw e;
  }

  @Test
  void anInterruptedCallerWaitsAllTheSame() {
    AtomicBoolean done = new AtomicBoolean();
    Thread caller = Thread.currentThread();

    stack.call(
        () -> {
          caller.interrupt();
          for (int i = 0; i < 1_000; i++) {
            Thread.yield();
          }
          done.set(true);
          return null;
        });

    assertThat(done).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }
}
