package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Looks for what the compiler could not make sense of in a body, nested classes left out. */
final class ErrorScanner extends TreeScanner<Void, Void> {
  private final ClassScan scan;
  private boolean found;

  ErrorScanner(ClassScan scan) {
    this.scan = scan;
  }

  boolean isIn(Tree member) {
    scan(member instanceof MethodTree method ? method.getBody() : member, null);
    return found;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    return found ? null : super.scan(tree, unused);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    /* its members are bodies of their own */
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    return look(tree);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    look(tree);
    return super.visitMemberSelect(tree, unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    look(tree);
    return super.visitMemberReference(tree, unused);
  }

  @Override
  public Void visitErroneous(ErroneousTree tree, Void unused) {
    found = true;
    return null;
  }

  private Void look(Tree tree) {
    Element element = scan.element(tree);
    found |= element instanceof TypeElement && element.asType().getKind() == TypeKind.ERROR;
    return null;
  }
}
