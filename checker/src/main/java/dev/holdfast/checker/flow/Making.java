package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements.Origin;

/**
 * Makes an object as a constructor does, initialisers included, where that matters: its class
 * promises that two expressions name one object in every instance, which has to be so when it is
 * made; or the constructor is a helper, and whoever calls it is asked for what initialisers need.
 */
final class Making {
  private final Exits body;
  private final ClassTree type;
  private final Set<Contract.Same> promises;
  private final boolean asks;

  Making(Exits body, ClassScan.Member member) {
    this.body = body;
    this.type = member.owner;
    this.promises = promises(member);
    this.asks = body.scan.runsInitialisers(member);
    if (isPromising()) {
      body.identity.setUnmade(body.pool.self(body.self), promises);
    }
  }

  /** A constructor that calls another one of its class leaves it to that one. */
  private Set<Contract.Same> promises(ClassScan.Member member) {
    if (member.element == null || member.element.getKind() != ElementKind.CONSTRUCTOR) {
      return Set.of();
    }
    return ConstructorCall.initialises((MethodTree) member.tree)
        ? body.contracts.promisedOf(body.self)
        : Set.of();
  }

  private boolean isPromising() {
    return !promises.isEmpty();
  }

  /** Whether it matters what initialisers do. */
  boolean isWhole() {
    return asks || isPromising();
  }

  /** Executes the constructor, and the initialisers where they run. */
  void run(MethodTree constructor) {
    List<? extends StatementTree> statements = constructor.getBody().getStatements();
    ConstructorCall call = ConstructorCall.of(constructor);
    int begun = call == null ? 0 : call.index() + 1;
    statements.subList(0, begun).forEach(body::statement);
    initialise();
    statements.subList(begun, statements.size()).forEach(body::statement);
  }

  /** Initialisers are bodies of their own: what is to be found in them is not found here again. */
  private void initialise() {
    int mark = body.reporter.mark();
    List<Tree> callbacks = new ArrayList<>(body.callbacks.keySet());
    boolean infers = body.infers;
    body.infers &= asks;
    for (ClassScan.Member each : body.scan.initialisers(type)) {
      if (each.tree instanceof BlockTree block) {
        body.statement(block);
      } else if (each.code() instanceof ExpressionTree value) {
        body.setVal(body.pool.self(body.self));
        body.push();
        body.eval(value);
        body.store(each.tree, (VariableElement) each.element);
      }
    }
    body.infers = infers;
    body.callbacks.keySet().retainAll(callbacks);
    body.reporter.truncate(mark);
  }

  /** Checks at an exit of the constructor that the promises are kept. */
  void check(World world, Tree site) {
    if (!isPromising() || body.isInCallback()) {
      return;
    }
    World made = withComponents(world);
    Path self = body.pool.self(body.self);
    boolean written = body.env.elements.getOrigin(body.method) == Origin.EXPLICIT;
    for (Contract.Same same : promises) {
      Path left = body.pool.bind(same.left(), self, List.of(), null);
      Path right = body.pool.bind(same.right(), self, List.of(), null);
      if (left != null && right != null && leads(made, left) && leads(made, right)) {
        body.returned.demand(made, same, left, right, written ? site : type);
      }
    }
  }

  /** Whether nothing that the path goes through, or leads to, is null. */
  private boolean leads(World world, Path path) {
    for (Path at = path; at != null; at = at.base) {
      if (isUnset(world, at) || Boolean.TRUE.equals(body.facts.isNull(world, at))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a field of the new object that nothing was stored in so far. */
  private boolean isUnset(World world, Path path) {
    return path.kind == Path.Kind.FIELD
        && path.base == body.pool.self(body.self)
        && ((VariableElement) path.key).getEnclosingElement() == body.self
        && !world.heap.has(path.id);
  }

  /** A record's constructor that assigns no field ends by assigning all of them. */
  private World withComponents(World world) {
    World made = world.copy();
    Path self = body.pool.self(body.self);
    ConstructorArguments.components(body.method)
        .forEach(
            (component, parameter) -> {
              Path field = body.pool.field(self, component);
              Path value = world.vars.get(body.index(parameter));
              if (value != null && !world.heap.has(field.id)) {
                made.heap = made.heap.put(field.id, value);
              }
            });
    return made;
  }
}
