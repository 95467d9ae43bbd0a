package dev.holdfast.checker.javac;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.Trees;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import dev.holdfast.checker.rule.Place;
import java.util.List;
import javax.tools.Diagnostic.Kind;

/** Prints through the compiler, where build tools and editors look. */
public final class PluginReporter {
  private final Trees trees;

  /** Through the compiler that these trees belong to. */
  public PluginReporter(Trees trees) {
    this.trees = trees;
  }

  /** Prints a finding: its message, then a line for each note and fix. */
  public void report(Analyzer.Reported reported) {
    Diagnostic finding = reported.diagnostic();
    Place place = reported.finding().place();
    StringBuilder text = new StringBuilder("[" + finding.rule() + "] " + finding.message());
    if (place.part() == Place.Part.END) {
      /* the compiler can point at the block alone, not at its end */
      note(text, finding.range(), "it ends here");
    }
    text.append(explanation(finding));
    Kind kind = finding.severity() == Severity.ERROR ? Kind.ERROR : Kind.MANDATORY_WARNING;
    trees.printMessage(
        kind,
        text,
        place.part() == Place.Part.END ? last(place.tree()) : first(place.tree()),
        place.unit());
  }

  /** A line for each note and fix, each after a line break. */
  public static String explanation(Diagnostic finding) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic.Note note : finding.notes()) {
      note(text, note.range(), note.message());
    }
    finding.fixes().forEach(fix -> text.append("\n  fix: ").append(fix.description()));
    return text.toString();
  }

  /** Prints a message that is no finding. */
  public void print(Kind kind, String message, Tree tree, CompilationUnitTree unit) {
    trees.printMessage(kind, "[Holdfast] " + message, tree, unit);
  }

  private static void note(StringBuilder text, Diagnostic.Range range, String message) {
    text.append("\n  ");
    if (range != null) {
      text.append(range.path()).append(':').append(range.line()).append(": ");
    }
    text.append(message);
  }

  /**
   * The compiler points at an operator or a parenthesis; a finding begins where its code begins.
   */
  private static Tree first(Tree tree) {
    Tree inner = inner(tree);
    return inner == null ? tree : first(inner);
  }

  private static Tree inner(Tree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return call.getMethodSelect();
    }
    if (tree instanceof MemberSelectTree select) {
      return select.getExpression();
    }
    if (tree instanceof MemberReferenceTree reference) {
      return reference.getQualifierExpression();
    }
    if (tree instanceof ArrayAccessTree access) {
      return access.getExpression();
    }
    if (tree instanceof AssignmentTree assignment) {
      return assignment.getVariable();
    }
    if (tree instanceof CompoundAssignmentTree assignment) {
      return assignment.getVariable();
    }
    if (tree instanceof ExpressionStatementTree statement) {
      return statement.getExpression();
    }
    if (tree instanceof BinaryTree binary) {
      return binary.getLeftOperand();
    }
    if (tree instanceof InstanceOfTree test) {
      return test.getExpression();
    }
    if (tree instanceof ConditionalExpressionTree conditional) {
      return conditional.getCondition();
    }
    if (tree instanceof LambdaExpressionTree lambda && !lambda.getParameters().isEmpty()) {
      return lambda.getParameters().get(0);
    }
    return isPostfix(tree) ? ((UnaryTree) tree).getExpression() : null;
  }

  private static boolean isPostfix(Tree tree) {
    return tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
  }

  private static Tree last(Tree tree) {
    List<? extends Tree> statements =
        tree instanceof BlockTree block ? block.getStatements() : List.of();
    return statements.isEmpty() ? tree : statements.get(statements.size() - 1);
  }
}
