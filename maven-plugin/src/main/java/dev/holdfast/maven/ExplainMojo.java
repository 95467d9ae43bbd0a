package dev.holdfast.maven;

import dev.holdfast.checker.Options;
import dev.holdfast.checker.message.Catalogue;
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
    getLog().info(System.lineSeparator() + text());
  }

  private String text() throws MojoExecutionException {
    if (rule == null || rule.isBlank()) {
      return Catalogue.overview();
    }
    return Catalogue.explanation(rule.strip())
        .orElseThrow(() -> new MojoExecutionException(Options.unknownRule(rule)));
  }
}
