// Enum constants as locks, themselves and by a field: another constant is another lock.
package j59_records_enums_keys;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Levels {
  enum Level {
    LOW,
    HIGH;

    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int uses;

    void use() {
      lock.lock();
      try {
        uses++;
      } finally {
        lock.unlock();
      }
    }
  }

  @GuardedBy("Level.LOW")
  private int low;

  @GuardedBy("Level.HIGH.lock")
  private int high;

  void right() {
    synchronized (Level.LOW) {
      low++;
    }
    Level.HIGH.lock.lock();
    try {
      high++;
      Level.HIGH.uses++;
    } finally {
      Level.HIGH.lock.unlock();
    }
  }

  void otherConstant() {
    synchronized (Level.HIGH) {
      low++; // expect: UnguardedAccess "Level.LOW"
    }
    Level.LOW.lock.lock();
    try {
      high++; // expect: UnguardedAccess "Level.HIGH.lock"
      Level.HIGH.uses++; // expect: UnguardedAccess "Level.HIGH.lock"
    } finally {
      Level.LOW.lock.unlock();
    }
  }

  void byVariable(Level level, Level other) {
    level.lock.lock();
    try {
      level.uses++;
      other.uses++; // expect: UnguardedAccess "other.lock"
    } finally {
      level.lock.unlock();
    }
  }
}
