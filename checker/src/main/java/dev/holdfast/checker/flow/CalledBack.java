package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Tells which callbacks the methods of one top-level class run before they return, and do nothing
 * else with, as their source shows. Helpers need not say that they run them, others do.
 */
final class CalledBack {
  private final Env env;
  private final Contracts contracts;
  private final ClassScan scan;
  private final Map<Tree, Set<Element>> keptIn = new HashMap<>();
  private final Map<ExecutableElement, BitSet> known = new HashMap<>();

  /**
   * Those whose callback gives what the method gives back, or drops, and nothing else, by index.
   */
  private final Map<ExecutableElement, BitSet> givingBack = new HashMap<>();

  /**
   * What is taken of methods until all that call each other agree: that they merely run what they
   * are given. What they hand to each other is kept if one of them keeps it.
   */
  private final Map<ExecutableElement, BitSet> taken = new HashMap<>();

  private final Set<ExecutableElement> judged = new HashSet<>();
  private final Set<ExecutableElement> unfinished = new HashSet<>();

  /** Those that were asked for before they were judged. */
  private final Set<ExecutableElement> relied = new HashSet<>();

  private boolean mistaken;

  CalledBack(Env env, Contracts contracts, ClassScan scan) {
    this.env = env;
    this.contracts = contracts;
    this.scan = scan;
  }

  /** The indices of the callbacks that a call of the method merely runs. */
  BitSet of(ExecutableElement method) {
    if (!unfinished.isEmpty()) {
      return known.containsKey(method) ? known.get(method) : attempt(method);
    }
    if (!known.containsKey(method)) {
      do {
        mistaken = false;
        judged.clear();
        attempt(method);
      } while (mistaken);
      known.putAll(taken);
      taken.clear();
    }
    return known.get(method);
  }

  /**
   * Judges a method once in each round, by what is taken of others; what was wrong with that is
   * less from then on, so that the rounds end.
   */
  private BitSet attempt(ExecutableElement method) {
    if (judged.add(method)) {
      BitSet before = taken.computeIfAbsent(method, CalledBack::all);
      unfinished.add(method);
      BitSet found = judge(method);
      found.and(before);
      unfinished.remove(method);
      mistaken |= relied.remove(method) && !found.equals(before);
      taken.put(method, found);
    } else if (unfinished.contains(method)) {
      relied.add(method);
    }
    return taken.get(method);
  }

  private static BitSet all(ExecutableElement method) {
    BitSet result = new BitSet();
    result.set(0, method.getParameters().size());
    return result;
  }

  /** Whether a call of the method merely runs the callback that it is given at that index. */
  boolean isMerelyRun(ExecutableElement method, int index) {
    return of(method).get(index);
  }

  /** Whether it does no more with what the callback gives than to give it back. */
  boolean isGivenBack(ExecutableElement method, int index) {
    return isMerelyRun(method, index) && givingBack.get(method).get(index);
  }

  /** Whether a body does more with a variable than to run it, or have it run. */
  boolean isKept(Tree body, Element variable) {
    Set<Element> kept =
        keptIn.computeIfAbsent(
            body,
            each -> {
              Uses uses = new Uses();
              uses.scanAll(each);
              return uses.kept;
            });
    return kept.contains(variable);
  }

