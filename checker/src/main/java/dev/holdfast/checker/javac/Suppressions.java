package dev.holdfast.checker.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a declaration around a finding silences it. */
final class Suppressions {
  private final Env env;
  private final Options options;
  private CompilationUnitTree ranged;
  private List<Range> foreignRanges = List.of();

  /** Where the first and the last tree of a declaration start, in characters. */
  private record Range(long first, long last) {}

  Suppressions(Env env, Options options) {
    this.env = env;
    this.options = options;
  }

  /** What silences it, as it could be written; null if nothing does. */
  String silencer(Finding finding) {
    TreePath path = env.path(finding.place().unit(), finding.place().tree());
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      ModifiersTree modifiers = modifiers(at.getLeaf());
      if (modifiers != null) {
        for (String word : words(modifiers)) {
          if (silences(word, finding)) {
            return "@SuppressWarnings(\"" + word + "\")";
          }
        }
      }
    }
    return null;
  }

  private boolean silences(String word, Finding finding) {
    if (word.equals("holdfast") || word.equals("holdfast:" + finding.rule().id())) {
      return true;
    }
    return finding.foreign() && silencesForeign(word);
  }

  /** Error Prone's check goes by two names. */
  private boolean silencesForeign(String word) {
    return (word.equals("GuardedBy") || word.equals("GuardedByChecker"))
        && !options.ignoreGuardedBySuppressions();
  }

  /** Whether what stems from another vocabulary's guard is silenced at a tree. */
  boolean silencesForeign(CompilationUnitTree unit, Tree tree) {
    if (unit != ranged) {
      ranged = unit;
      foreignRanges = foreignRanges(unit);
    }
    long at = env.positions.getStartPosition(unit, tree);
    for (Range range : foreignRanges) {
      if (range.first <= at && at <= range.last) {
        return true;
      }
    }
    return false;
  }

  private List<Range> foreignRanges(CompilationUnitTree unit) {
    List<Range> result = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        ModifiersTree modifiers = modifiers(tree);
        if (modifiers != null
            && words(modifiers).stream().anyMatch(word -> silencesForeign(word))) {
          result.add(new Range(env.positions.getStartPosition(unit, tree), lastIn(unit, tree)));
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return result;
  }

  private long lastIn(CompilationUnitTree unit, Tree declaration) {
    long[] last = {-1};
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree != null) {
          last[0] = Math.max(last[0], env.positions.getStartPosition(unit, tree));
        }
        return super.scan(tree, null);
      }
    }.scan(declaration, null);
    return last[0];
  }

  private static ModifiersTree modifiers(Tree tree) {
    if (tree instanceof ClassTree type) {
      return type.getModifiers();
    }
    if (tree instanceof MethodTree method) {
      return method.getModifiers();
    }
    return tree instanceof VariableTree variable ? variable.getModifiers() : null;
  }

  private static List<String> words(ModifiersTree modifiers) {
    List<String> result = new ArrayList<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      if (name.equals("SuppressWarnings") || name.equals("java.lang.SuppressWarnings")) {
        annotation.getArguments().forEach(argument -> collect(argument, result));
      }
    }
    return result;
  }

  private static void collect(ExpressionTree tree, List<String> result) {
    if (tree instanceof AssignmentTree assignment) {
      collect(assignment.getExpression(), result);
    } else if (tree instanceof NewArrayTree array && array.getInitializers() != null) {
      array.getInitializers().forEach(each -> collect(each, result));
    } else if (tree instanceof LiteralTree literal) {
      result.add(String.valueOf(literal.getValue()));
    }
  }
}
