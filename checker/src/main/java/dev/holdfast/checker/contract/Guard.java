package dev.holdfast.checker.contract;

import java.util.List;

/**
 * What guards a field.
 *
 * @param read any one of these suffices to read; empty: reads need nothing
 * @param write all of these are needed to write; empty: writes need nothing
 * @param origin where it was written
 */
public record Guard(List<LockRef> read, List<LockRef> write, Origin origin) {}
