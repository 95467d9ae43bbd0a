package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Calls that run a callback once for each element of a collection, as a loop over all would. */
final class ForEachCalls {
  private final Calls calls;

  ForEachCalls(Calls calls) {
    this.calls = calls;
  }

  /**
   * The callback of such a call, if it is known and the collection one object that keeps what was
   * locked, or whose elements' locks it takes, gives up, or finds held; else null.
   */
  Tree callback(CallSite site) {
    Path callback =
        isForEach(site) ? calls.common(calls.st, world -> Machine.peek(world, 0)) : null;
    if (callback == null
        || !Escapes.isCallback(callback)
        || !calls.isFollowed((Tree) callback.key)) {
      return null;
    }
    Path collection = collection(site);
    Tree code = (Tree) callback.key;
    return collection != null && (site.onKeeper || concernsEvery(site, code, collection))
        ? code
        : null;
  }

  /** What the call goes through: what it is on, or all that a pipeline has each element of. */
  private Path collection(CallSite site) {
    return calls.common(
        calls.st,
        world ->
            !site.contract.runsDeferred()
                ? calls.sweeps.container(world, site.receiver(world))
                : calls.results.runsElsewhere(site, List.of(world))
                    ? null
                    : calls.pipelines.each(world, site.receiver(world)));
  }

  private static boolean isForEach(CallSite site) {
    return site.count == 1
        && site.contract.runsInline(0)
        && !site.contract.mutates()
        && site.method.getReturnType().getKind() == TypeKind.VOID;
  }

  private boolean concernsEvery(CallSite site, Tree code, Path collection) {
    ExpressionTree named = site.receiver();
    return named != null
        && (site.contract.runsDeferred() || isFixedCollection(named, collection))
        && calls.st.stream()
            .noneMatch(world -> calls.locks.elements.isHeldOf(world, collection, false))
        && (addsUp(code)
            || calls.st.stream()
                .anyMatch(world -> calls.locks.elements.isHeldOf(world, collection, true)));
  }

  private boolean isFixedCollection(ExpressionTree named, Path collection) {
    return calls.env.isA(calls.type(named), "java.util.Collection")
        && calls.sweeps.isFixed(named, collection);
  }

  /** Whether turns take locks and give none up, or the reverse. */
  private boolean addsUp(Tree code) {
    if (code instanceof LambdaExpressionTree lambda) {
      return calls.effects(lambda.getBody()).addsUp();
    }
    if (code instanceof NewClassTree creation) {
      return calls.effects(calls.bodyOf(creation).getBody()).addsUp();
    }
    Contract contract =
        calls.element(code) instanceof ExecutableElement callee
            ? calls.contractOf(callee)
            : Contract.NONE;
    return contract.has(Clause.Kind.ACQUIRES) != contract.has(Clause.Kind.RELEASES);
  }

  /**
   * The callback of a call that takes out of a keeper each element of which that says so, if it is
   * known; else null.
   */
  Tree filter(CallSite site) {
    boolean isFilter =
        site.count == 1
            && site.contract.runsInline(0)
            && site.contract.mutates()
            && site.method.getReturnType().getKind() == TypeKind.BOOLEAN;
    Path callback = isFilter ? calls.common(calls.st, world -> Machine.peek(world, 0)) : null;
    Path collection = callback == null ? null : collection(site);
    return collection != null
            && Escapes.isCallback(callback)
            && calls.isFollowed((Tree) callback.key)
            && calls.st.stream()
                .allMatch(
                    world ->
                        calls.keptLocks.elements.isFollowed(
                                world, calls.identity.canonical(world, collection))
                            && !calls.keptLocks.elements.isAnyReleased(
                                world, calls.identity.canonical(world, collection)))
        ? (Tree) callback.key
        : null;
  }

  /** Runs the callback for one element, which goes or stays by what it says. */
  void runFilter(CallSite site, Tree code) {
    Path collection = collection(site);
    TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
    Sweep.Cursor cursor = new Sweep.Cursor(parameter(code));
    Sweep sweep = new Sweep(calls.pool, collection, site.elementType, cursor, number, true);
    calls.evaluation(cursor, number);
    Path nameless = calls.evaluation(List.of(site.tree, "removed"), site.elementType);
    List<World> result = calls.snapshot();
    calls.setAside(world -> calls.locks.elements.prefixes.isEmpty(world, collection));
    runOnce(code, sweep);
    List<World> tested = calls.st;
    result.addAll(calls.assume(tested, When.FALSE));
    for (World world : calls.assume(tested, When.TRUE)) {
      result.add(calls.keptLocks.elements.filteredOut(world, collection, sweep.element, nameless));
    }
    calls.st = calls.merge.join(List.of(), result, List.of(site.tree, "exit"));
  }

  /** Runs the callback for every element. */
  void run(CallSite site, Tree code) {
    Path collection = collection(site);
    if (site.contract.runsDeferred()) {
      calls.stages.consume(site);
    }
    Prefixes prefixes = calls.locks.elements.prefixes;
    calls.each(prefixes::whole);
    List<World> without = calls.setAside(world -> prefixes.isEmpty(world, collection));
    TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
    Sweep.Cursor cursor = new Sweep.Cursor(parameter(code));
    TypeMirror type = site.onKeeper ? site.elementType : calls.sweeps.elementType(site.receiver());
    Sweep sweep = new Sweep(calls.pool, collection, type, cursor, number, true);
    calls.evaluation(cursor, number);
    List<World> before = calls.snapshot();
    boolean whole = calls.st.stream().noneMatch(sweep::isAstray);
    runOnce(code, sweep);
    if (whole && calls.st.stream().anyMatch(sweep::isAstray)) {
      // The next turn comes upon what this one did.
      runOnce(code, sweep);
    }
    sweep.turned(calls.st);
    List<World> after = new ArrayList<>(sweep.finish(calls.st));
    if (!site.onKeeper) {
      // There may be no element.
      after.addAll(sweep.finish(before));
    }
    calls.st = calls.merge.join(after, without, List.of(site.tree, "exit"));
  }

  private void runOnce(Tree code, Sweep sweep) {
    calls.inside(code, () -> calls.runCode(code, List.of(sweep.element)));
  }

  private Tree parameter(Tree code) {
    return code instanceof MemberReferenceTree ? code : calls.parametersOf(code).get(0);
  }
}
