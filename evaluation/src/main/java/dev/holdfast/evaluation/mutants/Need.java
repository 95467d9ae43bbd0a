package dev.holdfast.evaluation.mutants;

/**
 * A lock that a member's use needs.
 *
 * @param guard the lock, in the terms of the member's declaration
 * @param kind who says so
 */
record Need(String guard, ContractKind kind) {}
