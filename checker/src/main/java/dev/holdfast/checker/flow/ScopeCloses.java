package dev.holdfast.checker.flow;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds scopes of one top-level class that take locks when they are made, and never give any up.
 */
final class ScopeCloses {
  private static final Set<Clause.Kind> GIVE_UP =
      EnumSet.of(Clause.Kind.RELEASES, Clause.Kind.RELEASES_IF, Clause.Kind.MAY_RELEASE);

  private final Contracts contracts;
  private final ClassScan scan;

  ScopeCloses(Contracts contracts, ClassScan scan) {
    this.contracts = contracts;
    this.scan = scan;
  }

  /** What is wrong with the member, if it closes a scope. */
  List<Finding> findings(ClassScan.Member member) {
    if (!(member.element instanceof ExecutableElement method)
        || !contracts.isScopeClose(method)
        || contracts.of(method).has(Clause.Kind.RELEASES)) {
      return List.of();
    }
    Clause taken = taken(method);
    return taken == null || new MayGiveUp().isIn(member.code())
        ? List.of()
        : List.of(finding(member, taken));
  }

  /** What the constructors of the scope say they take, each of them; null if one does not. */
  private Clause taken(ExecutableElement close) {
    Clause result = null;
    for (ExecutableElement each :
        ElementFilter.constructorsIn(Env.enclosingType(close).getEnclosedElements())) {
      Contract contract = contracts.of(each);
      if (contract.isUnchecked() || !contract.has(Clause.Kind.ACQUIRES)) {
        return null;
      }
      result = contract.clauses(Clause.Kind.ACQUIRES).get(0);
    }
    return result;
  }

  private Finding finding(ClassScan.Member close, Clause taken) {
    Finding.Note declared =
        new Finding.Note(
            NoteKind.CONTRACT,
            null,
            taken.origin().element(),
            taken.origin().annotation(),
            "the contract is declared here: " + taken.origin().text());
    return new Finding(
        Rule.BROKEN_CONTRACT,
        new Place(
            scan.path().getCompilationUnit(), ((MethodTree) close.tree).getBody(), Place.Part.END),
        close.element,
        "@LockScope",
        "'" + taken.lock().text() + "'",
        "",
        "is not given up where the scope is closed",
        List.of(),
        List.of(declared),
        null,
        false);
  }

  /** Looks for what may give up a lock: any call of which it is not known that it does not. */
  private final class MayGiveUp extends Search {
    MayGiveUp() {
      super(EnumSet.noneOf(Tree.Kind.class));
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      Contract contract =
          scan.element(tree) instanceof ExecutableElement callee
              ? contracts.of(callee)
              : Contract.NONE;
      found |=
          contract.clauses().isEmpty()
              || contract.clauses().stream().anyMatch(each -> GIVE_UP.contains(each.kind()));
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitTry(TryTree tree, Void unused) {
      found |= !tree.getResources().isEmpty();
      return super.visitTry(tree, null);
    }
  }
}
