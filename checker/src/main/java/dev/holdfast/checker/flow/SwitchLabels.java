package dev.holdfast.checker.flow;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The labels, guard and patterns of a case. Their trees are newer than Java 17, so they are asked
 * for by name; a compiler that lacks them has none.
 */
final class SwitchLabels {
  private SwitchLabels() {}

  /** The cases in order, those together that share a body: all but the last of them are empty. */
  static List<List<CaseTree>> sharingBodies(List<? extends CaseTree> cases) {
    List<List<CaseTree>> result = new ArrayList<>();
    List<CaseTree> open = new ArrayList<>();
    for (CaseTree each : cases) {
      open.add(each);
      boolean isEmpty =
          each.getCaseKind() == CaseTree.CaseKind.STATEMENT
              && each.getStatements().isEmpty()
              && guard(each) == null;
      if (!isEmpty || each == cases.get(cases.size() - 1)) {
        result.add(open);
        open = new ArrayList<>();
      }
    }
    return result;
  }

  /** Whether one of the cases is, or has among its labels, {@code default}. */
  static boolean isDefault(List<CaseTree> cases) {
    return cases.stream().anyMatch(SwitchLabels::isDefault);
  }

  /** The constants and patterns of cases, without {@code default}. */
  static List<Tree> labels(List<CaseTree> cases) {
    List<Tree> result = new ArrayList<>();
    cases.forEach(each -> result.addAll(labels(each)));
    return result;
  }

  static boolean hasPattern(List<CaseTree> cases) {
    return labels(cases).stream().anyMatch(SwitchLabels::isPattern);
  }

  /** Whether the case is, or has among its labels, {@code default}. */
  private static boolean isDefault(CaseTree tree) {
    List<?> labels = all(tree);
    if (labels == null) {
      return tree.getExpressions().isEmpty();
    }
    for (Object label : labels) {
      if (((Tree) label).getKind().name().startsWith("DEFAULT")) {
        return true;
      }
    }
    return labels.isEmpty();
  }

  /** The constants and patterns of a case, without {@code default}. */
  private static List<Tree> labels(CaseTree tree) {
    List<Tree> result = new ArrayList<>();
    List<?> labels = all(tree);
    if (labels == null) {
      result.addAll(tree.getExpressions());
      return result;
    }
    for (Object label : labels) {
      String kind = ((Tree) label).getKind().name();
      if (kind.startsWith("CONSTANT")) {
        Object constant = get(label, "getConstantExpression");
        result.add((Tree) constant);
      } else if (!kind.startsWith("DEFAULT")) {
        result.add((Tree) label);
      }
    }
    return result;
  }

  private static List<?> all(CaseTree tree) {
    return (List<?>) get(tree, "getLabels");
  }

  /** The guard behind {@code when}, or null. */
  static ExpressionTree guard(CaseTree tree) {
    return (ExpressionTree) get(tree, "getGuard");
  }

  static boolean isPattern(Tree label) {
    return label.getKind().name().contains("PATTERN");
  }

  /** The pattern of a label, parentheses stripped. */
  static Tree pattern(Tree label) {
    Tree at = label;
    while (true) {
      Object inner = at instanceof BindingPatternTree ? null : get(at, "getPattern");
      if (!(inner instanceof Tree tree)) {
        return at;
      }
      at = tree;
    }
  }

  /** The parts of a record pattern; empty for any other. */
  static List<Tree> components(Tree pattern) {
    List<Tree> result = new ArrayList<>();
    if (get(pattern(pattern), "getNestedPatterns") instanceof List<?> list) {
      list.forEach(each -> result.add((Tree) each));
    }
    return result;
  }

  /** The type that a record pattern names. */
  static Tree deconstructor(Tree pattern) {
    return (Tree) get(pattern(pattern), "getDeconstructor");
  }

  /** What a switch expression may give. */
  static List<ExpressionTree> results(SwitchExpressionTree tree) {
    List<ExpressionTree> result = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitCase(CaseTree each, Void unused) {
        if (each.getBody() instanceof ExpressionTree value) {
          result.add(value);
        }
        return super.visitCase(each, null);
      }

      @Override
      public Void visitYield(YieldTree each, Void unused) {
        result.add(each.getValue());
        return super.visitYield(each, null);
      }
    }.scan(tree.getCases(), null);
    return result;
  }

  private static Object get(Object tree, String name) {
    for (Class<?> type : tree.getClass().getInterfaces()) {
      try {
        Method method = type.getMethod(name);
        return method.invoke(tree);
      } catch (NoSuchMethodException e) {
        /* another interface, or an older compiler */
      } catch (ReflectiveOperationException e) {
        return null;
      }
    }
    return null;
  }
}
