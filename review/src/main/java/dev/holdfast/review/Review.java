package dev.holdfast.review;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.Folding;
import dev.holdfast.review.diff.ContractDiff;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.finding.ChangeFindings;
import dev.holdfast.review.format.Suppressed;
import dev.holdfast.review.git.Revisions;
import dev.holdfast.review.git.TreeChanges;
import dev.holdfast.review.git.TreeSnapshot;
import dev.holdfast.review.source.SourceContracts;
import dev.holdfast.review.source.SourceMember;
import dev.holdfast.review.source.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Compares two revisions: their lock contracts from source alone, and their findings. Only files
 * that differ are parsed, and those that their contracts name. Not thread-safe.
 */
public final class Review {
  /** The revision that is reviewed unless another is named. */
  public static final String DEFAULT_HEAD = "HEAD";

  private final Revisions revisions;
  private final FindingsOf findings;
  private final Gate gate;
  private final Progress progress;

  /**
   * A review of revisions of one repository.
   *
   * @param revisions the repository; stays open
   * @param findings what finds the findings of a revision
   * @param gate which verdicts fail
   * @param progress told how far it is
   */
  public Review(Revisions revisions, FindingsOf findings, Gate gate, Progress progress) {
    this.revisions = revisions;
    this.findings = findings;
    this.gate = gate;
    this.progress = progress;
  }

  /**
   * Reviews the change from one revision to another.
   *
   * @throws dev.holdfast.review.git.GitProblem if a revision does not exist; the message is for
   *     people
   * @throws IOException if the repository cannot be read
   */
  public ReviewReport compare(String base, String head) throws IOException {
    TreeSnapshot before = revisions.snapshot(base);
    TreeSnapshot after = revisions.snapshot(head);
    TreeChanges changes = TreeChanges.between(before, after);
    Set<String> same = sameButForComments(before, after, changes);
    List<String> gone = changes.base().stream().filter(path -> !same.contains(path)).toList();
    List<String> come = changes.head().stream().filter(path -> !same.contains(path)).toList();
    SharedProgress shared = new SharedProgress(progress, "contracts", gone.size() + come.size());
    CompletableFuture<SourceContracts.Result> reading =
        CompletableFuture.supplyAsync(() -> new SourceContracts(before).read(gone, shared));
    SourceContracts.Result atHead = new SourceContracts(after).read(come, shared);
    SourceContracts.Result atBase = reading.join();
    ContractDiff diff = ContractDiff.of(readable(atBase, atHead), readable(atHead, atBase));
    List<ReviewNote> notes = notes(before, after, atBase, atHead, changes);
    Optional<Compared> found = findings(before, after, diff, notes);
    progress.done();
    return new ReviewReport(
        before.shownName(),
        after.shownName(),
        files(gone, come),
        diff.changes(),
        found.map(Compared::findings).orElse(ChangeFindings.NONE),
        found.map(Compared::suppressed).orElse(List.of()),
        found.isEmpty(),
        notes,
        gate);
  }

  /** What the two sides have, side by side. */
  private record Compared(ChangeFindings findings, List<Suppressed> suppressed) {
    static Compared of(FindingsOf.Found base, FindingsOf.Found head, ContractDiff diff) {
      List<Diagnostic> introduced =
          ChangeFindings.between(plain(base), plain(head), diff.renaming()).introduced();
      return new Compared(
          ChangeFindings.between(base.findings(), head.findings(), diff.renaming()),
          head.suppressed().stream().filter(s -> introduced.contains(s.finding())).toList());
    }

    private static List<Diagnostic> plain(FindingsOf.Found found) {
      return found.suppressed().stream().map(Suppressed::finding).toList();
    }
  }

  /** Without the findings of both sides nothing can be called new: then there are none. */
  private Optional<Compared> findings(
      TreeSnapshot before, TreeSnapshot after, ContractDiff diff, List<ReviewNote> notes) {
    TreeSnapshot asked = after;
    try {
      progress.at("findings", 0, 2);
      FindingsOf.Found head = findings.at(after, diff.changes());
      progress.at("findings", 1, 2);
      asked = before;
      FindingsOf.Found base = findings.at(before, diff.changes());
      progress.at("findings", 2, 2);
      return Optional.of(Compared.of(base, head, diff));
    } catch (IOException e) {
      String message = "findings were not compared: at " + asked.revision() + " " + e.getMessage();
      notes.add(new ReviewNote("", "", message));
      return Optional.empty();
    }
  }

  /** A file that one side cannot show would look as if all of it had come or gone. */
  private static List<SourceMember> readable(
      SourceContracts.Result here, SourceContracts.Result there) {
    Set<String> unreadable = new HashSet<>();
    there.problems().forEach(problem -> unreadable.add(problem.path()));
    return here.members().stream().filter(m -> !unreadable.contains(m.path())).toList();
  }

  private static int files(List<String> gone, List<String> come) {
    Set<String> paths = new HashSet<>(gone);
    paths.addAll(come);
    return paths.size();
  }

  /** Files in which nothing but comments and formatting differs: no contract can. */
  private static Set<String> sameButForComments(
      TreeSnapshot before, TreeSnapshot after, TreeChanges changes) throws IOException {
    Set<String> same = new HashSet<>();
    Set<String> atHead = new HashSet<>(changes.head());
    for (String path : changes.base()) {
      try {
        if (atHead.contains(path)
            && Folding.fold(before.read(path)).equals(Folding.fold(after.read(path)))) {
          same.add(path);
        }
      } catch (UnreadableSourceException e) {
        /* Reported where it is reviewed. */
        continue;
      }
    }
    return same;
  }

  private List<ReviewNote> notes(
      TreeSnapshot before,
      TreeSnapshot after,
      SourceContracts.Result atBase,
      SourceContracts.Result atHead,
      TreeChanges changes) {
    List<ReviewNote> notes = new ArrayList<>();
    revisions.warnings().forEach(warning -> notes.add(new ReviewNote("", "", warning)));
    atBase
        .problems()
        .forEach(p -> notes.add(new ReviewNote(p.path(), before.revision(), p.message())));
    atHead
        .problems()
        .forEach(p -> notes.add(new ReviewNote(p.path(), after.revision(), p.message())));
    changes.notes().forEach((path, reason) -> notes.add(new ReviewNote(path, "", reason)));
    return notes;
  }
}
