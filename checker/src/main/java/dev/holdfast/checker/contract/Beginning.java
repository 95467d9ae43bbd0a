package dev.holdfast.checker.contract;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;

/**
 * The calls that may assert something where a body begins, as they are written.
 *
 * @param questions the calls, in order
 * @param isAll whether the body does nothing else
 * @param imports the static imports by which they may be named
 */
record Beginning(List<Question> questions, boolean isAll, List<StaticImport> imports) {
  /** One call that asks or asserts, and whether it is negated. */
  record Question(MethodInvocationTree call, boolean negated, boolean asserts) {}

  /** The import of a type's static members of one name, or of any: {@code *}. */
  record StaticImport(ExpressionTree typeName, Name member) {
    String type() {
      return typeName.toString();
    }

    boolean covers(Name name) {
      return member.equals(name) || member.contentEquals("*");
    }
  }

  /** How a body begins, which may be null. */
  static Beginning of(BlockTree body, List<StaticImport> imports) {
    List<Question> questions = new ArrayList<>();
    boolean isAll = body != null && isAll(body, questions);
    return new Beginning(questions, isAll, imports);
  }

  /** The static imports of a file. */
  static List<StaticImport> staticImports(CompilationUnitTree unit) {
    List<StaticImport> result = new ArrayList<>();
    for (ImportTree tree : unit.getImports()) {
      if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree member) {
        result.add(new StaticImport(member.getExpression(), member.getIdentifier()));
      }
    }
    return result;
  }

  /** Collects the questions that a body begins with; whether it does nothing else. */
  private static boolean isAll(BlockTree body, List<Question> result) {
    for (StatementTree statement : body.getStatements()) {
      if (statement instanceof AssertTree assertion && !calls(assertion.getCondition())) {
        continue;
      }
      int before = result.size();
      if (statement instanceof AssertTree assertion) {
        collect(assertion.getCondition(), false, result);
      } else if (statement instanceof IfTree test && LeadingAssertions.throwsIf(test) != null) {
        collect(test.getCondition(), LeadingAssertions.throwsIf(test), result);
        if (test.getElseStatement() != null) {
          return false;
        }
      } else if (statement instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof MethodInvocationTree call) {
        result.add(new Question(call, false, true));
      }
      if (result.size() == before) {
        return false;
      }
    }
    return true;
  }

  /** Whether a condition calls anything; one that does not can tell nothing of locks. */
  private static boolean calls(ExpressionTree condition) {
    Boolean found =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitMethodInvocation(MethodInvocationTree call, Void unused) {
            return true;
          }

          @Override
          public Boolean reduce(Boolean first, Boolean second) {
            return Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
          }
        }.scan(condition, null);
    return Boolean.TRUE.equals(found);
  }

  private static void collect(ExpressionTree condition, boolean negated, List<Question> result) {
    ExpressionTree tree = Env.plain(condition);
    if (tree instanceof UnaryTree not && tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      collect(not.getExpression(), !negated, result);
    } else if (tree instanceof BinaryTree both
        && tree.getKind() == (negated ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND)) {
      collect(both.getLeftOperand(), negated, result);
      collect(both.getRightOperand(), negated, result);
    } else if (tree instanceof BinaryTree compared
        && (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
      boolean differs = tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
      compared(compared.getLeftOperand(), compared.getRightOperand(), negated ^ differs, result);
      compared(compared.getRightOperand(), compared.getLeftOperand(), negated ^ differs, result);
    } else if (tree instanceof MethodInvocationTree call) {
      result.add(new Question(call, negated, false));
    }
  }

  /** What a condition asks that is compared with a constant. */
  private static void compared(
      ExpressionTree condition, ExpressionTree with, boolean negated, List<Question> result) {
    if (Env.plain(with) instanceof LiteralTree literal
        && literal.getValue() instanceof Boolean truth) {
      collect(condition, negated ^ !truth, result);
    }
  }
}
