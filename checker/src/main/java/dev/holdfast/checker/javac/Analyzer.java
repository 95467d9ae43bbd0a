package dev.holdfast.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.Severity;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LeadingAssertions;
import dev.holdfast.checker.contract.ModelCheck;
import dev.holdfast.checker.contract.SourceFiles;
import dev.holdfast.checker.flow.ClassAnalysis;
import dev.holdfast.checker.model.ModelError;
import dev.holdfast.checker.model.Models;
import dev.holdfast.checker.rule.DeclarationRules;
import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.lang.model.element.Element;

/**
 * The analysis of one compilation, as every front end runs it: files are announced once they are
 * parsed and entered, classes are analysed once they are attributed.
 */
public final class Analyzer {
  /** A finding and its rendered form. */
  public record Reported(Finding finding, Diagnostic diagnostic) {}

  /**
   * A finding that the source silences.
   *
   * @param diagnostic its rendered form
   * @param reason the reason given there or, where none can be, the annotation
   */
  public record Silenced(Diagnostic diagnostic, String reason) {}

  private final Env env;
  private final Contracts contracts;
  private final LeadingAssertions assertions;
  private final SourceFiles files;
  private final Options options;
  private final Renderer renderer;
  private final Suppressions suppressions;
  private final boolean keepsSilenced;
  private final Models models;

  /**
   * All analysis runs there, and not only what was found to overflow the compiler's stack: an
   * overflow may be hidden by what it happens in, or leave a class unusable for good.
   */
  private final DeepStack stack = new DeepStack();

  /** Weak, so that the compiler can let go of files that it is done with. */
  private final Set<CompilationUnitTree> announced = Collections.newSetFromMap(new WeakHashMap<>());

  private final List<String> notAnalysed = new ArrayList<>();
  private final List<Silenced> silenced = new ArrayList<>();
  private int analysed;

  /** An analysis of the compilation whose services these are. */
  public Analyzer(Env env, Options options) {
    this(env, options, false);
  }

  /**
   * An analysis of the compilation whose services these are.
   *
   * @param keepsSilenced whether {@link #silenced()} is wanted; unchecked bodies are analysed for
   *     it
   */
  Analyzer(Env env, Options options, boolean keepsSilenced) {
    this.keepsSilenced = keepsSilenced;
    this.env = env;
    this.models = Models.load(options.models());
    this.contracts = new Contracts(env, models);
    this.assertions = new LeadingAssertions(env, contracts);
    this.files = new SourceFiles(env, contracts);
    this.options = options;
    this.renderer = new Renderer(env, files, options);
    this.suppressions = new Suppressions(env, options);
  }

  /** What could not be read in the user's model files, and what they speak of and is not there. */
  public List<ModelError> modelErrors() {
    List<ModelError> result = new ArrayList<>(models.errors());
    result.addAll(ModelCheck.errors(env, contracts, models.userFiles()));
    return result;
  }

  /** Takes note of a file whose types are entered. */
  public void announce(CompilationUnitTree unit) {
    if (announced.add(unit)) {
      assertions.read(unit);
      files.read(unit);
    }
  }

  /**
   * Analyses a top-level class; answers its findings in the order of their places, suppressed ones
   * left out.
   */
  public List<Reported> analyse(CompilationUnitTree unit, ClassTree type) {
    return includes(unit) ? stack.call(() -> ofClass(unit, type)) : List.of();
  }

  private boolean includes(CompilationUnitTree unit) {
    return options.includesAll()
        || options.includes(unit.getPackageName() == null ? "" : unit.getPackageName().toString());
  }

  private List<Reported> ofClass(CompilationUnitTree unit, ClassTree type) {
    ClassAnalysis analysis =
        new ClassAnalysis(
            env,
            contracts,
            new TreePath(new TreePath(unit), type),
            tree -> suppressions.silencesForeign(unit, tree));
    List<Reported> result = reported(analysis.run());
    analysed += analysis.analysed();
    notAnalysed.addAll(analysis.notAnalysed());
    if (keepsSilenced) {
      unchecked(analysis);
    }
    return result;
  }

  /** Analyses the package or module declaration of a file. */
  List<Reported> analyseHead(CompilationUnitTree unit) {
    PackageTree inPackage = unit.getPackage();
    if (inPackage != null) {
      boolean says = !inPackage.getAnnotations().isEmpty() && includes(unit);
      return says ? stack.call(() -> ofHead(unit, inPackage)) : List.of();
    }
    ModuleTree module = unit.getModule();
    return module == null || module.getAnnotations().isEmpty()
        ? List.of()
        : stack.call(() -> ofHead(unit, module));
  }

  private List<Reported> ofHead(CompilationUnitTree unit, Tree head) {
    Element element = env.trees.getElement(new TreePath(new TreePath(unit), head));
    if (element == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    new DeclarationRules(env, contracts, unit, findings).checkAliases(element);
    return reported(findings);
  }

  private List<Reported> reported(List<Finding> findings) {
    List<Reported> result = new ArrayList<>();
    for (Finding finding : findings) {
      if (options.severity(finding.rule()) == Severity.OFF) {
        continue;
      }
      String silencer = suppressions.silencer(finding);
      if (silencer == null) {
        result.add(new Reported(finding, renderer.render(finding)));
      } else if (keepsSilenced) {
        silenced.add(new Silenced(renderer.render(finding), silencer));
      }
    }
    result.sort((a, b) -> a.diagnostic().compareTo(b.diagnostic()));
    Set<Element> causes = new HashSet<>();
    result.removeIf(each -> each.finding().cause() != null && !causes.add(each.finding().cause()));
    return result;
  }

  private void unchecked(ClassAnalysis analysis) {
    try {
      analysis
          .runUnchecked()
          .forEach(
              (finding, reason) -> {
                if (options.severity(finding.rule()) != Severity.OFF) {
                  silenced.add(new Silenced(renderer.render(finding), reason));
                }
              });
    } catch (RuntimeException | StackOverflowError e) {
      /* These bodies are not to be checked; what cannot be said about them is not missed. */
      return;
    }
  }

  /** Analyses the package or module declaration and every top-level class of a file. */
  public List<Reported> analyse(CompilationUnitTree unit) {
    List<Reported> result = new ArrayList<>(analyseHead(unit));
    for (Tree tree : unit.getTypeDecls()) {
      if (tree instanceof ClassTree type) {
        result.addAll(analyse(unit, type));
      }
    }
    return result;
  }

  /** How many bodies were analysed so far; those of private helpers count each time. */
  public int analysed() {
    return analysed;
  }

  /** What the source silences, in no particular order. */
  List<Silenced> silenced() {
    return List.copyOf(silenced);
  }

  /** The bodies that were given up, each with its reason. */
  public List<String> notAnalysed() {
    return List.copyOf(notAnalysed);
  }
}
