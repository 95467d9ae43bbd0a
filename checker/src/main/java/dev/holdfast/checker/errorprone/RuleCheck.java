package dev.holdfast.checker.errorprone;

import static com.google.errorprone.matchers.Description.NO_MATCH;

import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.Replacements.CoalescePolicy;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.util.JCDiagnostic.SimpleDiagnosticPosition;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.javac.Analyzer;
import dev.holdfast.checker.javac.PluginReporter;
import dev.holdfast.checker.rule.Rule;
import java.util.List;

/** One rule as a check of Error Prone, which decides on severity and suppression. */
abstract class RuleCheck extends BugChecker implements CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  private final Rule rule;

  RuleCheck(Rule rule) {
    this.rule = rule;
  }

  /** The rule that it reports. */
  final Rule rule() {
    return rule;
  }

  @Override
  public final Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    for (Analyzer.Reported reported : SharedAnalysis.findings(unit, state)) {
      if (reported.finding().rule() == rule && !isSilenced(reported, state)) {
        state.reportMatch(description(reported));
      }
    }
    return NO_MATCH;
  }

  /** Error Prone asks this for what it visits; here it visits files alone. */
  private boolean isSilenced(Analyzer.Reported reported, VisitorState state) {
    CompilationUnitTree unit = reported.finding().place().unit();
    TreePath path = TreePath.getPath(unit, reported.finding().place().tree());
    for (; path != null; path = path.getParentPath()) {
      if (silences(path.getLeaf(), state)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Error Prone takes "all" for the name of every check. Tools write it on whatever they make, and
   * what a tool wrote knows nothing of locks: no front end lets it silence anything.
   */
  private boolean silences(Tree tree, VisitorState state) {
    Symbol declared = ASTHelpers.getDeclaredSymbol(tree);
    SuppressWarnings suppression =
        declared == null ? null : declared.getAnnotation(SuppressWarnings.class);
    List<String> words = suppression == null ? List.of() : List.of(suppression.value());
    return words.contains("all")
        ? words.stream().anyMatch(allNames()::contains)
        : isSuppressed(tree, state);
  }

  private Description description(Analyzer.Reported reported) {
    Diagnostic finding = reported.diagnostic();
    /* Error Prone's own positions differ from release to release, the compiler's does not */
    SimpleDiagnosticPosition position = new SimpleDiagnosticPosition(finding.range().start());
    Description.Builder description =
        buildDescription(position)
            .setMessage(finding.message() + PluginReporter.explanation(finding));
    finding.fixes().stream()
        .filter(fix -> !fix.edits().isEmpty())
        .forEach(fix -> description.addFix(suggestion(fix)));
    return description.build();
  }

  private static SuggestedFix suggestion(Diagnostic.Fix fix) {
    SuggestedFix.Builder suggestion =
        SuggestedFix.builder()
            .setShortDescription(fix.description())
            .setCoalescePolicy(CoalescePolicy.EXISTING_FIRST);
    for (Diagnostic.Edit edit : fix.edits()) {
      suggestion.replace(edit.range().start(), edit.range().end(), edit.replacement());
    }
    return suggestion.build();
  }
}
