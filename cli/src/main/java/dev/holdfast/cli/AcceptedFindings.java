package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.FindingKey;
import dev.holdfast.review.finding.Baseline;
import dev.holdfast.review.format.Suppressed;
import java.nio.file.Path;
import java.util.List;

/** The findings that a project has accepted for now, and the file that lists them. */
final class AcceptedFindings {
  private final Streams streams;
  private final Path file;
  private final Baseline baseline;
  private final boolean writes;

  /**
   * A baseline, or none.
   *
   * @param file null for none
   * @param baseline what is in it; null where it does not exist yet
   * @param writes whether it may be written: made where it does not exist, shortened where it does
   */
  AcceptedFindings(Streams streams, Path file, Baseline baseline, boolean writes) {
    this.streams = streams;
    this.file = file;
    this.baseline = baseline;
    this.writes = writes;
  }

  /**
   * What remains.
   *
   * @param reported the findings that are not accepted
   * @param accepted those that are, with the baseline as the reason
   * @param written whether nothing had to be written or could be
   */
  record Result(List<Diagnostic> reported, List<Suppressed> accepted, boolean written) {}

  /**
   * Takes the accepted findings away, makes or shortens the file, and says so.
   *
   * @param findings all that were found
   * @param complete whether all sources could be checked; else the file is left alone, since what
   *     was not found need not be fixed
   * @param analysed whether no body was given up; else nothing is taken for fixed
   */
  Result apply(List<Diagnostic> findings, boolean complete, boolean analysed) {
    if (file == null) {
      return new Result(findings, List.of(), true);
    }
    if (writes && !complete) {
      say("not written, since not all could be checked");
    }
    if (baseline == null) {
      return complete ? create(findings) : new Result(findings, List.of(), true);
    }
    Baseline.Result split = baseline.apply(findings);
    boolean written = true;
    if (complete && analysed && !split.fixed().isEmpty()) {
      written = fixed(findings, split.fixed());
    }
    List<Diagnostic> reported = split.reported().stream().sorted().toList();
    return new Result(reported, accepted(split.accepted()), written);
  }

  private Result create(List<Diagnostic> findings) {
    Baseline made = Baseline.create(findings);
    boolean written = new Output(streams, file).write(made.print());
    if (written) {
      say(count(made.entries().size(), "finding") + " accepted");
    }
    return written
        ? new Result(List.of(), accepted(findings), true)
        : new Result(findings, List.of(), false);
  }

  private List<Suppressed> accepted(List<Diagnostic> findings) {
    String reason = "accepted by the baseline '" + file + "'";
    return findings.stream()
        .map(finding -> new Suppressed(finding, Suppressed.Kind.EXTERNAL, reason))
        .toList();
  }

  private boolean fixed(List<Diagnostic> findings, List<FindingKey> fixed) {
    String these = count(fixed.size(), "entry") + (fixed.size() == 1 ? " is" : " are") + " fixed";
    boolean written = !writes || new Output(streams, file).write(baseline.pruned(findings).print());
    if (written) {
      say(these + (writes ? " and dropped:" : "; --write-baseline drops:"));
      for (FindingKey key : fixed) {
        String expression = key.expression().isEmpty() ? "" : ": " + key.expression();
        streams.err().println("  [" + key.rule() + "] " + key.member() + expression);
      }
    }
    return written;
  }

  private void say(String what) {
    streams.complain("baseline '" + file + "': " + what);
  }

  private static String count(int number, String word) {
    if (number == 1) {
      return "1 " + word;
    }
    return number
        + " "
        + (word.endsWith("y") ? word.substring(0, word.length() - 1) + "ie" : word)
        + "s";
  }
}
