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
import java.util.stream.Collectors;
import javax.lang.model.element.Name;

/**
 * The calls that may assert something where a body begins, as they are written.
 *
 * @param questions the calls, in order
 * @param isAll whether the body does nothing else
 * @param imports the static imports by which they may be named
 */
record Beginning(List<Question> questions, boolean isAll, List<StaticImport> imports) {
  /**
   * A call that asks or asserts, and whether it is negated; several where it is enough that one is
   * true.
   */
  record Question(List<MethodInvocationTree> calls, boolean negated, boolean asserts) {
    String text() {
      return calls.stream().map(String::valueOf).collect(Collectors.joining(" || "));
    }
  }

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
        result.add(new Question(List.of(call), false, true));
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
    } else if (tree instanceof BinaryTree either
        && (tree.getKind() == Tree.Kind.CONDITIONAL_OR
            || tree.getKind() == Tree.Kind.CONDITIONAL_AND)) {
      List<Question> some = new ArrayList<>();
      collect(either.getLeftOperand(), negated, some);
      boolean asks = !some.isEmpty();
      int left = some.size();
      collect(either.getRightOperand(), negated, some);
      if (asks && left == 1 && some.size() == 2 && some.stream().noneMatch(Question::negated)) {
        List<MethodInvocationTree> calls = new ArrayList<>(some.get(0).calls());
        calls.addAll(some.get(1).calls());
        result.add(new Question(calls, false, false));
      }
    } else if (tree instanceof BinaryTree compared) {
      compared(compared, negated, result);
    } else if (tree instanceof MethodInvocationTree call) {
      result.add(new Question(List.of(call), negated, false));
    }
  }

  private static void compared(BinaryTree tree, boolean negated, List<Question> result) {
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    switch (tree.getKind()) {
      case EQUAL_TO, NOT_EQUAL_TO -> {
        boolean differs = tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
        compared(left, right, negated ^ differs, result);
        compared(right, left, negated ^ differs, result);
      }
      case GREATER_THAN -> counted(left, right, 0, negated, result);
      case GREATER_THAN_EQUAL -> counted(left, right, 1, negated, result);
      case LESS_THAN -> {
        counted(left, right, 1, !negated, result);
        counted(right, left, 0, negated, result);
      }
      case LESS_THAN_EQUAL -> {
        counted(left, right, 0, !negated, result);
        counted(right, left, 1, negated, result);
      }
      default -> {
        /* asks for no count of holds */
      }
    }
  }

  /** What a condition asks where a count of holds is compared with that number: is there any? */
  private static void counted(
      ExpressionTree count,
      ExpressionTree with,
      int number,
      boolean negated,
      List<Question> result) {
    if (Env.plain(with) instanceof LiteralTree literal
        && Integer.valueOf(number).equals(literal.getValue())) {
      collect(count, negated, result);
    }
  }

  /** What a condition asks that is compared with a constant. */
  private static void compared(
      ExpressionTree condition, ExpressionTree with, boolean negated, List<Question> result) {
    if (Env.plain(with) instanceof LiteralTree literal
        && literal.getValue() instanceof Boolean truth) {
      collect(condition, negated ^ !truth, result);
    }
    counted(condition, with, 0, !negated, result);
    boolean some =
        Env.plain(with) instanceof LiteralTree literal
            && literal.getValue() instanceof Integer number
            && number > 0;
    if (some && !negated) {
      collect(condition, false, result);
    }
  }
}
