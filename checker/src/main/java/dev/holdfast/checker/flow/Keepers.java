package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/**
 * Finds the collections of a body, by their variables, through whose elements it gives up locks, or
 * has a helper do so, or all of whose elements it puts into such a one, and those that it has from
 * its callers, or returns, and puts what it locks into: they keep the objects whose locks are held.
 */
final class Keepers {
  private final Env env;
  private final Function<Tree, Element> elements;
  private final Function<ExecutableElement, Contract> contracts;
  private final Set<Element> found = new HashSet<>();

  /** The variables that are given a local collection, with that one's own. */
  private final Map<Element, Element> collectionsOf = new HashMap<>();

  /** The variables that are an element of a local collection, with the collection's. */
  private final Map<Element, Element> elementsOf = new HashMap<>();

  /** What variables are first given, which may be a callback. */
  private final Map<Element, ExpressionTree> callbacks = new HashMap<>();

  /** The collections all of whose elements are put into others. */
  private final Map<Element, Set<Element>> putInto = new HashMap<>();

  /** The variables through which locks are taken. */
  private final Set<Element> locked = new HashSet<>();

  /**
   * The variables through which locks are given up: what is put in meanwhile is not kept locked.
   */
  private final Set<Element> unlocked = new HashSet<>();

  /** The variables for which objects are created. */
  private final Map<Tree, Element> creations = new HashMap<>();

  /** The collections into which variables are put, by those. */
  private final Map<Element, Set<Element>> keptBy = new HashMap<>();

  private final Set<Element> returned = new HashSet<>();

  /** The collections that are handed to calls. */
  private final Set<Element> handedOn = new HashSet<>();

  /** Finds the bodies of methods that are called; answers null for one that is not here. */
  private final Function<ExecutableElement, Tree> bodies;

  Keepers(
      Env env,
      Tree body,
      Function<Tree, Element> elements,
      Function<ExecutableElement, Contract> contracts,
      Function<ExecutableElement, Tree> bodies) {
    this.env = env;
    this.elements = elements;
    this.contracts = contracts;
    this.bodies = bodies;
    new Scanner().scan(body, null);
    locked.removeAll(unlocked);
    for (Element each : locked) {
      for (Element collection : keptBy.getOrDefault(each, Set.of())) {
        if (collection.getKind() == ElementKind.PARAMETER || returned.contains(collection)) {
          found.add(collection);
        }
      }
    }
    while (putInto.entrySet().stream().anyMatch(each -> goesOn(each.getKey(), each.getValue()))) {
      // One that was found may have got another one's.
    }
  }

  private boolean goesOn(Element from, Set<Element> to) {
    return to.stream().anyMatch(found::contains) && found.add(from);
  }

  /** Whether what is created there is one of these collections at first. */
  boolean isForKeeper(NewClassTree creation) {
    return found.contains(creations.get(creation));
  }

  /** Whether the expression is such a collection's variable. */
  boolean isKeeper(ExpressionTree expression) {
    return expression != null && found.contains(collection(expression));
  }

  /** Whether the expression is the variable of an iterator over such a collection. */
  boolean isIterator(ExpressionTree expression) {
    Element variable = expression == null ? null : elements.apply(Env.plain(expression));
    return variable != null
        && found.contains(elementsOf.get(variable))
        && env.isA(variable.asType(), "java.util.Iterator");
  }

  /** The variable of a local collection that the expression is; null if it is none. */
  private Element collection(Tree expression) {
    Element variable =
        expression instanceof ExpressionTree value ? elements.apply(Env.plain(value)) : null;
    if (variable == null
        || variable.getKind() != ElementKind.LOCAL_VARIABLE
            && variable.getKind() != ElementKind.PARAMETER) {
      return null;
    }
    return env.isA(variable.asType(), "java.util.Collection")
        ? collectionsOf.getOrDefault(variable, variable)
        : null;
  }

  /** The same, or the one that a pipeline has each element of. */
  private Element collectionBehind(ExpressionTree expression) {
    return Env.plain(expression) instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && elements.apply(select) instanceof ExecutableElement method
            && contracts.apply(method).givesEach()
        ? collectionBehind(select.getExpression())
        : collection(expression);
  }

  /** The collection that an expression leads to an element of, or on from there; or null. */
  private Element leadsInto(Tree expression) {
    Tree at = expression instanceof ExpressionTree value ? Env.plain(value) : expression;
    while (at != null) {
      if (at instanceof MethodInvocationTree call) {
        at = call.getMethodSelect();
      } else if (at instanceof MemberSelectTree select) {
        ExpressionTree on = Env.plain(select.getExpression());
        Element collection = collection(on);
        if (collection != null) {
          return collection;
        }
        at = on;
      } else {
        Element variable = elements.apply(at);
        return variable == null ? null : elementsOf.get(variable);
      }
    }
    return null;
  }

