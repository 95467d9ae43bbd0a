package dev.holdfast.review.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.holdfast.checker.message.Folding;

/** The text and the place of a node. */
final class NodeText {
  private NodeText() {}

  /** The code from its tokens: what formatting and comments can change is left out. */
  static String folded(Node node) {
    if (node.getTokenRange().isEmpty()) {
      /* Put together by the parser, as the array type of `int a[]` is. */
      return Folding.fold(node.toString());
    }
    StringBuilder out = new StringBuilder();
    boolean word = false;
    for (JavaToken token : node.getTokenRange().get()) {
      if (token.getCategory().isWhitespaceOrComment()) {
        continue;
      }
      boolean separator = token.getCategory().isSeparator() || token.getCategory().isOperator();
      out.append(word && !separator ? " " : "").append(token.getText());
      word = !separator;
    }
    return out.toString();
  }

  /** The line of its name, or of itself where it has none. */
  static int line(Node node) {
    Node name = node;
    if (node instanceof NodeWithSimpleName<?> named) {
      name = named.getName();
    }
    return name.getBegin().map(position -> position.line).orElse(1);
  }
}
