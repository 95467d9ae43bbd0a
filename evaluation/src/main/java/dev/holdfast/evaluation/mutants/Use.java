package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.Tree;

/**
 * A place that needs a lock.
 *
 * @param body the method or lambda it belongs to
 * @param offset where it is
 * @param lock the name of the lock it needs
 * @param kind who says so
 */
record Use(Tree body, int offset, String lock, ContractKind kind) {}
