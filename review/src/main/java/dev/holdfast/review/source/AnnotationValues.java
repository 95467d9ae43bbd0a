package dev.holdfast.review.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The member values of one annotation. String constants of the same file are followed; another
 * constant is given as {@code ?NAME}.
 */
final class AnnotationValues {
  private final Map<String, Expression> values = new TreeMap<>();

  private AnnotationValues() {}

  static AnnotationValues of(AnnotationExpr annotation) {
    AnnotationValues read = new AnnotationValues();
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      read.values.put("value", single.getMemberValue());
    } else if (annotation instanceof NormalAnnotationExpr normal) {
      for (MemberValuePair pair : normal.getPairs()) {
        read.values.put(pair.getNameAsString(), pair.getValue());
      }
    }
    return read;
  }

  boolean has(String member) {
    return values.containsKey(member);
  }

  /** One string; empty where the member is absent. */
  String text(String member) {
    List<String> all = texts(member);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** The strings of an array member, or of one value. */
  List<String> texts(String member) {
    Expression value = values.get(member);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Expression element : elements(value)) {
      texts.add(constant(element, 0));
    }
    return texts;
  }

  /** A boolean; the default where the member is absent. */
  boolean flag(String member, boolean byDefault) {
    Expression value = values.get(member);
    return value instanceof BooleanLiteralExpr literal ? literal.getValue() : byDefault;
  }

  /** The name of an enum constant, without its type; the default where the member is absent. */
  String constantName(String member, String byDefault) {
    List<String> names = constantNames(member);
    return names.isEmpty() ? byDefault : names.get(0);
  }

  /** The same of an array member; none where it is absent. */
  List<String> constantNames(String member) {
    Expression value = values.get(member);
    return value == null
        ? List.of()
        : elements(value).stream()
            .map(
                each ->
                    each instanceof FieldAccessExpr access
                        ? access.getNameAsString()
                        : each.toString())
            .toList();
  }

  /** The annotations of a member that holds annotations: the contents of a container. */
  List<AnnotationExpr> annotations(String member) {
    Expression value = values.get(member);
    List<AnnotationExpr> found = new ArrayList<>();
    if (value != null) {
      for (Expression element : elements(value)) {
        if (element instanceof AnnotationExpr annotation) {
          found.add(annotation);
        }
      }
    }
    return found;
  }

  private static List<Expression> elements(Expression value) {
    return value instanceof ArrayInitializerExpr array ? array.getValues() : List.of(value);
  }

  private static String constant(Expression value, int depth) {
    if (value instanceof TextBlockLiteralExpr block) {
      return block.translateEscapes();
    }
    if (value instanceof StringLiteralExpr literal) {
      return literal.asString();
    }
    if (value instanceof EnclosedExpr enclosed) {
      return constant(enclosed.getInner(), depth);
    }
    if (value instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      return constant(sum.getLeft(), depth) + constant(sum.getRight(), depth);
    }
    String name =
        value instanceof NameExpr simple
            ? simple.getNameAsString()
            : value instanceof FieldAccessExpr access ? access.getNameAsString() : "";
    if (!name.isEmpty() && depth < 8) {
      Optional<Expression> initialiser = constantInFile(value, name);
      if (initialiser.isPresent()) {
        return constant(initialiser.get(), depth + 1);
      }
    }
    return "?" + value;
  }

  private static Optional<Expression> constantInFile(Node at, String name) {
    for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
      if (node instanceof TypeDeclaration<?> type) {
        for (FieldDeclaration field : type.getFields()) {
          for (VariableDeclarator variable : field.getVariables()) {
            if (variable.getNameAsString().equals(name)) {
              return variable.getInitializer();
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
