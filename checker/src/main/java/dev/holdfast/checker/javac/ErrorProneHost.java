package dev.holdfast.checker.javac;

import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to know about Error Prone in this compilation. Only the compiler's own options tell
 * whether it runs, and those are not public; but where they cannot be read, Error Prone cannot run.
 */
public final class ErrorProneHost {
  private static final String ERROR_PRONE = "ErrorProne";
  private static final List<String> EXPORTS =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENS = List.of("code", "comp");

  private ErrorProneHost() {}

  /** Whether Error Prone is on the processor path, wanted or not. */
  static boolean isOnProcessorPath() {
    try {
      ClassLoader loader = ErrorProneHost.class.getClassLoader();
      Class.forName("com.google.errorprone.ErrorProneJavacPlugin", false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /**
   * Whether findings come from Error Prone's checks, as it runs and the plugin was not asked for.
   * If so, the checks can find the units of this compilation.
   */
  static boolean reports(JavacTask task) {
    if (!isOnProcessorPath()) {
      return false;
    }
    try {
      Object context = task.getClass().getMethod("getContext").invoke(task);
      Class<?> type =
          Class.forName("com.sun.tools.javac.util.Options", true, task.getClass().getClassLoader());
      Object options = type.getMethod("instance", context.getClass()).invoke(null, context);
      Object value = type.getMethod("get", String.class).invoke(options, "-Xplugin:");
      List<String> plugins = plugins((String) value);
      if (!plugins.contains(ERROR_PRONE) || plugins.contains(HoldfastPlugin.NAME)) {
        return false;
      }
      EnteredUnits units = new EnteredUnits();
      context
          .getClass()
          .getMethod("put", Class.class, Object.class)
          .invoke(context, EnteredUnits.class, units);
      task.addTaskListener(units);
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      /* closed: Error Prone does not run */
      return false;
    }
  }

  /**
   * The names of the plugins that were asked for.
   *
   * @param option as the compiler keeps it: plugins separated by NUL, their options by blanks; or
   *     null
   */
  public static List<String> plugins(String option) {
    List<String> result = new ArrayList<>();
    if (option != null) {
      for (String plugin : option.split("\0")) {
        result.add(plugin.strip().split("\\s+")[0]);
      }
    }
    return result;
  }

  /** What to do if Error Prone is there and the compiler is closed to it; empty if all is well. */
  static String missingFlags() {
    Module compiler = JavacTask.class.getModule();
    Module here = ErrorProneHost.class.getModule();
    boolean open =
        EXPORTS.stream().allMatch(each -> compiler.isExported(packageName(each), here))
            && OPENS.stream().allMatch(each -> compiler.isOpen(packageName(each), here));
    return open || !isOnProcessorPath() ? "" : advice();
  }

  private static String packageName(String last) {
    return "com.sun.tools.javac." + last;
  }

  private static String advice() {
    StringBuilder maven = new StringBuilder();
    StringBuilder javac = new StringBuilder();
    for (boolean export : new boolean[] {true, false}) {
      for (String each : export ? EXPORTS : OPENS) {
        String option = export ? "--add-exports" : "--add-opens";
        String value = "jdk.compiler/" + packageName(each) + "=ALL-UNNAMED";
        maven.append("  ").append(option).append(' ').append(value).append('\n');
        javac.append(" -J").append(option).append('=').append(value);
      }
    }
    return "Error Prone is on the processor path, but this compiler is closed to it.\n"
        + "With Maven, put these lines into .mvn/jvm.config:\n"
        + maven
        + "With javac, add these options:\n "
        + javac;
  }
}
