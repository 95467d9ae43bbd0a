package dev.holdfast.evaluation.compile;

import dev.holdfast.evaluation.EvaluationException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * A file manager that gives every compilation the same class loader for the processor path, so that
 * a tool is loaded and compiled to machine code once.
 */
final class ToolLoader extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final ClassLoader loader;

  private ToolLoader(StandardJavaFileManager files, ClassLoader loader) {
    super(files);
    this.loader = loader;
  }

  /** A file manager on top of another one. */
  static ToolLoader on(StandardJavaFileManager files, ClassLoader loader) {
    return new ToolLoader(files, loader);
  }

  /** A loader of a processor path; it cannot be closed, which javac would otherwise do. */
  static ClassLoader loaderOf(List<Path> processorPath) {
    URL[] urls = processorPath.stream().map(ToolLoader::url).toArray(URL[]::new);
    return new ClassLoader(new URLClassLoader(urls, ToolLoader.class.getClassLoader())) {};
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
        ? loader
        : super.getClassLoader(location);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new EvaluationException("no place for a tool: " + entry, e);
    }
  }
}
