package dev.holdfast.evaluation.findings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.mutants.Edit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The declarations of one source file: which member a place belongs to, how many bodies there are,
 * what is suppressed.
 */
public final class Members {
  private static final Pattern SUPPRESSED = Pattern.compile("\"GuardedBy(Checker)?\"");
  private final String text;
  private final List<Member> members;
  private final List<Suppression> suppressions;
  private final int bodies;

  private Members(String text, List<Member> members, List<Suppression> suppressions, int bodies) {
    this.text = text;
    this.members = List.copyOf(members);
    this.suppressions = List.copyOf(suppressions);
    this.bodies = bodies;
  }

  /**
   * A declaration.
   *
   * @param name with the types around it, {@code Outer.Inner#method(Type)}
   * @param start offset of its first character
   * @param end offset after its last one
   */
  record Member(String name, int start, int end) {}

  /**
   * A suppression of what Error Prone's {@code GuardedBy} reports.
   *
   * @param line 1-based line of the declaration
   * @param member the name of what is annotated
   * @param without the edit that makes the annotation speak of nothing
   */
  record Suppression(long line, String member, Edit without) {}

  /** Parses a file. */
  public static Members of(Path file) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> ignored = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(ignored, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  ignored,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      String text = unit.getSourceFile().getCharContent(true).toString();
      Collector collector = new Collector(unit, text, Trees.instance(task).getSourcePositions());
      collector.scan(unit, null);
      return new Members(text, collector.members, collector.suppressions, collector.bodies);
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file, e);
    }
  }

  /** How many methods, lambdas and initialisers have a body. */
  int bodies() {
    return bodies;
  }

  List<Suppression> suppressions() {
    return suppressions;
  }

  /** The line of the text around a place, without its indentation. */
  String lineAt(int offset) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int end = text.indexOf('\n', at);
    return text.substring(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length() : end)
        .strip();
  }

  /** The innermost member around a place; empty where there is none. */
  String memberAt(int offset) {
    return members.stream()
        .filter(member -> member.start <= offset && offset < member.end)
        .min(Comparator.comparingInt(member -> member.end - member.start))
        .map(Member::name)
        .orElse("");
  }

  private static final class Collector extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final String text;
    private final SourcePositions positions;
    private final List<String> types = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private int bodies;

    Collector(CompilationUnitTree unit, String text, SourcePositions positions) {
      this.unit = unit;
      this.text = text;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      types.add(type.getSimpleName().isEmpty() ? "<anonymous>" : type.getSimpleName().toString());
      add(type, String.join(".", types), type.getModifiers());
      super.visitClass(type, unused);
      types.remove(types.size() - 1);
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      String parameters =
          method.getParameters().stream()
              .map(parameter -> simple(parameter.getType()))
              .collect(Collectors.joining(","));
      add(
          method,
          String.join(".", types) + "#" + method.getName() + "(" + parameters + ")",
          method.getModifiers());
      bodies += method.getBody() == null ? 0 : 1;
      return super.visitMethod(method, unused);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      String name = String.join(".", types) + "#" + variable.getName();
      if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
        add(variable, name, variable.getModifiers());
        bodies += variable.getInitializer() == null ? 0 : 1;
      } else {
        addSuppressions(name, variable.getModifiers());
      }
      return super.visitVariable(variable, unused);
    }

    @Override
    public Void visitBlock(BlockTree block, Void unused) {
      bodies += getCurrentPath().getParentPath().getLeaf() instanceof ClassTree ? 1 : 0;
      return super.visitBlock(block, unused);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
      bodies++;
      return super.visitLambdaExpression(lambda, unused);
    }

    private void add(Tree tree, String name, ModifiersTree modifiers) {
      members.add(new Member(name, start(tree), end(tree)));
      addSuppressions(name, modifiers);
    }

    private void addSuppressions(String name, ModifiersTree modifiers) {
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        int start = start(annotation);
        Matcher matcher = SUPPRESSED.matcher(text).region(start, end(annotation));
        if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")
            && matcher.find()) {
          Edit without = new Edit(matcher.start(), matcher.end(), "\"\"");
          long line = unit.getLineMap().getLineNumber(start);
          suppressions.add(new Suppression(line, name, without));
        }
      }
    }

    private int start(Tree tree) {
      return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
      return (int) positions.getEndPosition(unit, tree);
    }

    private static String simple(Tree type) {
      return type == null ? "" : type.toString().replaceAll("<.*>|@\\w+(\\([^)]*\\))?\\s*", "");
    }
  }
}
