package dev.holdfast.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/**
 * Prints where each attributed tree starts and ends: as the compiler noted it, or after a late
 * start.
 */
public final class EndsProbe implements Plugin {
  /** Called by the compiler. */
  public EndsProbe() {}

  @Override
  public String getName() {
    return "EndsProbe";
  }

  @Override
  public void init(JavacTask task, String... args) {
    if (args[0].equals("late")) {
      LateStart.run(task, positions -> listen(task, positions));
    } else {
      listen(task, Trees.instance(task).getSourcePositions());
    }
  }

  private static void listen(JavacTask task, SourcePositions positions) {
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
              print(event.getCompilationUnit(), positions);
            }
          }
        });
  }

  private static void print(CompilationUnitTree unit, SourcePositions positions) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree != null) {
          System.out.printf(
              "%s %s %d %d%n",
              unit.getSourceFile().getName(),
              tree.getKind(),
              positions.getStartPosition(unit, tree),
              positions.getEndPosition(unit, tree));
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
  }
}
