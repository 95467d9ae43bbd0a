package dev.holdfast.evaluation.compile;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;

/**
 * Listens to the compiler and does nothing. What it costs, the compiler itself costs as soon as any
 * plugin listens: it then keeps doc comments and end positions.
 */
public final class EmptyPlugin implements Plugin {
  static final String NAME = "Empty";

  /** Called by the compiler. */
  public EmptyPlugin() {}

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
            /* nothing */
          }
        });
  }
}
