package shop;

import dev.holdfast.annotations.GuardedBy;

public class Till {
  @GuardedBy("this")
  private int sum;

  public void add(int amount) {
    synchronized (this) {
      sum += amount;
    }
  }
}
