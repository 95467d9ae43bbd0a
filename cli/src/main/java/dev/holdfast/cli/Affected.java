package dev.holdfast.cli;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Verdict;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files whose findings may change with contracts though they are the same themselves: those
 * that contain the name of a member whose contract changed. What a type or an alias declares can
 * work anywhere, so with such a change every file is one.
 */
final class Affected {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** Contracts that work in the member itself alone. */
  private static final Set<ContractKind> INWARD =
      EnumSet.of(ContractKind.SUPPRESSES, ContractKind.UNCHECKED);

  private final Set<String> names = new TreeSet<>();
  private boolean everywhere;

  /** By these changes. */
  Affected(List<ContractChange> changes) {
    for (ContractChange change : changes) {
      if (change.verdict() != Verdict.INFORMATIONAL && worksOutside(change)) {
        add(change.member());
        if (!change.formerMember().isEmpty()) {
          add(change.formerMember());
        }
      }
    }
  }

  private static boolean worksOutside(ContractChange change) {
    return Stream.concat(change.before().stream(), change.after().stream())
        .map(Contract::kind)
        .anyMatch(kind -> !INWARD.contains(kind));
  }

  private void add(String member) {
    int hash = member.lastIndexOf('#');
    if (hash < 0) {
      everywhere = true;
      return;
    }
    String rest = member.substring(hash + 1);
    int open = rest.indexOf('(');
    String name = open < 0 ? rest : rest.substring(0, open);
    names.add(name.equals("<init>") ? simpleName(member.substring(0, hash)) : name);
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('/')) + 1);
  }

  /** Those of a copy. */
  Set<String> in(WorkCopy copy) throws IOException {
    if (everywhere) {
      return copy.paths();
    }
    Set<String> found = new TreeSet<>();
    if (names.isEmpty()) {
      return found;
    }
    for (String path : copy.paths()) {
      Matcher words = WORD.matcher(copy.read(path));
      while (words.find()) {
        if (names.contains(words.group())) {
          found.add(path);
          break;
        }
      }
    }
    return found;
  }
}
