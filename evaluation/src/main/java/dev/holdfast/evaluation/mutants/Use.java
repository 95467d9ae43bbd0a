package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.Tree;

/**
 * A place that needs a lock.
 *
 * @param body the method or lambda it belongs to
 * @param offset where it is
 * @param lock the name of the lock it needs
 * @param exclusive whether reading under the lock would not do: it is written, or a method needs it
 * @param kind who says so
 */
record Use(Tree body, int offset, String lock, boolean exclusive, ContractKind kind) {}
