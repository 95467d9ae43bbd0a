package dev.holdfast.checker.javac;

import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether Error Prone runs in this compilation. Only the compiler's own options tell, and
 * those are not public; but where they cannot be read, Error Prone cannot run.
 */
final class ErrorProneHost {
  private static final String ERROR_PRONE = "ErrorProne";

  private ErrorProneHost() {}

  /** Whether findings come from Error Prone's checks, and the plugin was not asked for. */
  static boolean reports(JavacTask task) {
    if (!isOnProcessorPath()) {
      return false;
    }
    List<String> plugins = plugins(task).orElse(List.of());
    return plugins.contains(ERROR_PRONE) && !plugins.contains(HoldfastPlugin.NAME);
  }

  private static boolean isOnProcessorPath() {
    try {
      ClassLoader loader = ErrorProneHost.class.getClassLoader();
      Class.forName("com.google.errorprone.ErrorProneJavacPlugin", false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The names of the plugins that the command line asks for; empty where they cannot be read. */
  private static Optional<List<String>> plugins(JavacTask task) {
    try {
      Object context = task.getClass().getMethod("getContext").invoke(task);
      Class<?> type =
          Class.forName("com.sun.tools.javac.util.Options", true, task.getClass().getClassLoader());
      Object options = type.getMethod("instance", context.getClass()).invoke(null, context);
      Object value = type.getMethod("get", String.class).invoke(options, "-Xplugin:");
      return Optional.of(names((String) value));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Plugins are separated by NUL, their options by blanks. */
  static List<String> names(String option) {
    List<String> result = new ArrayList<>();
    if (option != null) {
      for (String plugin : option.split("\0")) {
        result.add(plugin.strip().split("\\s+")[0]);
      }
    }
    return result;
  }
}
