package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Gives every lock expression of one file a name such that equal names mean one lock as far as a
 * reader of that method can tell: {@code this@Cache.lock}, {@code entry.lock}, {@code
 * Registry.class}. Views of a read/write lock have the name of the lock itself.
 */
final class LockNames {
  private static final Set<String> VIEWS = Set.of("readLock", "writeLock");
  private final SourceUnit unit;

  LockNames(SourceUnit unit) {
    this.unit = unit;
  }

  /** The name of an expression in the source. */
  String of(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parenthesized) {
      return of(new TreePath(path, parenthesized.getExpression()));
    }
    if (tree instanceof IdentifierTree name) {
      return ofName(path, name);
    }
    if (tree instanceof MemberSelectTree select) {
      return ofSelect(path, select);
    }
    if (tree instanceof MethodInvocationTree call && call.getArguments().isEmpty()) {
      return ofCall(path, call.getMethodSelect());
    }
    return unit.source(tree);
  }

  /** The name of the object that a name without qualifier is a member of, at a place. */
  String implicitReceiver(TreePath path, Element member) {
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return member.getEnclosingElement().getSimpleName().toString();
    }
    TypeMirror owner = unit.types().erasure(member.getEnclosingElement().asType());
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree && unit.element(at) instanceof TypeElement type) {
        if (unit.types().isSubtype(unit.types().erasure(type.asType()), owner)) {
          return thisOf(type);
        }
      }
    }
    return "this@" + member.getEnclosingElement().getSimpleName();
  }

  /** The name of {@code this} in the innermost class around a place. */
  String thisAt(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree && unit.element(at) instanceof TypeElement type) {
        return thisOf(type);
      }
    }
    return "this";
  }

  /**
   * The name of the lock that an annotation on a member names, for a use of that member through a
   * receiver.
   *
   * @param guard the annotation's text
   * @param member the annotated field or method
   * @param receiver the name of the object that the member is used on
   */
  String ofGuard(String guard, Element member, String receiver) {
    String text = guard.strip().replaceAll("\\.(read|write)Lock\\(\\)$", "");
    TypeElement owner = (TypeElement) member.getEnclosingElement();
    if (text.equals("itself")) {
      return receiver + "." + member.getSimpleName();
    }
    if (text.endsWith(".class")) {
      String type = text.substring(0, text.length() - ".class".length());
      return type.substring(type.lastIndexOf('.') + 1) + ".class";
    }
    int outerThis = text.indexOf(".this");
    if (outerThis >= 0) {
      String type = text.substring(0, outerThis);
      String rest = text.substring(outerThis + ".this".length());
      return (owner.getSimpleName().contentEquals(type) ? receiver : "this@" + type) + rest;
    }
    if (text.equals("this")) {
      return receiver;
    }
    return ofGuardPath(text.startsWith("this.") ? text.substring(5) : text, owner, receiver);
  }

  private String ofGuardPath(String text, TypeElement owner, String receiver) {
    String head = text.replaceAll("[.(].*", "");
    for (Element scope = owner; scope != null; scope = scope.getEnclosingElement()) {
      if (scope instanceof TypeElement type) {
        for (Element member : unit.elements().getAllMembers(type)) {
          if (member.getSimpleName().contentEquals(head)) {
            return scopedTo(member, type, owner, receiver) + "." + text;
          }
        }
      }
    }
    return text;
  }

  private static String scopedTo(
      Element member, TypeElement scope, TypeElement owner, String receiver) {
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return member.getEnclosingElement().getSimpleName().toString();
    }
    return scope.equals(owner) ? receiver : thisOf(scope);
  }

  private String ofName(TreePath path, IdentifierTree name) {
    if (name.getName().contentEquals("this") || name.getName().contentEquals("super")) {
      return thisAt(path);
    }
    Element element = unit.element(path);
    if (element == null || !isMember(element)) {
      return name.getName().toString();
    }
    return implicitReceiver(path, element) + "." + name.getName();
  }

  private String ofSelect(TreePath path, MemberSelectTree select) {
    String name = select.getIdentifier().toString();
    TreePath qualifier = new TreePath(path, select.getExpression());
    if (name.equals("this")) {
      return "this@" + simpleName(select.getExpression());
    }
    if (name.equals("class")) {
      return simpleName(select.getExpression()) + ".class";
    }
    Element element = unit.element(path);
    if (element != null && element.getModifiers().contains(Modifier.STATIC)) {
      return element.getEnclosingElement().getSimpleName() + "." + name;
    }
    return of(qualifier) + "." + name;
  }

  private String ofCall(TreePath path, ExpressionTree method) {
    TreePath methodPath = new TreePath(path, method);
    if (method instanceof MemberSelectTree select
        && VIEWS.contains(select.getIdentifier().toString())) {
      return of(new TreePath(methodPath, select.getExpression()));
    }
    return of(methodPath) + "()";
  }

  private static boolean isMember(Element element) {
    ElementKind kind = element.getKind();
    return kind.isField() || kind == ElementKind.METHOD;
  }

  private static String thisOf(TypeElement type) {
    // An anonymous class has no name; its supertype's would confuse it with the outer one.
    return "this@"
        + (type.getSimpleName().isEmpty() ? "#" + type.hashCode() : type.getSimpleName());
  }

  private static String simpleName(ExpressionTree type) {
    String text = type.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }
}
