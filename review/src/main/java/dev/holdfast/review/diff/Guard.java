package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import java.util.List;

/**
 * What a guard demands.
 *
 * @param read any of these for a read; empty: nothing
 * @param write all of these for a write; empty: nothing
 */
record Guard(List<String> read, List<String> write) {

  static Guard of(Contract contract) {
    List<String> read = contract.has("read") ? split(contract, "read", " \\| ") : contract.locks();
    List<String> write = contract.has("write") ? split(contract, "write", " & ") : contract.locks();
    List<String> reads = contract.has("racy-reads") ? List.of() : read;
    return new Guard(reads.stream().map(LockMode::forReading).toList(), write);
  }

  private static List<String> split(Contract contract, String attribute, String separator) {
    return List.of(contract.attribute(attribute).split(separator));
  }

  /** Whether who satisfies this satisfies the other. */
  boolean implies(Guard other) {
    boolean reads =
        other.read.isEmpty() || !read.isEmpty() && LockMode.anyImplies(read, other.read);
    return reads && LockMode.allImplies(write, other.write);
  }
}
