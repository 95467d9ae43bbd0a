package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Env;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Which arguments the constructors of one top-level class merely keep in the object that they make:
 * who cannot reach that object cannot reach them by it either.
 */
final class Keeping {
  private record Constructor(MethodTree tree, ClassTree type) {}

  private final FieldFacts facts;
  private final Map<ExecutableElement, Constructor> constructors = new HashMap<>();
  private final Map<ExecutableElement, Set<Integer>> known = new HashMap<>();

  /** The fields that parameters are stored in. */
  private final Map<Element, Set<Element>> holders = new HashMap<>();

  /** Constructors in which others may come to see the object being made. */
  private final Set<ExecutableElement> showing = new HashSet<>();

  Keeping(FieldFacts facts) {
    this.facts = facts;
  }

  void add(ExecutableElement constructor, MethodTree tree, ClassTree type) {
    constructors.put(constructor, new Constructor(tree, type));
  }

  /** The indices of the arguments that are kept, or not used at all. */
  Set<Integer> of(ExecutableElement constructor) {
    Constructor source = constructors.get(constructor);
    if (source == null) {
      return Set.of();
    }
    Set<Integer> result = known.get(constructor);
    if (result == null) {
      known.put(constructor, Set.of());
      result = read(constructor, source);
      known.put(constructor, result);
    }
    return result;
  }

  private Set<Integer> read(ExecutableElement constructor, Constructor source) {
    Uses uses = new Uses((TypeElement) constructor.getEnclosingElement());
    uses.scan(source.tree.getBody(), null);
    for (Tree member : source.type.getMembers()) {
      if (member instanceof VariableTree field && !Env.isStatic(facts.element(field))
          || member instanceof BlockTree block && !block.isStatic()) {
        uses.scan(member, null);
      }
    }
    if (uses.showsObject) {
      showing.add(constructor);
      return Set.of();
    }
    Set<Integer> result = new HashSet<>();
    int packed = constructor.isVarArgs() ? 1 : 0;
    for (int i = 0; i < constructor.getParameters().size() - packed; i++) {
      VariableElement parameter = constructor.getParameters().get(i);
      if (!uses.used.contains(parameter)
          && Collections.disjoint(uses.used, holders.getOrDefault(parameter, Set.of()))) {
        result.add(i);
      }
    }
    return result;
  }

  /** What a body uses other than to keep it, and whether others may see the object being made. */
  private final class Uses extends TreeScanner<Void, Void> {
    final Set<Element> used = new HashSet<>();
    boolean showsObject;
    private final TypeElement made;

    Uses(TypeElement made) {
      this.made = made;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      boolean own = isOwnField(tree.getVariable());
      if (own && isName(tree.getExpression())) {
        Element value = facts.element(tree.getExpression());
        store(value, Set.of(facts.element(tree.getVariable())));
        return null;
      }
      return own ? scan(tree.getExpression(), null) : super.visitAssignment(tree, null);
    }

    private void store(Element value, Set<Element> fields) {
      boolean field = value.getKind() == ElementKind.FIELD;
      if (field) {
        used.add(value);
      } else {
        holders.computeIfAbsent(value, each -> new HashSet<>()).addAll(fields);
      }
    }

    private boolean isOwnField(ExpressionTree tree) {
      VariableElement field = facts.ownField(tree);
      return field != null
          && !Env.isStatic(field)
          && (tree instanceof MemberSelectTree || field.getEnclosingElement() == made);
    }

    private boolean isName(ExpressionTree tree) {
      return tree instanceof IdentifierTree name && !name.getName().contentEquals("this");
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      showsObject |= tree.getIdentifier().contentEquals("this");
      if (facts.ownField(tree) == null) {
        return super.visitMemberSelect(tree, null);
      }
      used.add(facts.element(tree));
      return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      Element element = facts.element(tree);
      showsObject |= tree.getName().contentEquals("this");
      used.add(element);
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (!(facts.element(tree.getMethodSelect()) instanceof ExecutableElement callee)) {
        showsObject = true;
        return null;
      }
      if (callee.getKind() == ElementKind.CONSTRUCTOR) {
        scan(others(callee, tree.getArguments()), null);
        showsObject |= showing.contains(callee);
        return null;
      }
      boolean onOther =
          tree.getMethodSelect() instanceof MemberSelectTree select
              && !(select.getExpression() instanceof IdentifierTree name
                  && Names.isSelf(name.getName()));
      showsObject |= !onOther && !Env.isStatic(callee);
      return super.visitMethodInvocation(tree, null);
    }

    /** The arguments that a constructor which is called does more with than to keep them. */
    private List<ExpressionTree> others(
        ExecutableElement callee, List<? extends ExpressionTree> all) {
      Set<Integer> kept = of(callee);
      List<ExpressionTree> result = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (kept.contains(i) && isName(all.get(i))) {
          Element parameter = callee.getParameters().get(i);
          store(facts.element(all.get(i)), holders.getOrDefault(parameter, Set.of()));
        } else {
          result.add(all.get(i));
        }
      }
      return result;
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      Element type = facts.element(tree.getIdentifier());
      showsObject |=
          tree.getClassBody() != null
              || type != null
                  && type.getEnclosingElement() instanceof TypeElement
                  && !Env.isStatic(type);
      return super.visitNewClass(tree, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      showsObject = true;
      return null;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      showsObject = true;
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      showsObject = true;
      return null;
    }
  }
}
