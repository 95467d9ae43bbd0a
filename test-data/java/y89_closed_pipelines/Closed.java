// To close a pipeline runs what was given to onClose(), and nothing else; that does not run before.
package y89_closed_pipelines;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

class Closed {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int limit;

  @GuardedBy("lock")
  private int open;

  long counted(List<String> lines) {
    try (Stream<String> s = lines.stream().filter(x -> x.length() > limit)) {
      lock.lock();
      try {
        return s.count();
      } finally {
        lock.unlock();
      }
    }
  }

  long lines(Path file) throws IOException {
    try (Stream<String> s = Files.lines(file).map(x -> x + limit)) {
      lock.lock();
      try {
        return s.filter(x -> x.length() > limit).count();
      } finally {
        lock.unlock();
      }
    }
  }

  void closedUnused(List<String> lines) {
    Stream<String> s = lines.stream();
    lock.lock();
    try {
      System.out.println(s.filter(x -> x.length() > limit).count());
    } finally {
      lock.unlock();
    }
    s.close();
  }

  long closedUnderLock(List<String> lines) {
    lock.lock();
    try (Stream<String> s = lines.stream().onClose(() -> open--)) {
      return s.filter(x -> x.length() > limit).count();
    } finally {
      lock.unlock();
    }
  }

  void closedByHand(List<String> lines) {
    Stream<String> s = lines.stream().onClose(() -> open--).filter(x -> !x.isEmpty());
    System.out.println(s.count());
    lock.lock();
    try {
      s.close();
    } finally {
      lock.unlock();
    }
  }

  long countedOutside(List<String> lines) {
    try (Stream<String> s =
        lines.stream().filter(x -> x.length() > limit)) { // expect: UnguardedAccess "lock"
      lock.lock();
      try {
        limit++;
      } finally {
        lock.unlock();
      }
      return s.count();
    }
  }

  long closedOutside(List<String> lines) {
    try (Stream<String> s = lines.stream().onClose(() -> open--)) { // expect: UnguardedAccess "lock"
      lock.lock();
      try {
        return s.count();
      } finally {
        lock.unlock();
      }
    }
  }

  long closedByHandOutside(List<String> lines) {
    Stream<String> s = lines.stream().onClose(() -> open--); // expect: UnguardedAccess "lock"
    lock.lock();
    long n;
    try {
      n = s.count();
    } finally {
      lock.unlock();
    }
    s.close();
    return n;
  }

  Stream<String> handedOut(List<String> lines) {
    lock.lock();
    try {
      return lines.stream().onClose(() -> open--); // expect: UnguardedAccess "lock"
    } finally {
      lock.unlock();
    }
  }
}
