package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import java.util.List;

/**
 * The call by which a constructor leaves the beginning to another one.
 *
 * @param index which of its statements that is
 * @param isParents whether the other one is of its parent, and not of its own class
 */
record ConstructorCall(MethodInvocationTree tree, int index, boolean isParents) {
  /** The one in a constructor's source; null where none is written. */
  static ConstructorCall of(MethodTree constructor) {
    List<? extends StatementTree> statements = constructor.getBody().getStatements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof MethodInvocationTree call) {
        boolean isParents = isNamed(call.getMethodSelect(), "super");
        if (isParents || isNamed(call.getMethodSelect(), "this")) {
          return new ConstructorCall(call, i, isParents);
        }
      }
    }
    return null;
  }

  /** Whether the initialisers run in the constructor, and not in another one of its class. */
  static boolean initialises(MethodTree constructor) {
    ConstructorCall call = of(constructor);
    return call == null || call.isParents;
  }

  /** Whether it is the name, or, where an outer object is given, ends in it. */
  private static boolean isNamed(ExpressionTree callee, String name) {
    return callee instanceof IdentifierTree own && own.getName().contentEquals(name)
        || callee instanceof MemberSelectTree through
            && through.getIdentifier().contentEquals(name);
  }
}
