package dev.holdfast.review.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among methods of one name, as far as the declared types of parameters and fields tell: by
 * number of arguments, then the same type, a supertype in the platform, {@code Object}.
 */
final class Overloads {
  private final Names names;
  private final Expressions expressions;

  Overloads(Names names, Expressions expressions) {
    this.names = names;
    this.expressions = expressions;
  }

  /** The likeliest; empty if none can be meant. */
  Optional<Members.FoundMethod> choose(
      List<Members.FoundMethod> methods, MethodCallExpr call, Scope scope) {
    Members.FoundMethod best = null;
    int bestScore = -1;
    for (Members.FoundMethod method : methods) {
      int score = score(method, call, scope);
      if (score > bestScore) {
        best = method;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private int score(Members.FoundMethod found, MethodCallExpr call, Scope scope) {
    MethodDeclaration method = found.method();
    if (method.getParameters().size() != call.getArguments().size()) {
      return -1;
    }
    int score = 0;
    for (int i = 0; i < call.getArguments().size(); i++) {
      Type declared = method.getParameter(i).getType();
      String wanted = name(declared, found.owner(), found.owner().file());
      String path = expressions.canonical(call.getArgument(i).toString(), scope);
      String given = expressions.declaredTypeOf(path, scope).orElse("");
      score += wanted.equals(given) ? 3 : Platform.isSubtype(given, wanted) ? 2 : 0;
      score += wanted.equals("java.lang.Object") ? 1 : 0;
    }
    return score;
  }

  private String name(Type type, TypeRef owner, ParsedFile file) {
    return type instanceof ClassOrInterfaceType named
        ? names.resolve(Names.dotted(named), owner, file).orElse("")
        : type.toString();
  }
}
