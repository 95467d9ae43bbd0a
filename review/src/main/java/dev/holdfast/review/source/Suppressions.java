package dev.holdfast.review.source;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.List;

/** {@code @SuppressWarnings} that silences findings, and nothing else it may list. */
final class Suppressions {
  private Suppressions() {}

  static List<Contract> of(NodeWithAnnotations<?> declaration) {
    List<Contract> found = new ArrayList<>();
    for (AnnotationExpr annotation : declaration.getAnnotations()) {
      if (!annotation.getName().getIdentifier().equals("SuppressWarnings")) {
        continue;
      }
      for (String warning : AnnotationValues.of(annotation).texts("value")) {
        boolean ours =
            warning.equals("holdfast")
                || warning.startsWith("holdfast:")
                || warning.equals("GuardedBy");
        if (ours) {
          found.add(Contract.of(ContractKind.SUPPRESSES, warning));
        }
      }
    }
    return found;
  }

  /** On something inside the member. */
  static List<Contract> at(NodeWithAnnotations<?> declaration, String place) {
    return of(declaration).stream().map(contract -> contract.with("at", place)).toList();
  }
}
