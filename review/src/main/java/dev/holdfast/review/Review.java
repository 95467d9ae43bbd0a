package dev.holdfast.review;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.diff.ContractDiff;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.finding.ChangeFindings;
import dev.holdfast.review.git.Revisions;
import dev.holdfast.review.git.TreeChanges;
import dev.holdfast.review.git.TreeSnapshot;
import dev.holdfast.review.source.SourceContracts;
import dev.holdfast.review.source.SourceMember;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    int total = changes.base().size() + changes.head().size();
    SourceContracts.Result atBase =
        new SourceContracts(before)
            .read(changes.base(), (done, all) -> progress.at("contracts", done, total));
    SourceContracts.Result atHead =
        new SourceContracts(after)
            .read(
                changes.head(),
                (done, all) -> progress.at("contracts", changes.base().size() + done, total));
    ContractDiff diff = ContractDiff.of(readable(atBase, atHead), readable(atHead, atBase));
    ChangeFindings found = findings(before, after, diff);
    progress.done();
    return new ReviewReport(
        before.shownName(),
        after.shownName(),
        files(changes),
        diff.changes(),
        found,
        notes(before, after, atBase, atHead, changes),
        gate);
  }

  private ChangeFindings findings(TreeSnapshot before, TreeSnapshot after, ContractDiff diff)
      throws IOException {
    progress.at("findings", 0, 2);
    List<Diagnostic> head = findings.at(after);
    progress.at("findings", 1, 2);
    List<Diagnostic> base = findings.at(before);
    progress.at("findings", 2, 2);
    return ChangeFindings.between(base, head, diff.renaming());
  }

  /** A file that one side cannot show would look as if all of it had come or gone. */
  private static List<SourceMember> readable(
      SourceContracts.Result here, SourceContracts.Result there) {
    Set<String> unreadable = new HashSet<>();
    there.problems().forEach(problem -> unreadable.add(problem.path()));
    return here.members().stream().filter(m -> !unreadable.contains(m.path())).toList();
  }

  private static int files(TreeChanges changes) {
    Set<String> paths = new HashSet<>(changes.base());
    paths.addAll(changes.head());
    return paths.size();
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
