package dev.holdfast.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Compares the module's lock contracts with a committed list, or writes that list. */
@Mojo(name = "contracts", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ContractsMojo extends AbstractMojo {
  private static final String TO_WRITE =
      "write it with mvn dev.holdfast:holdfast-maven-plugin:contracts -Dholdfast.write";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The list. */
  @Parameter(
      property = "holdfast.contracts",
      defaultValue = "${project.basedir}/lock-contracts.txt")
  private File file;

  /** Writes the list instead of comparing it. */
  @Parameter(property = "holdfast.write", defaultValue = "false")
  private boolean write;

  /** Does nothing. */
  @Parameter(property = "holdfast.skip", defaultValue = "false")
  private boolean skip;

  /** Called by Maven. */
  public ContractsMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<Path> roots = ModuleSources.existing(project.getCompileSourceRoots());
    if (skip || roots.isEmpty()) {
      getLog().info(skip ? "Holdfast is skipped" : "No sources, so no contracts");
      return;
    }
    try {
      ContractList list = ContractList.read(project.getBasedir().toPath(), roots);
      list.problems().forEach(getLog()::error);
      if (!list.problems().isEmpty()) {
        throw new MojoExecutionException("Holdfast could not read all of the sources");
      }
      if (write) {
        list.write(file.toPath());
        getLog().info("Wrote " + list.text().lines().count() + " contracts to " + file);
      } else {
        compare(list);
      }
    } catch (IOException e) {
      throw new MojoExecutionException("Holdfast: contracts cannot be compared: " + e, e);
    }
  }

  private void compare(ContractList list) throws IOException, MojoFailureException {
    if (!Files.exists(file.toPath())) {
      throw new MojoFailureException("'" + file + "' does not exist; " + TO_WRITE);
    }
    ContractList.Difference difference = list.compareWith(file.toPath());
    difference.gone().forEach(line -> getLog().error("- " + line));
    difference.come().forEach(line -> getLog().error("+ " + line));
    if (!difference.isEmpty()) {
      throw new MojoFailureException(
          "The lock contracts differ from '" + file + "'; if that is meant, " + TO_WRITE);
    }
    getLog().info("The lock contracts are as in " + file);
  }
}
