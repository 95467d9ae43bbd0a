package dev.holdfast.review;

import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.ToolInfo;
import dev.holdfast.review.format.TreeLines;
import dev.holdfast.review.git.Revisions;
import dev.holdfast.review.source.SourceContracts;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures a review of two versions of a library: {@code ReviewCost BEFORE-sources.jar
 * AFTER-sources.jar}. Commits both into a temporary repository, reviews, and prints time and the
 * peak of the heap. Run it with {@code -Xmx1g} to see that it fits.
 */
public final class ReviewCost {
  private ReviewCost() {}

  /** Measures. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("review-cost");
    try (TestRepository repository = new TestRepository(directory.resolve("r.git"))) {
      System.out.printf("before: %s%n", commit(repository, Path.of(args[0])));
      System.out.printf("after:  %s%n", commit(repository, Path.of(args[1])));
    }
    long start = System.nanoTime();
    try (Revisions revisions = Revisions.open(directory.resolve("r.git"), Map.of())) {
      Review review =
          new Review(revisions, FindingsOf.none(), Gate.standard(), Progress.line(System.err));
      ReviewReport report = review.compare("HEAD~1", "HEAD");
      long reviewed = System.nanoTime();
      SourceContracts.Result all =
          new SourceContracts(revisions.snapshot("HEAD")).readAll((done, total) -> {});
      long read = System.nanoTime();
      String text =
          ReviewOutput.render(
              report,
              OutputFormat.TEXT,
              Rules.none(),
              new TreeLines(revisions.snapshot("HEAD")),
              new ToolInfo("holdfast", "", ""));
      Files.writeString(directory.resolve("review.txt"), text);
      Files.writeString(directory.resolve("contracts.txt"), ContractLine.print(all.lines()));
      System.out.printf(
          "review: %.1f s, %d files, %d contract changes, %d notes%n",
          (reviewed - start) / 1e9, report.files(), report.changes().size(), report.notes().size());
      System.out.printf(
          "contracts of head: %.1f s, %d members with contracts, %d problems%n",
          (read - reviewed) / 1e9, all.lines().size(), all.problems().size());
    }
    System.out.printf("peak heap: %d MiB; outputs in %s%n", peak() >> 20, directory);
  }

  private static long peak() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak +=
          pool.getType() == java.lang.management.MemoryType.HEAP
              ? pool.getPeakUsage().getUsed()
              : 0;
    }
    return peak;
  }

  private static String commit(TestRepository repository, Path jar) throws IOException {
    int files = 0;
    long lines = 0;
    repository.clear();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".java")) {
          try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            repository.file(entry.getName(), bytes);
            files++;
            lines += new String(bytes, StandardCharsets.UTF_8).lines().count();
          }
        }
      }
    }
    repository.commit();
    return files + " files, " + lines + " lines";
  }
}
