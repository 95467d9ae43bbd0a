package y80_callback_classes;

import com.google.common.util.concurrent.Monitor;
import dev.holdfast.annotations.GuardedBy;
import java.util.function.BooleanSupplier;

/** A contract may tell what is held when a callback runs, also where that is a class. */
final class Guards {
  private final Monitor monitor = new Monitor();
  private final Monitor other = new Monitor();

  @GuardedBy("monitor")
  private boolean ready;

  final Monitor.Guard byLambda = monitor.newGuard(() -> ready);

  final Monitor.Guard byClass =
      monitor.newGuard(
          new BooleanSupplier() {
            @Override
            public boolean getAsBoolean() {
              return ready;
            }
          });

  final Monitor.Guard ofOther =
      other.newGuard(
          new BooleanSupplier() {
            @Override
            public boolean getAsBoolean() {
              return ready; // expect: UnguardedAccess
            }
          });

  Monitor.Guard fromLocal() {
    BooleanSupplier isReady =
        new BooleanSupplier() {
          @Override
          public boolean getAsBoolean() {
            return ready;
          }
        };
    return monitor.newGuard(isReady);
  }

  Monitor.Guard fromLocalOfOther() {
    BooleanSupplier isReady =
        new BooleanSupplier() {
          @Override
          public boolean getAsBoolean() {
            return ready; // expect: UnguardedAccess
          }
        };
    return other.newGuard(isReady);
  }
}
