package dev.holdfast.checker.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.comp.Annotate;
import com.sun.tools.javac.util.Context;
import java.util.function.Consumer;

/**
 * Starts the work of a plugin once all files are parsed. As soon as somebody listens while it
 * parses, the compiler keeps the comments of every file and where each tree ends; it also holds on
 * to all trees then. That may cost it as much as the analysis does, which has no use for comments,
 * and asks for ends in few files.
 *
 * <p>The public compiler API has no such moment. The compiler runs what waits for annotations to be
 * read right after it has entered the classes of all files.
 */
final class LateStart {
  private LateStart() {}

  /**
   * Has the compilation run it then, with what knows where trees are.
   *
   * @throws LinkageError if the compiler's packages {@code api}, {@code comp}, {@code parser} and
   *     {@code util} are not exported to this class, or are others than were known of
   */
  static void run(JavacTask task, Consumer<SourcePositions> start) {
    Context context = ((BasicJavacTask) task).getContext();
    SourcePositions positions = new ParsedAgain(task, context);
    Annotate.instance(context).normal(() -> start.accept(positions));
  }
}
