package dev.holdfast.maven;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Passes on what another plugin logs, and keeps its warnings and errors. */
final class HeardLog {
  private static final Set<String> KEPT = Set.of("warn", "error");

  private final StringBuilder heard = new StringBuilder();
  private final Log log;

  /** Passing on to that log. */
  HeardLog(Log log) {
    this.log = log;
  }

  /** The log to give to the other plugin. */
  Log log() {
    return (Log)
        Proxy.newProxyInstance(
            Log.class.getClassLoader(),
            new Class<?>[] {Log.class},
            (proxy, method, arguments) -> {
              if (KEPT.contains(method.getName()) && arguments[0] instanceof CharSequence said) {
                heard.append(said).append('\n');
              }
              try {
                return method.invoke(log, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The warnings and errors so far. */
  String text() {
    return heard.toString();
  }
}
