package dev.holdfast.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Compiles a planted violation with the project's own compiler plugin, and fails unless that
 * reports it: as an error that fails the compilation or, where the project wants that, as a warning
 * that can be seen.
 */
@Mojo(name = "doctor", requiresDependencyResolution = ResolutionScope.COMPILE)
public final class DoctorMojo extends AbstractMojo {
  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Component private LifecycleExecutor lifecycle;

  @Component private BuildPluginManager plugins;

  @Component private MavenPluginManager mojos;

  /** Called by Maven. */
  public DoctorMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Plugin compiler = project.getPlugin(COMPILER);
    if (compiler == null) {
      getLog().info("This module compiles nothing");
      return;
    }
    getLog().info("Compiling a planted violation; what is reported next is meant");
    try {
      Path folder = Files.createTempDirectory("holdfast-doctor");
      try {
        PlantedViolation.plant(folder.resolve("src"));
        judge(compileIn(folder, compiler));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new MojoExecutionException("Holdfast: the violation cannot be planted: " + e, e);
    }
  }

  /**
   * @param failure what the compilation failed with; empty if it did not fail
   * @param log its warnings and errors
   * @param configuration of the compiler plugin, as XML
   * @param tooOld the version of a compiler plugin that knows no paths of processors; else empty
   */
  private record Outcome(String failure, String log, String configuration, String tooOld) {}

  private Outcome compileIn(Path folder, Plugin compiler) throws MojoExecutionException {
    MavenProject planted = project.clone();
    planted.getCompileSourceRoots().clear();
    planted.addCompileSourceRoot(folder.resolve("src").toString());
    planted.getBuild().setDirectory(folder.resolve("target").toString());
    planted.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
    String goal = COMPILER + ":" + compiler.getVersion() + ":compile@default-compile";
    MavenProject current = session.getCurrentProject();
    try {
      MojoExecution execution =
          lifecycle.calculateExecutionPlan(session, goal).getMojoExecutions().get(0);
      String configuration = String.valueOf(execution.getConfiguration());
      session.setCurrentProject(planted);
      HeardLog heard = new HeardLog(getLog());
      String failure = run(execution, heard.log());
      boolean pathed =
          execution.getMojoDescriptor().getParameterMap().containsKey(PlantedViolation.PATHS);
      return new Outcome(failure, heard.text(), configuration, pathed ? "" : compiler.getVersion());
    } catch (Exception e) {
      throw new MojoExecutionException("Holdfast: the compiler plugin cannot be run: " + e, e);
    } finally {
      session.setCurrentProject(current);
    }
  }

  private String run(MojoExecution execution, Log log) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader realm =
        plugins.getPluginRealm(session, execution.getMojoDescriptor().getPluginDescriptor());
    org.apache.maven.plugin.Mojo mojo =
        mojos.getConfiguredMojo(org.apache.maven.plugin.Mojo.class, session, execution);
    try {
      Thread.currentThread().setContextClassLoader(realm);
      mojo.setLog(log);
      mojo.execute();
      return "";
    } catch (MojoFailureException | MojoExecutionException e) {
      return messages(e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      mojos.releaseMojo(mojo, execution);
    }
  }

  private static String messages(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      text.append(each.getMessage()).append('\n');
      if (each instanceof AbstractMojoExecutionException failure) {
        text.append(failure.getLongMessage()).append('\n');
      }
    }
    return text.toString();
  }

  private void judge(Outcome outcome) throws MojoFailureException {
    if (PlantedViolation.isReported(outcome.failure())) {
      getLog().info("The planted violation was reported: compiling this module is checked");
      return;
    }
    if (!outcome.failure().isEmpty()) {
      throw new MojoFailureException(
          "The planted violation was not reported; compiling it failed for another reason: "
              + outcome.failure().strip());
    }
    boolean seen = PlantedViolation.isReported(outcome.log());
    if (seen && !PlantedViolation.isErrorIgnored(outcome.configuration())) {
      getLog().info("The planted violation was reported as a warning, which fails no build");
      return;
    }
    List<String> missing = PlantedViolation.missing(outcome.configuration(), outcome.tooOld());
    missing.forEach(getLog()::error);
    throw new MojoFailureException(
        "The planted violation was not reported: " + String.join("; ", missing));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
