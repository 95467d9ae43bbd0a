package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises the calls that take and release the locks of the JDK and of Guava. */
final class LockCalls {
  static final Set<String> TAKING =
      Set.of(
          "lock",
          "lockInterruptibly",
          "enter",
          "enterInterruptibly",
          "enterWhen",
          "enterWhenUninterruptibly");
  static final Set<String> TRYING =
      Set.of(
          "tryLock",
          "tryEnter",
          "enter",
          "enterInterruptibly",
          "enterIf",
          "enterIfInterruptibly",
          "tryEnterIf",
          "enterWhen",
          "enterWhenUninterruptibly");
  static final Set<String> STAMPING = Set.of("readLock", "writeLock");
  static final Set<String> RELEASING = Set.of("unlock", "unlockRead", "unlockWrite", "leave");
  private static final List<String> LOCK_TYPES =
      List.of(
          "java.util.concurrent.locks.Lock",
          "java.util.concurrent.locks.ReadWriteLock",
          "java.util.concurrent.locks.StampedLock",
          "com.google.common.util.concurrent.Monitor");

  private final SourceUnit unit;
  private final LockNames names;

  LockCalls(SourceUnit unit, LockNames names) {
    this.unit = unit;
    this.names = names;
  }

  /**
   * The name of the lock that a call of one of the given methods is about; empty where it is no
   * such call.
   */
  String lockOf(TreePath callPath, Set<String> methods) {
    if (!(callPath.getLeaf() instanceof MethodInvocationTree call)) {
      return "";
    }
    TreePath select = new TreePath(callPath, call.getMethodSelect());
    Element method = unit.element(select);
    if (method == null
        || !methods.contains(method.getSimpleName().toString())
        || !isLock(method.getEnclosingElement())) {
      return "";
    }
    return receiver(select, method);
  }

  /** The name of the object that a method is called on. */
  String receiver(TreePath select, Element method) {
    if (select.getLeaf() instanceof MemberSelectTree qualified) {
      return names.of(new TreePath(select, qualified.getExpression()));
    }
    return names.implicitReceiver(select, method);
  }

  /** The statements below a place, in its own body, that release a lock. */
  List<ExpressionStatementTree> releases(TreePath root, String lock) {
    List<ExpressionStatementTree> found = new ArrayList<>();
    Tree body = Bodies.around(root).getLeaf();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
        TreePath call = new TreePath(getCurrentPath(), statement.getExpression());
        if (lockOf(call, RELEASING).equals(lock) && Bodies.around(call).getLeaf() == body) {
          found.add(statement);
        }
        return super.visitExpressionStatement(statement, unused);
      }
    }.scan(root, null);
    return found;
  }

  /**
   * The edit that makes a call work on the read lock instead of the write lock: {@code
   * rw.writeLock().unlock()}, {@code stamped.writeLock()}, {@code stamped.unlockWrite(stamp)}.
   */
  Optional<Edit> toReadLock(ExpressionTree call) {
    if (!(call instanceof MethodInvocationTree outer)
        || !(outer.getMethodSelect() instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    ExpressionTree receiver = select.getExpression();
    return switch (select.getIdentifier().toString()) {
      case "writeLock" -> Optional.of(rename(select, "readLock"));
      case "unlockWrite" -> Optional.of(rename(select, "unlockRead"));
      case "lock", "lockInterruptibly", "tryLock", "unlock" -> toReadLock(receiver);
      default -> Optional.empty();
    };
  }

  private Edit rename(MemberSelectTree select, String name) {
    int end = unit.end(select);
    return new Edit(end - select.getIdentifier().length(), end, name);
  }

  /** Whether an expression is a lock object, whose monitor is another lock than itself. */
  boolean isLockObject(TreePath expression) {
    TypeMirror type = unit.trees().getTypeMirror(expression);
    return type != null && type.getKind() == TypeKind.DECLARED && isLock(type);
  }

  private boolean isLock(Element type) {
    return isLock(type.asType());
  }

  private boolean isLock(TypeMirror type) {
    for (String name : LOCK_TYPES) {
      TypeElement lock = unit.elements().getTypeElement(name);
      if (lock != null
          && unit.types()
              .isSubtype(unit.types().erasure(type), unit.types().erasure(lock.asType()))) {
        return true;
      }
    }
    return false;
  }
}
