package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;

/**
 * A deliberately weak checker: it wants every use of a field called {@code guarded} inside some
 * {@code synchronized}, fails on one called {@code poison} outside of it, is silent in a method
 * with a suppression of {@code GuardedBy}, and knows nothing of {@code lock} and {@code unlock}.
 */
public final class LexicalPlugin implements Plugin {
  /** For the service loader. */
  public LexicalPlugin() {}

  /**
   * The plugin as a tool. Its class is on the test's own class path; only its registration is made
   * here.
   *
   * @param directory where to make it
   */
  public static Tool tool(Path directory) throws IOException {
    Path services = Files.createDirectories(directory.resolve("plugin/META-INF/services"));
    Files.writeString(
        services.resolve("com.sun.source.util.Plugin"), LexicalPlugin.class.getName());
    return new Tool(
        "Lexical",
        List.of(directory.resolve("plugin")),
        List.of(),
        List.of("-proc:none", "-Xplugin:Lexical"),
        List.of());
  }

  @Override
  public String getName() {
    return "Lexical";
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    Trees trees = Trees.instance(task);
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
              new Scanner(trees, event.getCompilationUnit()).scan(event.getCompilationUnit(), null);
            }
          }
        });
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;

    Scanner(Trees trees, CompilationUnitTree unit) {
      this.trees = trees;
      this.unit = unit;
    }

    @Override
    public Void visitIdentifier(IdentifierTree name, Void unused) {
      if (!isSynchronized(getCurrentPath())) {
        if (name.getName().contentEquals("poison")) {
          throw new IllegalStateException("planted failure");
        }
        if (name.getName().contentEquals("guarded")) {
          trees.printMessage(
              Diagnostic.Kind.MANDATORY_WARNING, "[Planted] access without lock", name, unit);
        }
      }
      return super.visitIdentifier(name, unused);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      boolean suppressed = method.getModifiers().toString().contains("\"GuardedBy\"");
      return suppressed ? null : super.visitMethod(method, unused);
    }

    private static boolean isSynchronized(TreePath path) {
      for (TreePath at = path; at != null; at = at.getParentPath()) {
        if (at.getLeaf() instanceof SynchronizedTree
            || (at.getLeaf() instanceof MethodTree method
                && method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED))) {
          return true;
        }
      }
      return false;
    }
  }
}
