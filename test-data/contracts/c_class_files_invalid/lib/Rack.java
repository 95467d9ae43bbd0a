package racks;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Compiled without the checker: nobody saw that some contracts name nothing. */
public class Rack {
  public final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lokc")
  public int bottles;

  @GuardedBy("lock")
  public int glasses;

  @Requires("lcok")
  public void turn() {}

  public static void move(@Requires("klock") Rack from, @Requires("lock") Rack to) {}

  @Requires("lock")
  public void clean() {}
}
