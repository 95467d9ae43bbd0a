package dev.holdfast.checker.contract;

/**
 * What it means to use a method, constructor or field.
 *
 * @param concernsLocks whether it may change a lock fact or need one
 * @param isConfinedCall whether it calls a method that only one top-level class can name
 * @param isUnusable whether the contract of the member, known from its class file, cannot be used
 */
public record Use(boolean concernsLocks, boolean isConfinedCall, boolean isUnusable) {}