  /** Whether a method gives up locks of the elements of a collection that it is given. */
  private boolean isKeeperIn(ExecutableElement method, int parameter) {
    Tree body = bodies.apply(method);
    return body != null
        && parameter < method.getParameters().size()
        && new Keepers(env, body, elements, contracts, each -> null)
            .found.contains(method.getParameters().get(parameter));
  }

  /** Whether a method may put something into a collection that it is given. */
  boolean isFilledIn(ExecutableElement method, int parameter) {
    Tree body = bodies.apply(method);
    if (body == null || parameter >= method.getParameters().size()) {
      return false;
    }
    Element collection = method.getParameters().get(parameter);
    Keepers inside = new Keepers(env, body, elements, contracts, each -> null);
    return inside.handedOn.contains(collection)
        || inside.keptBy.values().stream().anyMatch(each -> each.contains(collection));
  }

  private boolean releases(Tree callee) {
    return elements.apply(callee) instanceof ExecutableElement method
        && contracts.apply(method).has(Clause.Kind.RELEASES);
  }

  private boolean acquires(Tree callee) {
    return elements.apply(callee) instanceof ExecutableElement method
        && contracts.apply(method).acquiresAny();
  }

  /** The variable that an expression starts at, or what else it does. */
  private Element root(ExpressionTree expression) {
    Tree at = Env.plain(expression);
    while (at instanceof MethodInvocationTree || at instanceof MemberSelectTree) {
      at =
          at instanceof MethodInvocationTree call
              ? call.getMethodSelect()
              : Env.plain(((MemberSelectTree) at).getExpression());
    }
    return elements.apply(at);
  }

  private final class Scanner extends TreeScanner<Void, Void> {
    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      element(tree.getVariable(), collection(tree.getExpression()));
      return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      Element collection = collection(tree.getInitializer());
      if (collection != null) {
        collectionsOf.put(elements.apply(tree), collection);
      }
      if (tree.getInitializer() != null && elements.apply(tree) != null) {
        callbacks.put(elements.apply(tree), Env.plain(tree.getInitializer()));
      }
      element(tree, leadsInto(tree.getInitializer()));
      created(tree, tree.getInitializer());
      return super.visitVariable(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      element(tree.getVariable(), leadsInto(tree.getExpression()));
      created(tree.getVariable(), tree.getExpression());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      returned.add(collection(tree.getExpression()));
      return super.visitReturn(tree, null);
    }

    private void created(Tree variable, ExpressionTree value) {
      if (value != null) {
        creations.put(Env.plain(value), elements.apply(variable));
      }
    }

    private void element(Tree variable, Element collection) {
      if (collection != null && elements.apply(variable) != null) {
        elementsOf.put(elements.apply(variable), collection);
      }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      Element on =
          tree.getMethodSelect() instanceof MemberSelectTree select
              ? collectionBehind(select.getExpression())
              : null;
      boolean releases = releases(tree.getMethodSelect());
      if (releases && tree.getMethodSelect() instanceof MemberSelectTree select) {
        keeper(leadsInto(select.getExpression()));
        unlocked.add(root(select.getExpression()));
      }
      if (acquires(tree.getMethodSelect())
          && tree.getMethodSelect() instanceof MemberSelectTree select) {
        locked.add(root(select.getExpression()));
      }
      int index = 0;
      for (ExpressionTree argument : tree.getArguments()) {
        Element collection = collection(argument);
        handedOn.add(collection);
        if (collection != null
            && elements.apply(tree.getMethodSelect()) instanceof ExecutableElement callee
            && isKeeperIn(callee, index)) {
          found.add(collection);
        }
        if (collection != null
            && on != null
            && elements.apply(tree.getMethodSelect()) instanceof ExecutableElement callee
            && KeptLocks.putsInAll(env, callee, index)) {
          putInto.computeIfAbsent(collection, each -> new HashSet<>()).add(on);
        }
        if (on != null) {
          keptBy
              .computeIfAbsent(elements.apply(Env.plain(argument)), each -> new HashSet<>())
              .add(on);
        }
        index++;
        if (releases) {
          keeper(leadsInto(argument));
          unlocked.add(root(argument));
        }
        ExpressionTree callback = Env.plain(argument);
        if (on != null) {
          callback(callbacks.getOrDefault(elements.apply(callback), callback), on);
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    /** The elements of a collection are handed to a callback. */
    private void callback(ExpressionTree callback, Element collection) {
      if (callback instanceof LambdaExpressionTree lambda) {
        callback(lambda.getParameters(), lambda.getBody(), collection);
      } else if (callback instanceof NewClassTree creation && creation.getClassBody() != null) {
        for (Tree each : creation.getClassBody().getMembers()) {
          if (each instanceof MethodTree method) {
            callback(method.getParameters(), method.getBody(), collection);
          }
        }
      } else if (callback instanceof MemberReferenceTree && releases(callback)) {
        keeper(collection);
      }
    }

    private void callback(List<? extends VariableTree> parameters, Tree body, Element collection) {
      parameters.forEach(parameter -> element(parameter, collection));
      scan(body, null);
    }

    private void keeper(Element collection) {
      if (collection != null) {
        found.add(collection);
      }
    }
  }
}
