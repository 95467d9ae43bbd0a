package dev.holdfast.maven;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.Severity;
import dev.holdfast.checker.javac.CheckSession;
import dev.holdfast.review.format.FileLines;
import dev.holdfast.review.format.FormatInput;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.ToolInfo;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Checks the lock discipline of the module's main sources. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /** Severities that differ from the rules' own: {@code ID=off|warn|error}. */
  @Parameter(property = "holdfast.rules")
  private List<String> rules = new ArrayList<>();

  /** Reports in these packages, and those below them, alone. */
  @Parameter(property = "holdfast.only")
  private List<String> only = new ArrayList<>();

  /** Reports nothing in these packages, and those below them. */
  @Parameter(property = "holdfast.exclude")
  private List<String> exclude = new ArrayList<>();

  /** Files of contracts of libraries, beside the built-in ones. */
  @Parameter(property = "holdfast.models")
  private List<File> models = new ArrayList<>();

  /** What fails the build: {@code error}, {@code warning} (any finding) or {@code none}. */
  @Parameter(property = "holdfast.failOn", defaultValue = "error")
  private String failOn;

  /** The Java release of the sources; without it, that of the compiler plugin. */
  @Parameter(property = "holdfast.release")
  private String release;

  /** The encoding of the sources; without it, that of the compiler plugin. */
  @Parameter(property = "holdfast.encoding")
  private String encoding;

  /**
   * The format of {@code output}: text, json, markdown, sarif, rdjson, github, gitlab, checkstyle.
   */
  @Parameter(property = "holdfast.format", defaultValue = "text")
  private String format;

  /** Writes the findings there, too. */
  @Parameter(property = "holdfast.output")
  private File output;

  /** Checks nothing. */
  @Parameter(property = "holdfast.skip", defaultValue = "false")
  private boolean skip;

  /** Called by Maven. */
  public CheckMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Holdfast is skipped");
      return;
    }
    try {
      FailOn threshold = FailOn.ofWord(failOn);
      OutputFormat written = OutputFormat.ofWord(format);
      ModuleCheck.Module module = module();
      CheckSession.Result result = DeepStack.run(() -> ModuleCheck.run(module));
      print(result.findings());
      if (output != null) {
        write(written.render(input(result.findings())));
      }
      conclude(result, threshold);
    } catch (BadConfiguration | IllegalArgumentException e) {
      throw new MojoExecutionException("Holdfast: " + e.getMessage(), e);
    } catch (MojoFailureException | MojoExecutionException e) {
      throw e;
    } catch (Exception e) {
      throw new MojoExecutionException("Holdfast could not check the module: " + e.getMessage(), e);
    }
  }

  private ModuleCheck.Module module()
      throws BadConfiguration, DependencyResolutionRequiredException {
    Options options =
        CheckOptions.of(rules, only, exclude, models.stream().map(File::toPath).toList());
    List<String> roots = new ArrayList<>(project.getCompileSourceRoots());
    roots.add(
        Path.of(project.getBuild().getDirectory(), "generated-sources/annotations").toString());
    List<Path> classPath = project.getCompileClasspathElements().stream().map(Path::of).toList();
    return new ModuleCheck.Module(
        ModuleSources.existing(roots), classPath, release(), encoding(), options);
  }

  private Charset encoding() {
    String named =
        Stream.of(
                encoding,
                compilerSetting("encoding"),
                project.getProperties().getProperty("project.build.sourceEncoding"))
            .filter(each -> each != null && !each.isBlank())
            .findFirst()
            .orElse("UTF-8");
    try {
      return Charset.forName(named.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("'" + named + "' is no encoding", e);
    }
  }

  private int release() throws BadConfiguration {
    List<String> texts = new ArrayList<>();
    texts.add(release);
    for (String name : List.of("release", "source")) {
      texts.add(compilerSetting(name));
      texts.add(project.getProperties().getProperty("maven.compiler." + name));
    }
    return CheckOptions.release(texts);
  }

  private String compilerSetting(String name) {
    Xpp3Dom configuration =
        project.getGoalConfiguration(
            "org.apache.maven.plugins", "maven-compiler-plugin", "default-compile", "compile");
    Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
    return child == null ? null : child.getValue();
  }

  private FormatInput input(List<Diagnostic> findings) {
    String version = execution.getVersion();
    return new FormatInput(
        findings,
        List.of(),
        Rules.ofChecker(),
        new FileLines(encoding()),
        new ToolInfo("holdfast", version, ""));
  }

  private void print(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      String text = OutputFormat.TEXT.render(input(List.of(finding))).stripTrailing();
      if (finding.severity() == Severity.ERROR) {
        getLog().error(text);
      } else {
        getLog().warn(text);
      }
    }
  }

  private void write(String text) throws MojoExecutionException {
    try {
      Path file = output.toPath().toAbsolutePath();
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new MojoExecutionException("Holdfast: '" + output + "' cannot be written: " + e, e);
    }
  }

  private void conclude(CheckSession.Result result, FailOn threshold)
      throws MojoExecutionException, MojoFailureException {
    result.notAnalysed().forEach(each -> getLog().warn("not analysed: " + each));
    result.problems().forEach(each -> getLog().error(each));
    result.compileErrors().forEach(each -> getLog().error(each));
    if (!result.compileErrors().isEmpty()) {
      throw new MojoExecutionException(
          "Holdfast: the sources do not compile here; if some are generated, or other modules"
              + " are needed, run this goal together with the phase compile");
    }
    if (!result.problems().isEmpty()) {
      throw new MojoExecutionException("Holdfast could not check all of the module");
    }
    int count = result.findings().size();
    String counted = count + (count == 1 ? " finding" : " findings");
    if (threshold.fails(result.findings())) {
      throw new MojoFailureException(
          "Holdfast: "
              + counted
              + "; mvn dev.holdfast:holdfast-maven-plugin:explain"
              + " -Dholdfast.rule=RULE says what a rule means");
    }
    getLog()
        .info(
            "Holdfast: "
                + counted
                + " in "
                + result.analysed()
                + (result.analysed() == 1 ? " body" : " bodies"));
  }
}
