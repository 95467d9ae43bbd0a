package com.google.common.util.concurrent;

import java.util.function.BooleanSupplier;

/** As much of Guava's class as the cases use. */
public final class Monitor {
  public void enter() {}

  public void enterWhen(Guard guard) throws InterruptedException {}

  public boolean enterIf(Guard guard) {
    return true;
  }

  public void waitFor(Guard guard) throws InterruptedException {}

  public void leave() {}

  public Guard newGuard(BooleanSupplier isSatisfied) {
    return new Guard(this) {
      @Override
      public boolean isSatisfied() {
        return isSatisfied.getAsBoolean();
      }
    };
  }

  public abstract static class Guard {
    final Monitor monitor;

    protected Guard(Monitor monitor) {
      this.monitor = monitor;
    }

    public abstract boolean isSatisfied();
  }
}
