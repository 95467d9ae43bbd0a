package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** The calls of the private methods of one file: where they are and on which object. */
final class HelperCalls extends TreePathScanner<Void, Void> {
  /**
   * One call.
   *
   * @param body the method or lambda it belongs to
   * @param offset where it is
   * @param receiver the name of the object that the method is called on; empty for a method
   *     reference
   */
  record Call(Tree body, int offset, String receiver) {}

  private final SourceUnit unit;
  private final LockCalls calls;
  private final Map<Element, List<Call>> byMethod = new HashMap<>();

  HelperCalls(SourceUnit unit, LockCalls calls) {
    this.unit = unit;
    this.calls = calls;
    scan(unit.tree(), null);
  }

  /** The calls of a method; none for a method that is not private, since more may be elsewhere. */
  List<Call> of(Element method) {
    return byMethod.getOrDefault(method, List.of());
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    ExpressionTree select = call.getMethodSelect();
    TreePath path = new TreePath(getCurrentPath(), select);
    Element method = unit.element(path);
    if (isPrivate(method)) {
      add(method, calls.receiver(path, method));
    }
    return super.visitMethodInvocation(call, unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
    Element method = unit.element(getCurrentPath());
    if (isPrivate(method)) {
      add(method, "");
    }
    return super.visitMemberReference(reference, unused);
  }

  private void add(Element method, String receiver) {
    Tree body = Bodies.around(getCurrentPath()).getLeaf();
    int offset = unit.start(getCurrentPath().getLeaf());
    byMethod
        .computeIfAbsent(method, unused -> new ArrayList<>())
        .add(new Call(body, offset, receiver));
  }

  private static boolean isPrivate(Element method) {
    return method != null && method.getModifiers().contains(Modifier.PRIVATE);
  }
}
