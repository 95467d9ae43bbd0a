package dev.holdfast.checker.flow;

import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A body to analyse, and what its analysis works with.
 *
 * @param root the path of the top-level class around it
 * @param fuel how many steps may be taken
 * @param body the member that it belongs to
 * @param self the class that the member belongs to
 */
record BodyContext(
    Env env,
    Contracts contracts,
    ClassScan scan,
    TreePath root,
    long fuel,
    Reporter reporter,
    ClassScan.Member body,
    TypeElement self) {

  /** The declaration that findings belong to: the member, or its class for an initialiser block. */
  Element member() {
    return body.element != null ? body.element : self;
  }
}
