package dev.holdfast.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says what a rule means, with a wrong and a right example. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
  /** The id of a rule; without it, all rules are listed. */
  @Parameter(property = "holdfast.rule")
  private String rule;

  /** Called by Maven. */
  public ExplainMojo() {}

  @Override
  public void execute() throws MojoExecutionException {
    try {
      getLog().info(System.lineSeparator() + Rulebook.explain(rule));
    } catch (BadConfiguration e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
