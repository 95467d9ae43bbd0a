package dev.holdfast.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Reviews a change of the repository: its lock contracts and its new findings. */
@Mojo(
    name = "review",
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ReviewMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File folder;

  /** The revision before the change. */
  @Parameter(property = "holdfast.base", required = true)
  private String base;

  /** The revision after it. */
  @Parameter(property = "holdfast.head", defaultValue = "HEAD")
  private String head;

  /** Contract changes that fail: breaking, risky, compatible, informational; or none. */
  @Parameter(property = "holdfast.gate", defaultValue = "risky")
  private String gate;

  /** Compares the contracts alone. */
  @Parameter(property = "holdfast.contractsOnly", defaultValue = "false")
  private boolean contractsOnly;

  /** The Java release of the sources. */
  @Parameter(property = "holdfast.release", defaultValue = "${maven.compiler.release}")
  private String release;

  /** The format of the report. */
  @Parameter(property = "holdfast.format", defaultValue = "text")
  private String format;

  /** Writes the report there, and not to the log. */
  @Parameter(property = "holdfast.output")
  private File output;

  /** Called by Maven. */
  public ReviewMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    ReviewRun run;
    try {
      ReviewRun.Change change =
          new ReviewRun.Change(folder.toPath(), base, head, classPath(), options());
      run = DeepStack.run(() -> ReviewRun.of(change));
    } catch (BadConfiguration e) {
      throw new MojoExecutionException("Holdfast: " + e.getMessage(), e);
    } catch (Exception e) {
      throw new MojoExecutionException("Holdfast could not review the change: " + e, e);
    }
    run.complaints().lines().forEach(getLog()::warn);
    run.report().lines().forEach(getLog()::info);
    if (run.status() == 1) {
      throw new MojoFailureException("Holdfast: the change from " + base + " fails the review");
    }
    if (run.status() != 0) {
      throw new MojoExecutionException(
          "Holdfast could not review all of the change: " + run.complaints().strip());
    }
  }

  private List<String> options() throws BadConfiguration {
    List<String> words = new ArrayList<>(List.of("--fail-on", gate, "--format", format));
    int number = CheckOptions.release(release == null ? List.of() : List.of(release));
    if (number > 0) {
      words.addAll(List.of("--release", String.valueOf(number)));
    }
    if (contractsOnly) {
      words.add("--contracts-only");
    }
    if (output != null) {
      words.addAll(List.of("-o", output.toString()));
    }
    return words;
  }

  /** Of all modules together: the change can lie in any of them, and in their tests. */
  private List<Path> classPath() throws DependencyResolutionRequiredException {
    List<Path> entries = new ArrayList<>();
    for (MavenProject module : session.getProjects()) {
      module.getTestClasspathElements().stream().map(Path::of).forEach(entries::add);
    }
    return entries;
  }
}
