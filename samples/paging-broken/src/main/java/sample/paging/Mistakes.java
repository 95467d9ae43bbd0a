package sample.paging;

import dev.holdfast.lockdep.LockDep;
import dev.holdfast.region.AddressSpace;
import dev.holdfast.region.Region;
import dev.holdfast.region.RegionPool;
import dev.holdfast.region.WriteHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs every mistake, and prints what the checker says about it beside what happens. The checker's part is read from the
 * {@code expect} comments, which the checker's own tests hold to be right.
 */
public final class Mistakes {
  private static final Path SOURCE = Path.of("src/main/java/sample/paging/BrokenStore.java");

  /** A mistake, and how to make it. */
  private enum Mistake {
    PROTECT_AFTER_DOWNGRADE("protectAfterDowngrade") {
      @Override
      void make(BrokenStore store) {
        store.protectAfterDowngrade(0, 1);
      }
    },
    PROTECT_WITHOUT_REGION_LOCK("protectWithoutRegionLock") {
      @Override
      void make(BrokenStore store) {
        store.protectWithoutRegionLock(0, 1);
      }
    },
    PROTECT_UNDER_READ_LOCK("protectUnderReadLock") {
      @Override
      void make(BrokenStore store) {
        store.protectUnderReadLock(0);
      }
    },
    COUNT_WHILE_READING("countWhileReading") {
      @Override
      void make(BrokenStore store) {
        store.countWhileReading(0);
      }
    },
    SIZE_AFTER_UNLOCK("sizeAfterUnlock") {
      @Override
      void make(BrokenStore store) {
        store.sizeAfterUnlock(0);
      }
    },
    MAP_INTO_OTHER("mapIntoOther") {
      @Override
      void make(BrokenStore store) {
        store.mapIntoOther(AddressSpace.create("other", RegionPool.create()), 0, 10);
      }
    },
    MAP_UNDER_READ_LOCK("mapUnderReadLock") {
      @Override
      void make(BrokenStore store) {
        store.mapUnderReadLock(20, 30);
      }
    },
    DETACH_TWICE("detachTwice") {
      @Override
      void make(BrokenStore store) {
        store.detachTwice(0);
      }
    },
    SIZE_WITHOUT_NULL_CHECK("sizeWithoutNullCheck") {
      @Override
      void make(BrokenStore store) {
        store.sizeWithoutNullCheck(99);
      }
    },
    PROTECT_IN_THE_NEXT_CYCLE("protectInTheNextCycle") {
      @Override
      void make(BrokenStore store) {
        store.protectInTheNextCycle(0, 1);
      }
    },
    SIZE_WITH_WRONG_RELEASE("sizeWithWrongRelease") {
      @Override
      void make(BrokenStore store) {
        store.sizeWithWrongRelease(0);
      }
    },
    COUNT_TWICE("countTwice") {
      @Override
      void make(BrokenStore store) {
        store.countTwice();
      }
    },
    MAP_IF_ABSENT("mapIfAbsent") {
      @Override
      void make(BrokenStore store) {
        store.mapIfAbsent(20, 30);
      }
    };

    private final String method;

    Mistake(String method) {
      this.method = method;
    }

    abstract void make(BrokenStore store);

    /** What happens, in the first line of its message; or "nothing". */
    private String outcome() {
      AddressSpace space = AddressSpace.create("store", RegionPool.create());
      prepare(space);
      try {
        make(new BrokenStore(space));
        return "nothing";
      } catch (AssertionError | RuntimeException e) {
        String[] lines = String.valueOf(e.getMessage()).split("\n");
        return e.getClass().getSimpleName() + ": " + lines[0];
      }
    }

    /** Takes the two locks in the order in which a writer does, which a reader must not turn round. */
    private static void prepare(AddressSpace space) {
      try (WriteHold hold = space.write()) {
        Region region = space.map(0, 10);
        region.lockWrite();
      }
    }

    /** The rule that the checker reports in the method, or "nothing". */
    private String rule(List<String> source) {
      boolean inside = false;
      for (String line : source) {
        inside |= line.contains(" " + method + "(") && line.endsWith("{");
        int at = line.indexOf("// expect: ");
        if (inside && at >= 0) {
          return line.substring(at + "// expect: ".length());
        }
      }
      return "nothing";
    }
  }

  private Mistakes() {}

  /**
   * Prints the table.
   *
   * @param args the folder of this sample, if it is not the working directory
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    LockDep.onReport(
        report -> {
          throw new IllegalStateException(report.toString());
        });
    Path folder = Path.of(args.length > 0 ? args[0] : "");
    List<String> source = Files.readAllLines(folder.resolve(SOURCE));
    StringBuilder table = new StringBuilder("| Mistake | At compile time | At run time |\n|---|---|---|\n");
    for (Mistake mistake : Mistake.values()) {
      String[] outcome = new String[1];
      Thread thread = new Thread(() -> outcome[0] = mistake.outcome(), "sample");
      thread.setDaemon(true);
      thread.start();
      thread.join();
      table.append("| `%s` | `%s` | %s |%n".formatted(mistake.method, mistake.rule(source), outcome[0]));
    }
    System.out.print(table);
    if (table.indexOf("nothing") >= 0) {
      throw new IllegalStateException("a mistake went unnoticed");
    }
  }
}
