package dev.holdfast.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.Severity;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LeadingAssertions;
import dev.holdfast.checker.contract.ModelCheck;
import dev.holdfast.checker.flow.ClassAnalysis;
import dev.holdfast.checker.model.ModelError;
import dev.holdfast.checker.model.Models;
import dev.holdfast.checker.rule.DeclarationRules;
import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

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

  /** What came of one class or package declaration. */
  private static final class Outcome {
    final List<Reported> reported = new ArrayList<>();
    final List<Silenced> silenced = new ArrayList<>();
    List<String> notAnalysed = List.of();
    int analysed;
  }

  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final Options options;
  private final boolean keepsSilenced;
  private final Models models;

  private Env env;
  private Contracts contracts;
  private LeadingAssertions assertions;
  private Renderer renderer;
  private Suppressions suppressions;

  /** Where to go on since the compiler's own stack was found too small; null before. */
  private DeepStack stack;

  /** Weak, so that the compiler can let go of files that it is done with. */
  private final Set<CompilationUnitTree> announced = Collections.newSetFromMap(new WeakHashMap<>());

  private final List<String> notAnalysed = new ArrayList<>();
  private final List<Silenced> silenced = new ArrayList<>();
  private int analysed;

  /** An analysis with the compiler's services. */
  public Analyzer(Trees trees, Types types, Elements elements, Options options) {
    this(trees, types, elements, options, false);
  }

  /**
   * An analysis with the compiler's services.
   *
   * @param keepsSilenced whether {@link #silenced()} is wanted; unchecked bodies are analysed for
   *     it
   */
  Analyzer(Trees trees, Types types, Elements elements, Options options, boolean keepsSilenced) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.options = options;
    this.keepsSilenced = keepsSilenced;
    this.models = Models.load(options.models());
    begin();
  }

  private void begin() {
    env = new Env(trees, types, elements);
    contracts = new Contracts(env, models);
    assertions = new LeadingAssertions(env, contracts);
    renderer = new Renderer(env, options);
    suppressions = new Suppressions(env, options);
    announced.forEach(assertions::read);
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
    }
  }

  /**
   * Analyses a top-level class; answers its findings in the order of their places, suppressed ones
   * left out.
   */
  public List<Reported> analyse(CompilationUnitTree unit, ClassTree type) {
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    return options.includes(packageName) ? onAnyStack(() -> ofClass(unit, type)) : List.of();
  }

  /** Analyses the package declaration of a file. */
  List<Reported> analysePackage(CompilationUnitTree unit) {
    boolean says =
        unit.getPackage() != null
            && !unit.getPackage().getAnnotations().isEmpty()
            && options.includes(unit.getPackageName().toString());
    return says ? onAnyStack(() -> ofPackage(unit)) : List.of();
  }

  /**
   * Does the work where the compiler runs and, if that stack is too small, once more on a deep one;
   * from then on all goes there. What was read on the way down may be half done and is read anew.
   */
  private List<Reported> onAnyStack(Supplier<Outcome> work) {
    if (stack == null) {
      try {
        return record(work.get());
      } catch (StackOverflowError e) {
        stack = new DeepStack();
        begin();
      }
    }
    return record(stack.call(work));
  }

  private List<Reported> record(Outcome outcome) {
    silenced.addAll(outcome.silenced);
    notAnalysed.addAll(outcome.notAnalysed);
    analysed += outcome.analysed;
    return outcome.reported;
  }

  private Outcome ofClass(CompilationUnitTree unit, ClassTree type) {
    ClassAnalysis analysis =
        new ClassAnalysis(
            env,
            contracts,
            new TreePath(new TreePath(unit), type),
            tree -> suppressions.silencesForeign(unit, tree));
    Outcome outcome = new Outcome();
    report(analysis.run(), outcome);
    outcome.analysed = analysis.analysed();
    outcome.notAnalysed = List.copyOf(analysis.notAnalysed());
    if (keepsSilenced) {
      unchecked(analysis, outcome);
    }
    return outcome;
  }

  private Outcome ofPackage(CompilationUnitTree unit) {
    Outcome outcome = new Outcome();
    if (trees.getElement(new TreePath(new TreePath(unit), unit.getPackage()))
        instanceof PackageElement element) {
      List<Finding> findings = new ArrayList<>();
      new DeclarationRules(env, contracts, unit, findings).check(element);
      report(findings, outcome);
    }
    return outcome;
  }

  private void report(List<Finding> findings, Outcome outcome) {
    for (Finding finding : findings) {
      if (options.severity(finding.rule()) == Severity.OFF) {
        continue;
      }
      String silencer = suppressions.silencer(finding);
      if (silencer == null) {
        outcome.reported.add(new Reported(finding, renderer.render(finding)));
      } else if (keepsSilenced) {
        outcome.silenced.add(new Silenced(renderer.render(finding), silencer));
      }
    }
    outcome.reported.sort((a, b) -> a.diagnostic().compareTo(b.diagnostic()));
    Set<Element> causes = new HashSet<>();
    outcome.reported.removeIf(
        each -> each.finding().cause() != null && !causes.add(each.finding().cause()));
  }

  private void unchecked(ClassAnalysis analysis, Outcome outcome) {
    Map<Finding, String> findings;
    try {
      findings = analysis.runUnchecked();
    } catch (RuntimeException e) {
      /* These bodies are not to be checked; what cannot be said about them is not missed. */
      return;
    }
    findings.forEach(
        (finding, reason) -> {
          if (options.severity(finding.rule()) != Severity.OFF) {
            outcome.silenced.add(new Silenced(renderer.render(finding), reason));
          }
        });
  }

  /** Analyses the package declaration and every top-level class of a file. */
  public List<Reported> analyse(CompilationUnitTree unit) {
    List<Reported> result = new ArrayList<>(analysePackage(unit));
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
