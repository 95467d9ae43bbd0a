package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Tells what the methods and constructors of one top-level class do with references, as their
 * source shows: which arguments they only borrow, as they use members of them and keep nothing that
 * they could hand on; and which give a new object that nobody else has, the one that they run on,
 * or what that one has in a field.
 */
final class Borrowing {
  private final ClassScan scan;
  private final Contracts contracts;

  /** The parameters that a body does more with. */
  private final Map<ExecutableElement, Set<Element>> kept = new HashMap<>();

  private final Map<ExecutableElement, Boolean> makers = new HashMap<>();
  private final Map<ExecutableElement, List<ExpressionTree>> returns = new HashMap<>();

  Borrowing(ClassScan scan, Contracts contracts) {
    this.scan = scan;
    this.contracts = contracts;
  }

  /** Whether the callee, which is the body that runs, only borrows that argument. */
  boolean isBorrowed(ExecutableElement callee, int index) {
    List<? extends VariableElement> parameters = callee.getParameters();
    boolean packed = callee.isVarArgs() && index >= parameters.size() - 1;
    return !packed
        && NeverThrowing.isBodyKnown(callee)
        && body(callee) != null
        && !kept(callee).contains(parameters.get(index));
  }

  /** The body, if it does all that a call does with arguments; a record keeps them besides. */
  private BlockTree body(ExecutableElement callee) {
    ClassScan.Member member = scan.member(callee);
    boolean keeps =
        callee.getKind() == ElementKind.CONSTRUCTOR
            && callee.getEnclosingElement().getKind() == ElementKind.RECORD;
    return member != null && !keeps && member.tree instanceof MethodTree method
        ? method.getBody()
        : null;
  }

  /** Whether the callee, which is the body that runs, gives a new object each time, or null. */
  boolean givesNew(ExecutableElement callee) {
    Boolean known = makers.get(callee);
    if (known == null) {
      makers.put(callee, false); // one that calls itself
      known =
          callee.getKind() == ElementKind.METHOD
              && callee.getReturnType().getKind() == TypeKind.DECLARED
              && NeverThrowing.isBodyKnown(callee)
              && body(callee) != null
              && new Returns(kept(callee)).areNew(body(callee));
      makers.put(callee, known);
    }
    return known;
  }

  /** Whether the callee's body gives nothing but the object that it runs on. */
  boolean givesOwn(ExecutableElement callee) {
    List<ExpressionTree> returned = returned(callee);
    return !returned.isEmpty() && returned.stream().allMatch(Borrowing::isThis);
  }

  private static boolean isThis(ExpressionTree tree) {
    return Env.plain(tree) instanceof IdentifierTree name && name.getName().contentEquals("this");
  }

  /** Whether the callee's body may give what the object that it runs on has in a field. */
  boolean givesOwnField(ExecutableElement callee) {
    return returned(callee).stream().anyMatch(each -> scan.fields().ownField(each) != null);
  }

  /** What an instance method's body returns, if that is an object. */
  private List<ExpressionTree> returned(ExecutableElement callee) {
    if (Env.isStatic(callee) || callee.getReturnType().getKind().isPrimitive()) {
      return List.of();
    }
    return returns.computeIfAbsent(
        callee,
        each -> {
          Returns found = new Returns(Set.of());
          found.scan(body(each), null);
          return found.returned;
        });
  }

  private Set<Element> kept(ExecutableElement callee) {
    Set<Element> known = kept.get(callee);
    if (known == null) {
      /* asked while it is read, by those that call each other: what they pass on counts as kept */
      kept.put(callee, new HashSet<>(callee.getParameters()));
      known = new HashSet<>();
      new Uses(callee, known).read(body(callee));
      kept.put(callee, known);
    }
    return known;
  }

  /** Looks at what a body returns. */
  private final class Returns extends TreeScanner<Void, Void> {
    private final Set<Element> kept;
    private final Map<Element, List<ExpressionTree>> values = new HashMap<>();
    private final List<ExpressionTree> returned = new ArrayList<>();
    private final Set<Element> asked = new HashSet<>();

    Returns(Set<Element> kept) {
      this.kept = kept;
    }

    boolean areNew(BlockTree body) {
      scan(body, null);
      return returned.stream().allMatch(this::isNew);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null) {
        assigned(tree, tree.getInitializer());
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      assigned(Env.plain(tree.getVariable()), tree.getExpression());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      assigned(tree.getVariable(), tree.getExpression());
      return super.visitEnhancedForLoop(tree, null);
    }

    private void assigned(Tree variable, ExpressionTree value) {
      values.computeIfAbsent(scan.element(variable), each -> new ArrayList<>()).add(value);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      returned.add(tree.getExpression());
      return super.visitReturn(tree, null);
    }

