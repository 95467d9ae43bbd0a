package sample.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.region.AssertionMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStoreTest {
  private static final long PAGE = FileStore.PAGE;

  @TempDir Path folder;
  private FileStore store;

  @BeforeEach
  void open() throws Exception {
    assertEquals(AssertionMode.OWNERSHIP, AssertionMode.current());
    store = FileStore.open(folder.resolve("store"));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void whatIsWrittenIsRead() {
    store.map(0, 4 * PAGE, FileStore.WRITABLE);
    store.write(3 * PAGE + 7, (byte) 42);
    assertEquals(42, store.read(3 * PAGE + 7));
    assertEquals(0, store.read(0));
  }

  @Test
  void holesFault() {
    store.map(0, PAGE, FileStore.WRITABLE);
    assertThrows(FaultException.class, () -> store.read(PAGE));
  }

  @Test
  void protectionSplitsAndHolds() {
    store.map(0, 4 * PAGE, FileStore.WRITABLE);
    store.protect(PAGE, 2 * PAGE, 0);
    assertEquals(3, store.regionCount());
    assertThrows(FaultException.class, () -> store.write(PAGE, (byte) 1));
    store.write(2 * PAGE, (byte) 1);
  }

  @Test
  void unmappedPagesFault() {
    store.map(0, 4 * PAGE, FileStore.WRITABLE);
    store.unmap(PAGE, 2 * PAGE);
    assertThrows(FaultException.class, () -> store.read(PAGE));
    assertEquals(0, store.read(0));
  }

  @Test
  void growsUpByRequestAndDownByTouch() {
    store.map(8 * PAGE, 9 * PAGE, FileStore.WRITABLE | FileStore.GROWS_DOWN);
    store.grow(8 * PAGE, 10 * PAGE);
    store.write(9 * PAGE, (byte) 1);
    store.write(6 * PAGE, (byte) 2);
    assertEquals(2, store.read(6 * PAGE));
    assertEquals(1, store.regionCount());
  }

  @Test
  void copyIsIndependent() throws Exception {
    store.map(0, PAGE, FileStore.WRITABLE);
    store.write(5, (byte) 1);
    try (FileStore child = store.copy(folder.resolve("child"))) {
      store.write(5, (byte) 2);
      assertEquals(1, child.read(5));
      assertEquals(2, store.read(5));
    }
  }

  @Test
  void readersGoOnWhileTheMapChanges() throws Exception {
    store.map(0, 8 * PAGE, FileStore.WRITABLE);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(threads.submit(() -> readUntil(done)));
      }
      for (int round = 0; round < 300; round++) {
        store.protect(2 * PAGE, 3 * PAGE, round % 2);
        store.unmap(4 * PAGE, 5 * PAGE);
        store.map(4 * PAGE, 5 * PAGE, FileStore.WRITABLE);
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
    } finally {
      done.set(true);
      threads.shutdown();
    }
  }

  private void readUntil(AtomicBoolean done) {
    for (long address = 0; !done.get(); address = (address + 61) % (4 * PAGE)) {
      store.read(address);
    }
  }
}
