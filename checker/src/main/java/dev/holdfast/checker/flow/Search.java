package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import java.util.Set;

/** Looks in a body for what must not run there; it ends with the first that is found. */
abstract class Search extends CodeScanner {
  private final Set<Tree.Kind> kinds;
  boolean found;

  /** With the kinds of trees that are such, whatever is in them. */
  Search(Set<Tree.Kind> kinds) {
    this.kinds = kinds;
  }

  boolean isIn(Tree body) {
    scan(body, null);
    return found;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    found |= tree != null && kinds.contains(tree.getKind());
    return found ? null : super.scan(tree, null);
  }
}
