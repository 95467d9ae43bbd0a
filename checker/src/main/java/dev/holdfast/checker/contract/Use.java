package dev.holdfast.checker.contract;

/**
 * What it means to use a method, constructor or field.
 *
 * @param concernsLocks whether it may change a lock fact or need one
 * @param isPrivateCall whether it calls a method whose needs are inferred
 * @param isUnusable whether the contract of the member, known from its class file, cannot be used
 */
public record Use(boolean concernsLocks, boolean isPrivateCall, boolean isUnusable) {}
