package dev.holdfast.review;

import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.ToolInfo;
import dev.holdfast.review.format.TreeLines;
import dev.holdfast.review.git.Revisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code review --base REV --head REV [DIRECTORY]} in a process of its own. */
public final class ReviewMain {
  private ReviewMain() {}

  /** Exits with 0, or 1 if the review fails, or 2 if it cannot be made. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    String head = args.length > 4 ? args[4] : Review.DEFAULT_HEAD;
    try (Revisions revisions = Revisions.open(Path.of(""), System.getenv())) {
      Review review = new Review(revisions, FindingsOf.none(), Gate.standard(), Progress.none());
      ReviewReport report = review.compare(args[2], head);
      String text =
          ReviewOutput.render(
              report,
              OutputFormat.TEXT,
              Rules.none(),
              new TreeLines(revisions.snapshot(head)),
              new ToolInfo("holdfast", "test", ""));
      System.out.write(text.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      return report.fails() ? 1 : 0;
    } catch (IOException e) {
      System.err.println("holdfast: " + e.getMessage());
      return 2;
    }
  }
}
