package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** One call under evaluation: receiver and arguments are on the operand stack. */
final class CallSite {
  final Tree tree;
  final ExecutableElement method;
  final Contract contract;
  final int count;
  final String subject;
  Path result;

  /**
   * Whether it has taken out of a keeper what its callback says, and nothing else is to be done.
   */
  boolean filtered;

  /** Whether it may be called on the object of a field that it does not name. */
  boolean byOtherName;

  /** Whether it is a local collection through whose elements the body gives up locks. */
  boolean onKeeper;

  /** Whether it is an iterator over one. */
  boolean onIterator;

  /** The type of what such a collection holds. */
  TypeMirror elementType;

  private final Binder binder;

  CallSite(Binder binder, Tree tree, ExecutableElement method, Contract contract, int count) {
    this.binder = binder;
    this.tree = tree;
    this.method = method;
    this.contract = contract;
    this.count = count;
    this.subject = subject(method);
  }

  private static String subject(ExecutableElement method) {
    TypeElement type = (TypeElement) method.getEnclosingElement();
    String owner = type.getSimpleName().toString();
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? "'new " + (owner.isEmpty() ? Env.parentOfAnonymous(type) : owner) + "'"
        : "'" + (owner.isEmpty() ? "" : owner + ".") + method.getSimpleName() + "'";
  }

  /** Whether a contract's path starts at what a call gives. */
  static boolean mentionsResult(Path path) {
    return path.root().kind == Kind.RESULT;
  }

  boolean isConstruction() {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }

  Path receiver(World world) {
    return operand(world, -1);
  }

  /** What is passed at that index; the receiver at -1. */
  Path operand(World world, int index) {
    return Machine.peek(world, count - 1 - index);
  }

  List<Path> args(World world) {
    List<Path> result = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      result.add(operand(world, i));
    }
    return result;
  }

  /** What is written for the receiver; null where nothing is, as in a method reference. */
  ExpressionTree receiver() {
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? Env.plain(select.getExpression())
        : null;
  }

  /** What is written for an argument; null where nothing is, as in a method reference. */
  ExpressionTree argument(int index) {
    List<? extends ExpressionTree> all =
        tree instanceof MethodInvocationTree call ? call.getArguments() : List.of();
    return index < all.size() ? all.get(index) : null;
  }

  /** The lock of a clause, bound to this call; null where it cannot be named. */
  Path bind(World world, LockRef ref) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return binder.bind(world, ref, owner, receiver(world), args(world), result);
  }

  /** What an object of the contract is here; null where it cannot be named. */
  Path bind(World world, Path object) {
    return object == null ? null : binder.bind(object, receiver(world), args(world));
  }

  Function<World, Path> lock(LockRef ref) {
    return world -> bind(world, ref);
  }

  /** The mode in which the call takes the lock of a clause. */
  Mode mode(World world, LockRef ref) {
    return binder.mode(world, bind(world, ref), ref);
  }

  Function<World, Mode> modeOf(LockRef ref) {
    return world -> mode(world, ref);
  }

  /** The mode in which the call releases the lock of a clause; null where any will do. */
  Function<World, Mode> releasedMode(LockRef ref) {
    return world -> binder.releasedMode(world, bind(world, ref), ref);
  }
}
