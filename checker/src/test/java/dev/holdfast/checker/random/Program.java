package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Helper;
import java.util.List;

/**
 * A method.
 *
 * @param contract what it declares
 * @param hasNodes whether it is about nodes and nothing else
 * @param helpers the private methods that it calls
 * @param declared the methods with contracts that it may call
 */
record Program(
    boolean hasNodes,
    List<Clause> contract,
    List<Statement> body,
    List<Helper> helpers,
    List<Callee> declared) {
  /** Whether the method has a result. */
  boolean answers() {
    return contract.stream().anyMatch(Clause::isConditional);
  }
}
