package sample.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BoundedCacheTest {

  @Test
  void oldestUnpinnedEntryGoes() throws InterruptedException {
    BoundedCache<String, Integer> cache = new BoundedCache<>(2);
    cache.put("one", 1);
    cache.put("two", 2);
    assertTrue(cache.pin("one"));

    cache.put("three", 3);

    assertEquals(1, cache.get("one"));
    assertNull(cache.get("two"));
    assertEquals(3, cache.get("three"));
  }

  @Test
  void missingValueIsLoadedOnce() {
    BoundedCache<String, Integer> cache = new BoundedCache<>(2);

    assertEquals(4, cache.get("four", String::length));
    assertEquals(4, cache.get("four", key -> 5));
  }

  @Test
  void writerWaitsWhileEveryEntryIsPinned() throws InterruptedException {
    BoundedCache<String, Integer> cache = new BoundedCache<>(1);
    cache.put("one", 1);
    cache.pin("one");
    assertFalse(cache.put("two", 2, 1, TimeUnit.MILLISECONDS));

    CountDownLatch stored = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () -> {
              try {
                cache.put("two", 2);
                stored.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    writer.start();
    while (writer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertEquals(1, stored.getCount());
    cache.unpin("one");
    writer.join();

    assertEquals(0, stored.getCount());
    assertNull(cache.get("one"));
    assertEquals(2, cache.get("two"));
  }

  @Test
  void shrinkingKeepsTheYoungest() throws InterruptedException {
    BoundedCache<String, Integer> cache = new BoundedCache<>(3);
    cache.put("one", 1);
    cache.put("two", 2);
    cache.put("three", 3);
    List<String> left = new ArrayList<>();

    cache.shrink(1, (key, value) -> left.add(key));

    assertEquals(List.of("three"), left);
  }

  @Test
  void otherCacheIsCopied() throws InterruptedException {
    BoundedCache<String, Integer> cache = new BoundedCache<>(3);
    BoundedCache<String, Integer> other = new BoundedCache<>(3);
    other.put("one", 1);

    cache.addAll(other);

    assertEquals(1, cache.get("one"));
  }
}
