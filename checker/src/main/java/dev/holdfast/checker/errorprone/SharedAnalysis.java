package dev.holdfast.checker.errorprone;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.main.Option;
import com.sun.tools.javac.model.JavacElements;
import com.sun.tools.javac.model.JavacTypes;
import com.sun.tools.javac.util.Context;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.javac.Analyzer;
import dev.holdfast.checker.javac.EnteredUnits;
import dev.holdfast.checker.javac.ErrorProneHost;
import dev.holdfast.checker.javac.HoldfastPlugin;
import dev.holdfast.checker.javac.PluginReporter;
import java.util.List;
import javax.tools.Diagnostic.Kind;

/**
 * The analysis of a compilation, made once for all checks: each file is analysed when the first
 * asks.
 */
final class SharedAnalysis {
  private static final Context.Key<SharedAnalysis> KEY = new Context.Key<>();

  private final PluginReporter reporter;
  private final Analyzer analyzer;
  private final EnteredUnits entered;
  private CompilationUnitTree unit;
  private List<Analyzer.Reported> findings = List.of();
  private int notAnalysed;

  private SharedAnalysis(VisitorState state) {
    Context context = state.context;
    JavacTrees trees = JavacTrees.instance(context);
    reporter = new PluginReporter(trees);
    Options options = options(state);
    Env env = new Env(trees, JavacTypes.instance(context), JavacElements.instance(context));
    analyzer = new Analyzer(env, options);
    entered = context.get(EnteredUnits.class);
    analyzer.modelErrors().forEach(error -> complain(state, error.toString()));
  }

  private Options options(VisitorState state) {
    try {
      return CheckFlags.options(state.errorProneOptions().getFlags());
    } catch (Options.BadOption e) {
      complain(state, e.getMessage());
      return Options.DEFAULT;
    }
  }

  private void complain(VisitorState state, String message) {
    CompilationUnitTree here = state.getPath().getCompilationUnit();
    reporter.print(Kind.ERROR, message, here, here);
  }

  /** What was found in the file at hand; nothing where the plugin reports it. */
  static List<Analyzer.Reported> findings(CompilationUnitTree unit, VisitorState state) {
    String plugins = com.sun.tools.javac.util.Options.instance(state.context).get(Option.PLUGIN);
    if (ErrorProneHost.plugins(plugins).contains(HoldfastPlugin.NAME)) {
      return List.of();
    }
    SharedAnalysis analysis = state.context.get(KEY);
    if (analysis == null) {
      analysis = new SharedAnalysis(state);
      state.context.put(KEY, analysis);
    }
    return analysis.of(unit);
  }

  private List<Analyzer.Reported> of(CompilationUnitTree wanted) {
    if (unit != wanted) {
      unit = wanted;
      findings = List.of();
      analyse();
    }
    return findings;
  }

  /** Error Prone would end the build with a stack trace; a message is enough. */
  private void analyse() {
    try {
      if (entered != null) {
        entered.units().forEach(analyzer::announce);
      }
      analyzer.announce(unit);
      findings = analyzer.analyse(unit);
      List<String> given = analyzer.notAnalysed();
      for (; notAnalysed < given.size(); notAnalysed++) {
        reporter.print(
            Kind.MANDATORY_WARNING, "not analysed: " + given.get(notAnalysed), first(), unit);
      }
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      reporter.print(
          Kind.WARNING, "internal error, the analysis is incomplete: " + e + where, first(), unit);
    }
  }

  private Tree first() {
    return unit.getTypeDecls().isEmpty() ? unit : unit.getTypeDecls().get(0);
  }
}
