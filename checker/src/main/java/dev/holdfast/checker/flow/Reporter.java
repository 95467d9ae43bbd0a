package dev.holdfast.checker.flow;

import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects findings; what a loop's earlier passes found can be taken back. */
final class Reporter {
  private final List<Finding> findings = new ArrayList<>();

  void add(Finding finding) {
    for (Finding old : findings) {
      if (old.rule() == finding.rule()
          && old.place().tree() == finding.place().tree()
          && old.place().part() == finding.place().part()
          && java.util.Objects.equals(old.lock(), finding.lock())) {
        return;
      }
    }
    findings.add(finding);
  }

  int mark() {
    return findings.size();
  }

  void truncate(int mark) {
    while (findings.size() > mark) {
      findings.remove(findings.size() - 1);
    }
  }

  List<Finding> findings() {
    return findings;
  }
}
