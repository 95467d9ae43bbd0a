package dev.holdfast.review.source;

import dev.holdfast.review.contract.ContractLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads contracts from a tree of sources, without class path or build. A file that cannot be read
 * is a problem of the result; the others are read all the same. Not thread-safe.
 */
public final class SourceContracts {
  private final SourceTree tree;
  private final TypeIndex index;
  private final MemberReader reader;

  /** For the files of that tree; nothing is read yet. */
  public SourceContracts(SourceTree tree) {
    this.tree = tree;
    index = new TypeIndex(tree);
    Names names = new Names(index);
    Members members = new Members(names);
    Expressions expressions = new Expressions(index, names, members);
    AnnotationReader annotations = new AnnotationReader(index, names, members, expressions);
    Assertions assertions = new Assertions(index, names, members, expressions, annotations);
    reader = new MemberReader(annotations, new Targets(index, names), assertions);
  }

  /**
   * A file that could not be read or parsed.
   *
   * @param path the file
   * @param message a clause about it: {@code is binary}
   */
  public record Problem(String path, String message) {}

  /**
   * What was read.
   *
   * @param members every declaration of the files, contracts or not, by file and place
   * @param problems the files that were left out
   */
  public record Result(List<SourceMember> members, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      members = List.copyOf(members);
      problems = List.copyOf(problems);
    }

    /** The canonical lines of the members that have contracts, in order. */
    public List<ContractLine> lines() {
      return members.stream()
          .filter(member -> !member.contracts().isEmpty())
          .map(SourceMember::contractLine)
          .sorted()
          .toList();
    }
  }

  /** Told after each file. */
  public interface Progress {
    /**
     * So much is done.
     *
     * @param done files read so far
     * @param total files to read
     */
    void at(int done, int total);
  }

  /** Every file of the tree. */
  public Result readAll(Progress progress) {
    return read(tree.paths(), progress);
  }

  /** Some files of the tree; others are opened where a name leads there. */
  public Result read(Collection<String> paths, Progress progress) {
    List<SourceMember> members = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int done = 0;
    for (String path : paths) {
      try {
        members.addAll(reader.read(index.parsed(path)));
      } catch (SyntaxException | IOException e) {
        problems.add(new Problem(path, e.getMessage()));
      } catch (StackOverflowError e) {
        problems.add(new Problem(path, "is nested too deeply to be read"));
      }
      progress.at(++done, paths.size());
    }
    return new Result(members, problems);
  }
}
