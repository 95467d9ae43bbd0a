package dev.holdfast.checker.rule;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/**
 * Where something stands in source.
 *
 * @param unit the file
 * @param tree the tree that it is about
 * @param part which part of the tree
 */
public record Place(CompilationUnitTree unit, Tree tree, Part part) {
  /** A part of a tree. */
  public enum Part {
    /** All of it. */
    WHOLE,
    /** The closing brace of a block. */
    END,
    /** The name of a declaration. */
    NAME
  }
}
