package dev.holdfast.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic.DiagnosticPosition;
import com.sun.tools.javac.util.Log;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Knows where trees end though the compiler took no note: a file is parsed again when it is first
 * asked about. One file is kept, as findings come file by file.
 */
final class ParsedAgain implements SourcePositions {
  /** What tells the trees of a file from each other, however often it is parsed. */
  private record Key(Tree.Kind kind, int start, int preferred) {
    static Key of(Tree tree) {
      DiagnosticPosition at = (DiagnosticPosition) tree;
      return new Key(tree.getKind(), at.getStartPosition(), at.getPreferredPosition());
    }

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      return start * 31 + preferred;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Key other
          && kind == other.kind
          && start == other.start
          && preferred == other.preferred;
    }
  }

  private final JavacTask task;
  private final ParserFactory parsers;
  private final Log log;
  private CompilationUnitTree parsed;
  private Map<Key, Long> ends = Map.of();

  ParsedAgain(JavacTask task, Context context) {
    this.task = task;
    this.parsers = ParserFactory.instance(context);
    this.log = Log.instance(context);
  }

  @Override
  public long getStartPosition(CompilationUnitTree unit, Tree tree) {
    return kept().getStartPosition(unit, tree);
  }

  /**
   * The end as the compiler knows it, or else the end of the same tree in the file parsed again.
   */
  @Override
  public long getEndPosition(CompilationUnitTree unit, Tree tree) {
    long end = kept().getEndPosition(unit, tree);
    if (end != Diagnostic.NOPOS) {
      return end;
    }
    if (unit != parsed) {
      ends = parse(unit);
      parsed = unit;
    }
    return ends.getOrDefault(Key.of(tree), Diagnostic.NOPOS);
  }

  private SourcePositions kept() {
    return Trees.instance(task).getSourcePositions();
  }

  private Map<Key, Long> parse(CompilationUnitTree unit) {
    JavaFileObject file = unit.getSourceFile();
    JavaFileObject before = log.useSource(file);
    Log.DiagnosticHandler silence = silence();
    try {
      boolean module = unit.getModule() != null;
      return ends(
          parsers
              .newParser(file.getCharContent(true), false, true, false, module)
              .parseCompilationUnit());
    } catch (IOException e) {
      /* it is gone by now */
      return Map.of();
    } finally {
      log.popDiagnosticHandler(silence);
      log.useSource(before);
    }
  }

  private Map<Key, Long> ends(CompilationUnitTree unit) {
    SourcePositions positions = kept();
    Map<Key, Long> result = new HashMap<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree != null) {
          result.put(Key.of(tree), positions.getEndPosition(unit, tree));
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return result;
  }

  /**
   * Everything that the parser has to say was said before. The handler is a nested class in some
   * compilers and an inner class in others; its constructor is the same for the virtual machine.
   */
  private Log.DiagnosticHandler silence() {
    try {
      return Log.DiscardDiagnosticHandler.class.getConstructor(Log.class).newInstance(log);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the compiler's log is another one", e);
    }
  }
}
