package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Has the bodies of one top-level class analysed, and keeps account of it. */
final class Bodies {
  private final Env env;
  private final Contracts contracts;
  private final ClassScan scan;
  private final Predicate<Tree> foreignSilenced;
  private final Set<String> notAnalysed = new LinkedHashSet<>();
  private int analysed;

  /** The bodies of the class scanned, to be analysed with contracts from {@code contracts}. */
  Bodies(Env env, Contracts contracts, ClassScan scan, Predicate<Tree> foreignSilenced) {
    this.env = env;
    this.contracts = contracts;
    this.scan = scan;
    this.foreignSilenced = foreignSilenced;
  }

  /**
   * Analyses a member's body.
   *
   * @param needs what it was found to need, and is analysed as if it held
   * @param infers whether what it needs and its callers could hold is asked of them
   * @param unnamed the places whose needs its callers cannot name; grows
   * @param truths the parameters that are known to be true, or false
   * @param lookup the contracts of what it calls
   * @return the analyzer, which knows what it found
   */
  BodyAnalyzer analyse(
      ClassScan.Member member,
      Map<Path, Inference.Inferred> needs,
      boolean infers,
      Set<Tree> unnamed,
      Map<Integer, Boolean> truths,
      BodyAnalyzer.Lookup lookup) {
    analysed++;
    Contract contract =
        member.element instanceof ExecutableElement method ? contracts.of(method) : Contract.NONE;
    BodyAnalyzer analyzer = new BodyAnalyzer(context(member), contract, needs, truths, lookup);
    analyzer.infers |= infers;
    analyzer.inference.unnamed.addAll(unnamed);
    try {
      analyzer.run(member.tree);
    } catch (Machine.OverBudget e) {
      giveUp(member, "too complex");
    } catch (StackOverflowError e) {
      giveUp(member, "nested too deeply");
    }
    unnamed.addAll(analyzer.inference.unnamed);
    return analyzer;
  }

  private BodyContext context(ClassScan.Member member) {
    TypeElement self = (TypeElement) scan.element(member.owner);
    return new BodyContext(env, contracts, scan, new Reporter(), member, self, foreignSilenced);
  }

  /** Takes note that a body is not analysed, or not to its end. */
  void giveUp(ClassScan.Member member, String reason) {
    TypeElement owner = (TypeElement) scan.element(member.owner);
    String name =
        (owner == null ? "?" : owner.getQualifiedName())
            + (member.element == null ? "" : "." + member.element);
    notAnalysed.add(name + ": " + reason);
  }

  /** How many bodies were analysed, each as often as it was. */
  int analysed() {
    return analysed;
  }

  /** The bodies that were given up, each with its reason. */
  List<String> notAnalysed() {
    return List.copyOf(notAnalysed);
  }
}
