package dev.holdfast.checker.javac;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.comp.Annotate;
import com.sun.tools.javac.main.JavaCompiler;
import com.sun.tools.javac.util.Context;

/**
 * Starts the work of a plugin once all files are parsed. As soon as somebody listens while it
 * parses, the compiler keeps the comments of every file; that may cost it as much as the analysis
 * does, which has no use for them.
 *
 * <p>The public compiler API has no such moment. The compiler runs what waits for annotations to be
 * read right after it has entered the classes of all files.
 */
final class LateStart {
  private LateStart() {}

  /**
   * Has the compilation run it then. Where trees end is kept all the same.
   *
   * @throws LinkageError if the compiler's packages {@code api}, {@code comp}, {@code main} and
   *     {@code util} are not exported to this class, or are others than were known of
   */
  static void run(JavacTask task, Runnable start) {
    Context context = ((BasicJavacTask) task).getContext();
    JavaCompiler.instance(context).genEndPos = true;
    Annotate.instance(context).normal(start);
  }
}
