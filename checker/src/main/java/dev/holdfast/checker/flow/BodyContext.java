package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A body to analyse, and what its analysis works with.
 *
 * @param body the member that it belongs to
 * @param self the class that the member belongs to
 * @param foreignSilenced where needs that stem from another vocabulary's guard are suppressed
 */
record BodyContext(
    Env env,
    Contracts contracts,
    ClassScan scan,
    Reporter reporter,
    ClassScan.Member body,
    TypeElement self,
    Predicate<Tree> foreignSilenced) {

  /** The declaration that findings belong to: the member, or its class for an initialiser block. */
  Element member() {
    return body.element != null ? body.element : self;
  }

  /** Whether there is no object at hand that it runs on. */
  boolean isStatic() {
    return body.tree instanceof BlockTree block
        ? block.isStatic()
        : body.element != null && Env.isStatic(body.element);
  }
}