  /** Whether the code of an anonymous class names its object other than to reach its members. */
  static boolean handsOnItself(ClassTree body) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        return Env.plain(tree.getExpression()) instanceof IdentifierTree
            ? null
            : super.visitMemberSelect(tree, null);
      }

      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        found[0] |= tree.getName().contentEquals("this");
        return null;
      }
    }.scan(body, null);
    return found[0];
  }

  /** The indices of the parameters. */
  private BitSet judge(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    BitSet result = new BitSet();
    for (int i = 0; i < parameters.size(); i++) {
      boolean packed = method.isVarArgs() && i == parameters.size() - 1;
      if (!packed
          && Functional.method(env, parameters.get(i).asType()) != null
          && (contracts.of(method).runsInline(i) || scan.helpers().include(method))) {
        result.set(i);
      }
    }
    MethodTree source = result.isEmpty() ? null : scan.sourceOfEachCall(method);
    if (source == null) {
      return new BitSet();
    }
    Uses uses = new Uses();
    uses.scanAll(source.getBody());
    BitSet givenBack = new BitSet();
    for (int i = 0; i < parameters.size(); i++) {
      if (uses.kept.contains(parameters.get(i)) || !uses.run.contains(parameters.get(i))) {
        result.clear(i);
      }
      givenBack.set(i, !uses.used.contains(parameters.get(i)));
    }
    givingBack.put(method, givenBack);
    return result;
  }

  /** Collects the variables that are called, and those with which more is done. */
  private final class Uses extends TreeScanner<Void, Void> {
    private final Set<Element> run = new HashSet<>();
    private final Set<Element> kept = new HashSet<>();

    /** Those whose results are used other than to return them. */
    private final Set<Element> used = new HashSet<>();

    /** What is returned. */
    private final Set<Tree> returned = new HashSet<>();

    /** Those that are called by way of pipelines and combined callbacks. */
    private final Set<Element> inStages = new HashSet<>();

    /** Above zero in code that may run later. */
    private int later;

    /** Above zero in what is used up by a call around it. */
    private int staged;

    /** Whether some pipeline may run its callbacks on other threads. */
    private boolean parallel;

    private void scanAll(Tree body) {
      scan(body, null);
      if (parallel) {
        kept.addAll(inStages);
      }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      kept.add(scan.element(tree));
      return null;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
      boolean test = isNull(tree.getLeftOperand()) || isNull(tree.getRightOperand());
      return test && (isName(tree.getLeftOperand()) || isName(tree.getRightOperand()))
          ? null
          : super.visitBinary(tree, null);
    }

    private boolean isNull(ExpressionTree tree) {
      return Env.plain(tree).getKind() == Tree.Kind.NULL_LITERAL;
    }

    private boolean isName(ExpressionTree tree) {
      return Env.plain(tree) instanceof IdentifierTree;
    }

    /** What a test for null gives back is dropped here. */
    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
      return Env.plain(tree.getExpression()) instanceof MethodInvocationTree call
          ? call(call, true)
          : super.visitExpressionStatement(tree, null);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      returned.add(tree.getExpression() == null ? null : Env.plain(tree.getExpression()));
      return super.visitReturn(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      return call(tree, false);
    }

    private Void call(MethodInvocationTree tree, boolean drops) {
      if (!(scan.element(tree) instanceof ExecutableElement callee)) {
        return super.visitMethodInvocation(tree, null);
      }
      Contract contract = contracts.of(callee);
      parallel |= contract.isParallel();
      staged += contract.runsDeferred() ? 1 : 0;
      ExpressionTree on =
          tree.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
      if (on != null
          && isName(on)
          && scan.element(Env.plain(on)) instanceof VariableElement variable
          && callee == Functional.method(env, variable.asType())) {
        scanOrRun(on, true, drops || returned.contains(tree));
      } else if (on != null && contract.runsDeferred()) {
        usedUp(on);
      } else {
        scan(tree.getMethodSelect(), null);
      }
      for (int i = 0; i < tree.getArguments().size(); i++) {
        argument(tree.getArguments().get(i), callee, contract, i, drops);
      }
      staged -= contract.runsDeferred() ? 1 : 0;
      return null;
    }

    private void argument(
        ExpressionTree argument,
        ExecutableElement callee,
        Contract contract,
        int index,
        boolean drops) {
      if (isMerelyRun(callee, index) || contract.runsInline(index)) {
        if (isName(argument)) {
          scanOrRun(argument, true, false);
        } else {
          usedUp(argument);
        }
      } else if (!(drops && isName(argument) && contract.demandsNonNull(index))) {
        scan(argument, null);
      }
    }

    /** The name of something that is run there. */
    private void scanOrRun(ExpressionTree name, boolean runs, boolean givesBack) {
      if (runs && later == 0) {
        Element variable = scan.element(Env.plain(name));
        run.add(variable);
        if (!givesBack) {
          used.add(variable);
        }
        if (staged > 0) {
          inStages.add(variable);
        }
      } else {
        scan(name, null);
      }
    }

    /** What is run, with all stages that it has gathered, before the call around it is over. */
    private void usedUp(ExpressionTree tree) {
      ExpressionTree plain = Env.plain(tree);
      if (plain instanceof LambdaExpressionTree lambda) {
        scan(lambda.getBody(), null);
      } else if (isName(plain)) {
        TypeMirror type = scan.element(plain) instanceof VariableElement v ? v.asType() : null;
        scanOrRun(plain, Functional.method(env, type) != null, false);
      } else if (plain instanceof ConditionalExpressionTree choice) {
        scan(choice.getCondition(), null);
        usedUp(choice.getTrueExpression());
        usedUp(choice.getFalseExpression());
      } else if (plain instanceof MethodInvocationTree call
          && scan.element(call) instanceof ExecutableElement callee
          && gathers(contracts.of(callee))) {
        stages(call, callee, contracts.of(callee));
      } else {
        scan(plain, null);
      }
    }

    /** Whether the result goes with the receiver or an argument. */
    private boolean gathers(Contract contract) {
      return contract.isView() || !contract.deferredNone();
    }

    private void stages(MethodInvocationTree call, ExecutableElement callee, Contract contract) {
      parallel |= contract.isParallel();
      staged++;
      if (contract.isView() && call.getMethodSelect() instanceof MemberSelectTree select) {
        usedUp(select.getExpression());
      } else {
        scan(call.getMethodSelect(), null);
      }
      for (int i = 0; i < call.getArguments().size(); i++) {
        if (contract.defers(i) && contract.deferredTo(i).isEmpty()) {
          ExpressionTree argument = call.getArguments().get(i);
          boolean gives =
              contract.consumes(i)
                  && Env.plain(argument) instanceof LambdaExpressionTree lambda
                  && lambda.getBody() instanceof ExpressionTree;
          usedUp(
              gives
                  ? (ExpressionTree) ((LambdaExpressionTree) Env.plain(argument)).getBody()
                  : argument);
        } else {
          argument(call.getArguments().get(i), callee, contract, i, false);
        }
      }
      staged--;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      later++;
      super.visitLambdaExpression(tree, null);
      later--;
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      later++;
      super.visitClass(tree, null);
      later--;
      return null;
    }
  }
}