    private boolean isNew(ExpressionTree tree) {
      ExpressionTree plain = Env.plain(tree);
      return switch (plain.getKind()) {
        case NULL_LITERAL -> true;
        case NEW_CLASS -> ((NewClassTree) plain).getClassBody() == null;
        case CONDITIONAL_EXPRESSION -> {
          ConditionalExpressionTree choice = (ConditionalExpressionTree) plain;
          yield isNew(choice.getTrueExpression()) && isNew(choice.getFalseExpression());
        }
        case IDENTIFIER -> isNew(scan.element(plain));
        case METHOD_INVOCATION ->
            scan.element(((MethodInvocationTree) plain).getMethodSelect())
                    instanceof ExecutableElement other
                && givesNew(other);
        default -> false;
      };
    }

    /** Whether a local is given nothing but new objects, which it does not hand on. */
    private boolean isNew(Element local) {
      return local != null
          && local.getKind() == ElementKind.LOCAL_VARIABLE
          && values.containsKey(local)
          && !kept.contains(local)
          && (!asked.add(local) || values.get(local).stream().allMatch(this::isNew));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return null;
    }
  }

  /** Collects the variables that are used other than by their members, or given back. */
  private final class Uses extends TreeScanner<Void, Void> {
    private final ExecutableElement reader;
    private final Set<Element> found;

    /** What each local may be besides. */
    private final Map<Element, Set<Element>> aliases = new HashMap<>();

    private final Set<Element> returned = new HashSet<>();

    Uses(ExecutableElement reader, Set<Element> found) {
      this.reader = reader;
      this.found = found;
    }

    void read(BlockTree body) {
      scan(body, null);
      for (Element each : List.copyOf(returned)) {
        addAliases(each, returned);
      }
      returned.retainAll(reader.getParameters());
      found.addAll(returned);
      for (Element each : List.copyOf(found)) {
        addAliases(each, found);
      }
    }

    private void addAliases(Element local, Set<Element> to) {
      for (Element each : aliases.getOrDefault(local, Set.of())) {
        if (to.add(each)) {
          addAliases(each, to);
        }
      }
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      return tree.getInitializer() == null ? null : assigned(tree, tree.getInitializer());
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      ExpressionTree target = Env.plain(tree.getVariable());
      if (isLocal(scan.element(target))) {
        return assigned(target, tree.getExpression());
      }
      unlessName(tree.getVariable());
      return scan(tree.getExpression(), null);
    }

    private Void assigned(Tree local, ExpressionTree value) {
      Element target = scan.element(local);
      return given(value, aliases.computeIfAbsent(target, each -> new HashSet<>()));
    }

    /** Adds the locals that the value may be; what else it uses is used. */
    private Void given(ExpressionTree value, Set<Element> locals) {
      ExpressionTree plain = Env.plain(value);
      if (plain instanceof IdentifierTree && isLocal(scan.element(plain))) {
        locals.add(scan.element(plain));
        return null;
      }
      if (plain instanceof ConditionalExpressionTree choice) {
        scan(choice.getCondition(), null);
        given(choice.getTrueExpression(), locals);
        return given(choice.getFalseExpression(), locals);
      }
      return scan(value, null);
    }

    private boolean isLocal(Element element) {
      return element instanceof VariableElement
          && (element.getKind() == ElementKind.LOCAL_VARIABLE
              || element.getKind() == ElementKind.PARAMETER);
    }

    private void unlessName(ExpressionTree tree) {
      if (!(Env.plain(tree) instanceof IdentifierTree)) {
        scan(tree, null);
      }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      found.add(scan.element(tree));
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      unlessName(tree.getExpression());
      return null;
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
      unlessName(tree.getExpression());
      return scan(tree.getIndex(), null);
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
      if (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO) {
        unlessName(tree.getLeftOperand());
        unlessName(tree.getRightOperand());
        return null;
      }
      return super.visitBinary(tree, null);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      boolean known = contracts.of(reader).returns() != null; // callers know which object it is
      return tree.getExpression() == null
          ? null
          : given(tree.getExpression(), known ? new HashSet<>() : returned);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void unused) {
      unlessName(tree.getExpression());
      return scan(tree.getBlock(), null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      scan(tree.getMethodSelect(), null);
      return arguments(scan.element(tree.getMethodSelect()), tree.getArguments());
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      scan(tree.getEnclosingExpression(), null);
      scan(tree.getClassBody(), null);
      return arguments(scan.element(tree), tree.getArguments());
    }

    private Void arguments(Element callee, List<? extends ExpressionTree> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        if (callee instanceof ExecutableElement method
            && (isBorrowed(method, i) || isSameAgain(method, i, arguments.get(i)))) {
          unlessName(arguments.get(i));
        } else {
          scan(arguments.get(i), null);
        }
      }
      return null;
    }

    /** Whether it calls itself with the parameter as it is: that adds nothing to what it does. */
    private boolean isSameAgain(ExecutableElement callee, int index, ExpressionTree argument) {
      return callee == reader
          && index < callee.getParameters().size()
          && callee.getParameters().get(index) == scan.element(Env.plain(argument));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return all(tree);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return all(tree);
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return all(tree);
    }

    /** What runs later keeps all that it mentions. */
    private Void all(Tree later) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
          found.add(scan.element(tree));
          return null;
        }
      }.scan(later, null);
      return null;
    }
  }
}
