package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
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
import javax.lang.model.type.TypeKind;

/**
 * Tells which methods of one top-level class give a new object each time, or null; and which may
 * give the object that they run on, or what that one has in a field.
 */
final class NewResults extends Judgements<ExecutableElement, Boolean> {
  private final ClassScan scan;
  private final Map<ExecutableElement, List<ExpressionTree>> returned = new HashMap<>();

  NewResults(ClassScan scan) {
    super(false);
    this.scan = scan;
  }

  @Override
  Boolean judge(ExecutableElement callee) {
    boolean givesObject =
        callee.getKind() == ElementKind.METHOD
            && callee.getReturnType().getKind() == TypeKind.DECLARED;
    MethodTree source = givesObject ? scan.sourceOfEachCall(callee) : null;
    return source != null && new Returns(scan.borrowing().of(callee)).areNew(source.getBody());
  }

  /** Whether the method's body gives nothing but the object that it runs on. */
  boolean givesOwn(ExecutableElement method) {
    List<ExpressionTree> all = returned(method);
    return !all.isEmpty() && all.stream().allMatch(NewResults::isThis);
  }

  /** Whether it is {@code this}, and no more. */
  static boolean isThis(ExpressionTree tree) {
    return Env.plain(tree) instanceof IdentifierTree name && name.getName().contentEquals("this");
  }

  /** Whether the method's body may give what the object that it runs on has in a field. */
  boolean givesOwnField(ExecutableElement method) {
    return returned(method).stream().anyMatch(each -> scan.fields().ownField(each) != null);
  }

  /** What an instance method's body returns, if that is an object. */
  private List<ExpressionTree> returned(ExecutableElement method) {
    boolean gives = !Env.isStatic(method) && !method.getReturnType().getKind().isPrimitive();
    MethodTree source = gives ? scan.source(method) : null;
    if (source == null) {
      return List.of();
    }
    return returned.computeIfAbsent(
        method,
        each -> {
          Returns found = new Returns(Set.of());
          found.scan(source.getBody(), null);
          return found.returned;
        });
  }

  /** Looks at what a body returns. */
  private final class Returns extends CodeScanner {
    private final Set<Element> borrowed;
    private final Map<Element, List<ExpressionTree>> values = new HashMap<>();
    private final List<ExpressionTree> returned = new ArrayList<>();
    private final Set<Element> asked = new HashSet<>();

    Returns(Set<Element> borrowed) {
      this.borrowed = borrowed;
    }

    boolean areNew(BlockTree body) {
      scan(body, null);
      return returned.stream().allMatch(this::isNew);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null) {
        given(tree, tree.getInitializer());
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      given(Env.plain(tree.getVariable()), tree.getExpression());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      given(tree.getVariable(), tree.getExpression());
      return super.visitEnhancedForLoop(tree, null);
    }

    private void given(Tree variable, ExpressionTree value) {
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
                && of(other);
        default -> false;
      };
    }

    /** Whether a local is given nothing but new objects, which it does not hand on. */
    private boolean isNew(Element local) {
      return local != null
          && local.getKind() == ElementKind.LOCAL_VARIABLE
          && values.containsKey(local)
          && borrowed.contains(local)
          && (!asked.add(local) || values.get(local).stream().allMatch(this::isNew));
    }
  }
}
