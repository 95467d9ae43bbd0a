package dev.holdfast.evaluation.compile;

import dev.holdfast.evaluation.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A checker that runs inside javac.
 *
 * @param name as reports call it
 * @param processorPath where javac finds it; empty for none
 * @param annotations what it wants on the class path of the code it checks
 * @param options the javac options that switch it on, without the processor path
 * @param runtimeOptions options of the Java virtual machine that javac must run with
 */
public record Tool(
    String name,
    List<Path> processorPath,
    List<Path> annotations,
    List<String> options,
    List<String> runtimeOptions) {
  /** The name of the tool that is evaluated. */
  public static final String HOLDFAST = "Holdfast";

  /** The same where the compiler lets it in, so that it starts later. */
  public static final String HOLDFAST_LET_IN = "Holdfast, with exports";

  /** The order of the compiler's phases that Error Prone asks for; it has a cost of its own. */
  private static final String SIMPLE_POLICY = "-XDcompilePolicy=simple";

  private static final List<String> LATE_START_EXPORTS = List.of("api", "comp", "parser", "util");

  private static final List<String> RULES =
      List.of(
          "LockNotHeld",
          "UnguardedAccess",
          "LockExcluded",
          "DoubleAcquire",
          "ReleaseNotHeld",
          "LockLeak",
          "LockLeakOnThrow",
          "InconsistentLocking",
          "BrokenContract",
          "IncompatibleOverride",
          "LockOrder",
          "UncheckedTryLock",
          "UnstableLock",
          "InvalidContract");

  private static final List<String> ERROR_PRONE_EXPORTS =
      List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");

  /** Copies the lists. */
  public Tool {
    processorPath = List.copyOf(processorPath);
    annotations = List.copyOf(annotations);
    options = List.copyOf(options);
    runtimeOptions = List.copyOf(runtimeOptions);
  }

  /** The compiler alone. */
  public static Tool javac() {
    return new Tool("javac", List.of(), List.of(), List.of("-proc:none"), List.of());
  }

  /** A plugin that does nothing: what listening to the compiler costs by itself. */
  public static Tool emptyPlugin(Workspace workspace) {
    return own(workspace, "An empty plugin", EmptyPlugin.NAME);
  }

  /** A plugin that looks at every name, and no more: the least that a checker of uses can do. */
  public static Tool lookingPlugin(Workspace workspace) {
    return own(workspace, "A plugin that looks at every name", LookingPlugin.NAME);
  }

  private static Tool own(Workspace workspace, String name, String plugin) {
    return new Tool(
        name,
        List.of(workspace.target().resolve("classes")),
        List.of(),
        List.of("-proc:none", "-Xplugin:" + plugin),
        List.of());
  }

  /**
   * Holdfast as a javac plugin.
   *
   * @param pluginOptions what follows the plugin's name
   */
  public static Tool holdfast(Workspace workspace, String... pluginOptions) {
    String plugin = ("-Xplugin:Holdfast " + String.join(" ", pluginOptions)).strip();
    return new Tool(
        HOLDFAST,
        List.of(workspace.checkerJar()),
        List.of(),
        List.of("-proc:none", plugin),
        List.of());
  }

  /** Holdfast as a javac plugin, deaf to suppressions of Error Prone's {@code GuardedBy}. */
  public static Tool holdfastUnsuppressed(Workspace workspace) {
    return holdfast(workspace, "ignoreGuardedBySuppressions");
  }

  /** Holdfast with all findings as warnings, so that code is still generated. */
  public static Tool holdfastWarningsOnly(Workspace workspace) {
    return holdfast(workspace, "rule=" + String.join("=warn,", RULES) + "=warn");
  }

  /** The same with the packages of the compiler exported to it that let it start later. */
  public static Tool holdfastLetIn(Workspace workspace) {
    Tool closed = holdfastWarningsOnly(workspace);
    return new Tool(
        HOLDFAST_LET_IN,
        closed.processorPath,
        closed.annotations,
        closed.options,
        exports(LATE_START_EXPORTS, List.of()));
  }

  /** The same, and all classes attributed before any is generated, as with Error Prone. */
  public static Tool holdfastSimple(Workspace workspace) {
    return simple(HOLDFAST_LET_IN + " and Error Prone's compile policy", holdfastLetIn(workspace));
  }

  /** The compiler alone, with all classes attributed before any is generated. */
  public static Tool javacSimple() {
    return simple("javac with Error Prone's compile policy", javac());
  }

  private static Tool simple(String name, Tool tool) {
    List<String> options = new ArrayList<>(tool.options);
    options.add(SIMPLE_POLICY);
    return new Tool(name, tool.processorPath, tool.annotations, options, tool.runtimeOptions);
  }

  /**
   * Error Prone with no check but {@code GuardedBy}, as a warning so that code is still generated.
   */
  public static Tool errorProne(Workspace workspace) {
    return new Tool(
        "Error Prone, GuardedBy only",
        workspace.classPath("error-prone"),
        List.of(),
        List.of(
            "-proc:none",
            SIMPLE_POLICY,
            "--should-stop=ifError=FLOW",
            "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:GuardedBy:WARN"),
        exports(ERROR_PRONE_EXPORTS, List.of("code", "comp")));
  }

  /**
   * The Checker Framework's Lock Checker, its errors as warnings so that code is still generated.
   */
  public static Tool lockChecker(Workspace workspace) {
    return new Tool(
        "Checker Framework Lock Checker",
        workspace.classPath("lock-checker"),
        workspace.classPath("lock-checker").stream()
            .filter(jar -> jar.getFileName().toString().startsWith("checker-qual"))
            .toList(),
        List.of("-processor", "org.checkerframework.checker.lock.LockChecker", "-Awarns"),
        exports(ERROR_PRONE_EXPORTS, List.of("comp")));
  }

  /**
   * The javac options that run this tool on code with a class path, the processor path included.
   */
  public List<String> javacOptions(List<Path> classPath) {
    List<Path> extended = new ArrayList<>(classPath);
    extended.addAll(annotations);
    List<String> all = new ArrayList<>(options);
    all.addAll(CommonOptions.forClassPath(extended));
    if (!processorPath.isEmpty()) {
      all.add("-processorpath");
      all.add(join(processorPath));
    }
    return all;
  }

  /** Joins path entries the way javac expects. */
  public static String join(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> exports(List<String> exported, List<String> opened) {
    List<String> all = new ArrayList<>();
    for (String name : exported) {
      all.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    for (String name : opened) {
      all.add("--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    return all;
  }
}
