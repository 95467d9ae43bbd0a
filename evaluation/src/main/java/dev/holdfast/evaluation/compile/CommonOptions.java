package dev.holdfast.evaluation.compile;

import java.nio.file.Path;
import java.util.List;

/** The javac options that every compilation of the evaluation has. */
public final class CommonOptions {
  private CommonOptions() {}

  /**
   * Options for a class path: no bound on the number of reports, and no processors or sources
   * looked up behind the caller's back.
   */
  public static List<String> forClassPath(List<Path> classPath) {
    return List.of(
        "--release",
        "17",
        "-encoding",
        "UTF-8",
        "-Xmaxerrs",
        "100000",
        "-Xmaxwarns",
        "100000",
        "-sourcepath",
        "",
        "-cp",
        Tool.join(classPath));
  }
}
