package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Evaluates expressions that create an object: what is known of it when it is made. */
abstract class NewObjects extends InlineCallbacks {
  NewObjects(BodyContext context) {
    super(context);
  }

  @Override
  void create(NewClassTree tree) {
    Element element = element(tree);
    Path outer = null;
    if (tree.getEnclosingExpression() != null) {
      eval(tree.getEnclosingExpression());
      outer = st.isEmpty() ? null : st.get(0).val;
    }
    create(tree, element, outer);
  }

  private void create(NewClassTree tree, Element element, Path outer) {
    Path value = evaluation(tree, type(tree));
    setVal(value);
    push();
    for (ExpressionTree argument : tree.getArguments()) {
      eval(argument);
      accesses.useRacy();
      push();
    }
    if (tree.getClassBody() != null) {
      anonymousCallback(tree);
    }
    ClassTree code = tree.getClassBody() != null ? tree.getClassBody() : localClass(tree);
    boolean inner = code != null || isInner(tree);
    each(
        world -> {
          World next = world.copy();
          if (outer != null) {
            next.equal =
                world.equal.put(
                    pool.ghost(value, Binder.OUTER).id, identity.canonical(world, outer));
          }
          next.fresh = world.fresh.put(value.id, value);
          next.facts = world.facts.put(value.id, Fact.NON_NULL);
          if (inner) {
            for (Path each : captures(world, code != null ? code : tree)) {
              next.carry(value, each);
            }
            if (world.fresh.has(pool.self(self).id)) {
              next.carry(value, pool.self(self));
            }
          }
          return code == null ? next : initialised(next, code);
        });
    if (!(element instanceof ExecutableElement constructor)) {
      drop(tree.getArguments().size() + 1);
      setVal(value);
      return;
    }
    keepArguments(value, constructor, tree.getArguments().size());
    CallSite site =
        new CallSite(
            binder, tree, constructor, contractOf(constructor), tree.getArguments().size());
    site.result = value;
    apply(site);
  }

  /** The fields of the new object that are known to have arguments' objects. */
  void keepArguments(Path made, ExecutableElement constructor, int count) {
    Map<VariableElement, Integer> copies = contracts.copies(constructor);
    if (copies.isEmpty()) {
      return;
    }
    each(
        world -> {
          World next = world.copy();
          copies.forEach(
              (field, index) -> {
                Path argument = peek(world, count - 1 - index);
                if (argument != null && !argument.contains(made)) {
                  next.heap = next.heap.put(pool.field(made, field).id, argument);
                }
              });
          return next;
        });
  }

  /** The local class that is made, in whose code the body's locals occur; null if it is none. */
  private ClassTree localClass(NewClassTree tree) {
    TypeElement type = env.typeElement(type(tree));
    return type != null && type.getNestingKind() == NestingKind.LOCAL
        ? env.trees.getTree(type)
        : null;
  }

  /** The initialisers and constructors of a class within the body may hand on what it captures. */
  private World initialised(World world, ClassTree type) {
    World next = world;
    for (Tree member : type.getMembers()) {
      boolean runs =
          member instanceof BlockTree
              || member instanceof VariableTree
              || member instanceof MethodTree method && method.getReturnType() == null;
      for (Path each : runs ? captures(next, member) : List.<Path>of()) {
        next = holdsOthers(next, each) ? unshared.lent(next, each) : next;
      }
    }
    return next;
  }

  private boolean isInner(NewClassTree tree) {
    TypeElement type = env.typeElement(type(tree));
    return type != null && Env.isInner(type);
  }
}
