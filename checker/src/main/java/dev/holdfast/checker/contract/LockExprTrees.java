package dev.holdfast.checker.contract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;

/** Reads an expression of the program as a lock expression. */
final class LockExprTrees {
  private LockExprTrees() {}

  /** The lock expression; null if it is none. */
  static LockExpr read(ExpressionTree expression) {
    ExpressionTree tree = Env.plain(expression);
    if (tree instanceof IdentifierTree name) {
      return named(name.getName().toString());
    }
    if (tree instanceof LiteralTree literal) {
      return new LockExpr.Literal(literal.getValue());
    }
    if (tree instanceof MemberSelectTree select) {
      LockExpr base = read(select.getExpression());
      return base == null ? null : new LockExpr.Select(base, select.getIdentifier().toString());
    }
    if (tree instanceof MethodInvocationTree call) {
      return call(call);
    }
    return null;
  }

  private static LockExpr named(String name) {
    return switch (name) {
      case "this" -> new LockExpr.This();
      case "super" -> new LockExpr.Super();
      default -> new LockExpr.Name(name);
    };
  }

  private static LockExpr call(MethodInvocationTree call) {
    List<LockExpr> args = new ArrayList<>();
    for (ExpressionTree arg : call.getArguments()) {
      LockExpr expr = read(arg);
      if (expr == null) {
        return null;
      }
      args.add(expr);
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      LockExpr base = read(select.getExpression());
      return base == null ? null : new LockExpr.Call(base, select.getIdentifier().toString(), args);
    }
    return call.getMethodSelect() instanceof IdentifierTree name
        ? new LockExpr.Call(null, name.getName().toString(), args)
        : null;
  }
}
