package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
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
 * Sees what a constructor uses other than to keep it in the object being made, and whether others
 * may come to see that object.
 */
final class ArgumentUses extends TreeScanner<Void, Void> {
  private final FieldFacts facts;
  private final ConstructorArguments constructors;
  private final TypeElement made;
  private final Set<Element> used = new HashSet<>();

  /** The fields that parameters are stored in. */
  private final Map<Element, Set<Element>> holders = new HashMap<>();

  private boolean showsObject;

  ArgumentUses(FieldFacts facts, ConstructorArguments constructors, TypeElement made) {
    this.facts = facts;
    this.constructors = constructors;
    this.made = made;
  }

  /** Whether others may come to see the object. */
  boolean showsObject() {
    return showsObject;
  }

  /** Whether it does no more with a parameter than to store it in fields that it does not use. */
  boolean merelyKeeps(VariableElement parameter) {
    return !showsObject
        && !used.contains(parameter)
        && Collections.disjoint(used, holders(parameter));
  }

  /** The fields that a parameter is stored in. */
  Set<Element> holders(VariableElement parameter) {
    return holders.getOrDefault(parameter, Set.of());
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    boolean own = isOwnField(tree.getVariable());
    if (own && isName(tree.getExpression())) {
      Element value = facts.element(Env.plain(tree.getExpression()));
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
    return Env.plain(tree) instanceof IdentifierTree name && !name.getName().contentEquals("this");
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
      ArgumentUses other = constructors.uses(callee);
      showsObject |= other != null && other.showsObject;
      return null;
    }
    boolean onOther =
        tree.getMethodSelect() instanceof MemberSelectTree select
            && !(Env.plain(select.getExpression()) instanceof IdentifierTree name
                && Names.isSelf(name.getName()));
    showsObject |= !onOther && !Env.isStatic(callee);
    return super.visitMethodInvocation(tree, null);
  }

  /** The arguments that a constructor which is called does more with than to keep them. */
  private List<ExpressionTree> others(
      ExecutableElement callee, List<? extends ExpressionTree> all) {
    ArgumentUses other = constructors.uses(callee);
    List<ExpressionTree> result = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (constructors.merelyKeeps(callee, i) && isName(all.get(i))) {
        VariableElement parameter = callee.getParameters().get(i);
        store(facts.element(Env.plain(all.get(i))), other.holders(parameter));
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
