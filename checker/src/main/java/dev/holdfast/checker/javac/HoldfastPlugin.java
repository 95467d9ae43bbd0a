package dev.holdfast.checker.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import dev.holdfast.checker.Options;
import java.util.List;

/**
 * The checker as a plugin of javac. The public compiler API is all it needs, so that no {@code
 * --add-exports} are; {@link LateStart} makes use of more where it is there. On the processor path
 * it starts by itself; {@code -Xplugin:Holdfast} starts it with options, for which see {@link
 * Options#parse}.
 *
 * <p>Where Error Prone runs it is silent, as the same findings come from Error Prone's checks,
 * unless {@code -Xplugin:Holdfast} asks for it; then those checks are silent.
 */
public final class HoldfastPlugin implements Plugin {
  /** The name behind {@code -Xplugin:}. */
  public static final String NAME = "Holdfast";

  /** Called by the compiler. */
  public HoldfastPlugin() {}

  @Override
  public String getName() {
    return NAME;
  }

  /** Asked before any plugin that comes later on the processor path is started. */
  @Override
  public boolean autoStart() {
    if (getClass().getClassLoader() == ClassLoader.getSystemClassLoader()) {
      /* not from a processor path: this program is the checker, and merely runs a compiler */
      return false;
    }
    String missing = ErrorProneHost.missingFlags();
    if (!missing.isEmpty()) {
      /* there is no compilation yet that could take a message */
      System.err.println("warning: [Holdfast] " + missing);
    }
    return true;
  }

  /** A session analyses by itself what it compiles; the plugin would report all of it again. */
  private static boolean isInSession() {
    String session = CheckSession.class.getName();
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(session)));
  }

  @Override
  public void init(JavacTask task, String... args) {
    if (args.length == 0 && (isInSession() || ErrorProneHost.reports(task))) {
      return;
    }
    PluginListener listener;
    try {
      listener = new PluginListener(task, Options.parse(List.of(args)), null);
    } catch (Options.BadOption e) {
      listener = new PluginListener(task, Options.DEFAULT, e.getMessage());
    }
    /* a report is written even where nothing is entered */
    if (listener.writesReport() || !startsLate(task, listener)) {
      task.addTaskListener(listener);
    }
  }

  private static boolean startsLate(JavacTask task, PluginListener listener) {
    try {
      LateStart.run(
          task,
          positions -> {
            listener.locateBy(positions);
            task.addTaskListener(listener);
          });
      return true;
    } catch (LinkageError | ClassCastException e) {
      /* the compiler is closed to us, or another one: its public API will do */
      return false;
    }
  }
}
