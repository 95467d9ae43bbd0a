package dev.holdfast.evaluation.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/**
 * Looks at every name and call of every class once it is attributed, asks what it refers to, and
 * draws no conclusion. No checker of uses can do with less.
 */
public final class LookingPlugin implements Plugin {
  static final String NAME = "Looking";

  /** Called by the compiler. */
  public LookingPlugin() {}

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public void init(JavacTask task, String... args) {
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
              look(task, event);
            }
          }
        });
  }

  private static void look(JavacTask task, TaskEvent event) {
    Trees trees = Trees.instance(task);
    CompilationUnitTree unit = event.getCompilationUnit();
    TreePath file = new TreePath(unit);
    for (Tree tree : unit.getTypeDecls()) {
      if (tree instanceof ClassTree
          && event.getTypeElement().equals(trees.getElement(new TreePath(file, tree)))) {
        new Look(trees, file).scan(tree, null);
      }
    }
  }

  private static final class Look extends TreeScanner<Void, Void> {
    private final Trees trees;
    private final TreePath file;

    Look(Trees trees, TreePath file) {
      this.trees = trees;
      this.file = file;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      trees.getElement(new TreePath(file, tree));
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      trees.getElement(new TreePath(file, tree));
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      scan(tree.getMethodSelect(), null);
      return scan(tree.getArguments(), null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      trees.getElement(new TreePath(file, tree));
      return super.visitNewClass(tree, null);
    }
  }
}
